import { LikeBusinessesDocument, type LikeBusinessesQuery } from "@musubi/schema/operations";
import type { Api } from "./api.ts";
import { textOf } from "./forms.ts";

/** What is asked of a business that is added by hand, in the order one asks by telephone. */
const ASKED = [
  "name",
  "nameKana",
  "phone",
  "postalCode",
  "address",
  "representative",
  "industry",
  "industryCode",
  "employees",
  "corporateNumber",
] as const;

/** What was typed, by field. */
export type TypedBusiness = Readonly<Record<(typeof ASKED)[number], string>>;

export function typedBusiness(form: FormData): TypedBusiness {
  return Object.fromEntries(ASKED.map((key) => [key, textOf(form, key)])) as TypedBusiness;
}

/** What was typed as the api takes it; an empty field says nothing. */
export function fieldsOf(typed: TypedBusiness): { readonly key: string; readonly text: string }[] {
  return Object.entries(typed).flatMap(([key, text]) => (text === "" ? [] : [{ key, text }]));
}

/** What is known already of what is typed: businesses like it, and classes its trade may mean. */
export async function knownLike(api: Api, typed: TypedBusiness): Promise<LikeBusinessesQuery> {
  return api.send(LikeBusinessesDocument, { fields: fieldsOf(typed), trade: typed.industry });
}
