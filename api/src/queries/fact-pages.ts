import type { PlainDate } from "#domain/calendar.ts";
import { factStatus, isNoneFact, validUntil, type FactStatus } from "#domain/business/fact-age.ts";
import { isListFact, type Fact, type FactKey, type FactSource, type Facts } from "#domain/business/facts.ts";
import { FACT_KEYS } from "#domain/business/fields.ts";
import type { TypedFact } from "#domain/business/read-edit.ts";
import { factChoices, factEntry, type FactChoice } from "#words/fact-entry.ts";
import { factSourceName, factText } from "#words/fact.ts";
import { factName } from "./field-name.ts";
import type { ReadingContext } from "./reading-context.ts";

/** One thing that is or is not known of a business. */
export interface FactPage {
  readonly key: string;
  readonly name: string;
  readonly status: FactStatus;
  readonly none: boolean;
  readonly text: string | null;
  readonly source: FactSource | null;
  readonly sourceName: string | null;
  readonly by: string | null;
  readonly on: PlainDate | null;
  readonly validUntil: PlainDate | null;
  readonly about: boolean;
  readonly entry: string;
  readonly choices: readonly FactChoice[];
  readonly canBeNone: boolean;
}

/** Facts in the order of the profile, but for the places, which are a table of their own. */
export const TYPED_FACTS = FACT_KEYS.filter((key): key is TypedFact => key !== "places");

/** Whether a word from outside names a fact. */
export function isFactKey(key: string): key is TypedFact {
  return TYPED_FACTS.some((one) => one === key);
}

/** All facts of a business, known and unknown, in the order of the profile. */
export function factPagesOf(ctx: ReadingContext, facts: Facts): FactPage[] {
  return TYPED_FACTS.map((key) => factPage(ctx, facts, key));
}

/** One fact as the profile shows it, and as somebody would type it. */
export function factPage(ctx: ReadingContext, facts: Facts, key: TypedFact): FactPage {
  const wording = { language: ctx.language, labelOf: ctx.reference.labelOf(ctx.language) };
  const fact: Fact<unknown> | undefined = facts[key];
  return {
    ...{ key, name: factName(key, ctx.language), status: factStatus(key, fact, ctx.today()) },
    none: fact !== undefined && isNoneFact(key, fact),
    text: fact === undefined ? null : factText(key, fact.value as never, wording),
    ...toldOf(ctx, key, fact),
    entry: fact === undefined ? "" : factEntry(key, fact as never, ctx.reference.labelOf("ja")),
    choices: key === "needs" ? issueChoices(ctx) : factChoices(key, wording),
    canBeNone: isListFact(key),
  };
}

function issueChoices({ language, reference }: ReadingContext): FactChoice[] {
  return reference.vocabularies.issues.map((issue) => ({ code: issue.code, name: issue[language] }));
}

/** Who said it, when, and until when it holds. */
function toldOf({ language }: ReadingContext, key: FactKey, fact: Fact<unknown> | undefined) {
  if (fact === undefined) {
    return { source: null, sourceName: null, by: null, on: null, validUntil: null, about: false };
  }
  const { source, on, by = null, about = false } = fact;
  return {
    source,
    sourceName: factSourceName(source, language),
    by,
    on,
    about,
    validUntil: validUntil(key, fact) ?? null,
  };
}
