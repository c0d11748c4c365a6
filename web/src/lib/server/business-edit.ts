import { fail } from "@sveltejs/kit";
import { BusinessNowDocument, SaveBusinessDocument, type Teller } from "@musubi/schema/operations";
import { entryOf } from "#lib/business/entry.ts";
import type { FormProblem } from "#lib/ui/problem.ts";
import type { Api } from "./api.ts";
import { textOf, textsOf } from "./forms.ts";

/** What was entered for one fact; `name` goes before its fields where a form holds several facts. */
export function typedEntry(form: FormData, name = ""): string {
  return entryOf({
    // Browsers send line ends as CRLF.
    text: textOf(form, `${name}text`).replace(/\r\n?/g, "\n"),
    picks: textsOf(form, `${name}pick`),
    months: textsOf(form, `${name}month`),
    most: textOf(form, `${name}most`),
  });
}

const TELLERS: readonly Teller[] = ["OWNER", "ADVISER", "REGISTER"];

export function tellerOf(form: FormData): Teller {
  return TELLERS.find((one) => one === textOf(form, "source")) ?? "ADVISER";
}

/** A day as a form holds it; an empty or broken one is left to the api, which takes today. */
export function dayOf(form: FormData, name: string): string | null {
  const day = textOf(form, name);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null;
}

/** Saves the one fact a form holds. @returns what it was refused for with what was typed, or nothing */
export async function saveFact(api: Api, id: string, form: FormData) {
  const key = textOf(form, "key");
  const unknown = textOf(form, "unknown") !== "";
  const text = unknown ? "" : typedEntry(form);
  const [source, on] = [tellerOf(form), dayOf(form, "on")];
  const version = Number(textOf(form, "version"));
  const none = textOf(form, "none") !== "";
  const sent = await api.attempt(SaveBusinessDocument, {
    input: { id, version, fields: [{ key, text, none }], source, on },
  });
  const problems = "answer" in sent ? sent.answer.saveBusiness.problems : sent.problems;
  if (problems.length === 0) return null;
  const now = await known(api, { id, key }, problems);
  return fail(422, {
    key,
    text,
    source,
    on: on ?? "",
    problems,
    version: now?.version ?? version,
    theirs: now?.text ?? null,
  });
}

/** What is known now of a thing that somebody else changed meanwhile. */
async function known(api: Api, { id, key }: { id: string; key: string }, problems: readonly FormProblem[]) {
  if (!problems.some(({ code }) => code === "CHANGED_MEANWHILE")) return null;
  const { business } = await api.send(BusinessNowDocument, { id });
  if (!business) return null;
  const { version, name, nameKana, externalId, corporateNumber, facts } = business;
  const identity: Record<string, string | null | undefined> = { name, nameKana, externalId, corporateNumber };
  const fact = facts.find((one) => one.key === key);
  return { version, text: key in identity ? identity[key] : fact?.text };
}
