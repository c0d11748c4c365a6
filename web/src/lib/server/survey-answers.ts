import { BusinessNowDocument, type AnswerSurveyInput, type SurveyChannel } from "@musubi/schema/operations";
import { typedEntry } from "./business-edit.ts";
import type { Api } from "./api.ts";
import { textOf } from "./forms.ts";

/** What was entered to one question of a survey sheet. */
export interface TypedAnswer {
  readonly text: string;
  readonly none: boolean;
  readonly holds: boolean;
}

const CHANNELS: readonly SurveyChannel[] = ["PAPER", "PHONE", "INTERVIEW", "FAX", "EMAIL"];

/** What was entered, by question; a question without an entry is not in it. */
export function typedAnswers(form: FormData, keys: readonly string[]): Record<string, TypedAnswer> {
  const typed = keys.map((key): [string, TypedAnswer] => {
    const holds = textOf(form, `${key}.holds`) !== "";
    return [key, { text: typedEntry(form, `${key}.`), none: textOf(form, `${key}.none`) !== "", holds }];
  });
  return Object.fromEntries(typed.filter(([, { text, none, holds }]) => text !== "" || none || holds));
}

/** How the sheet reached the federation and what stands at its foot. */
export function typedSheet(form: FormData) {
  const agreed = textOf(form, "agreed");
  return {
    on: textOf(form, "on"),
    by: textOf(form, "by"),
    channel: CHANNELS.find((one) => one === textOf(form, "channel")) ?? "PAPER",
    agreed: agreed === "yes" ? true : agreed === "no" ? false : null,
  } satisfies Partial<AnswerSurveyInput>;
}

/** What is known now of a business that somebody else changed meanwhile, by fact, and its version. */
export async function knownNow(api: Api, id: string) {
  const { business } = await api.send(BusinessNowDocument, { id });
  if (!business) return null;
  return {
    version: business.version,
    texts: Object.fromEntries(business.facts.map(({ key, text }) => [key, text ?? null])),
  };
}
