import { canonicalJson, type Json } from "#domain/canonical-json.ts";
import type { FactKey, Facts } from "#domain/business/facts.ts";
import type { TypedFact } from "#domain/business/read-edit.ts";
import type { ComponentId } from "#matching/terms.ts";
import { FACTS_OF, type AskedFact } from "#matching/reasons.ts";
import { inputText, NAMING_FACTS } from "#words/score-input.ts";
import type { BusinessPage } from "./business-pages.ts";
import { factPage } from "./fact-pages.ts";
import { loadFactsAt, type FactsAt } from "./facts-at.ts";
import { loadKeyNames } from "./key-names.ts";
import type { ReadingContext } from "./reading-context.ts";

/** The facts as profiles call them, where the matcher has another word. */
const FACT_KEYS: Readonly<Partial<Record<AskedFact, TypedFact>>> = { industry: "industryCode" };

/** Where only the work on hand is known, the wanted workers are read from it. */
const ALSO_READ: Readonly<Partial<Record<ComponentId, readonly TypedFact[]>>> = { "year-round": ["monthlyLoad"] };

/** Facts of businesses at the moment of a score, and names for those they only give a key of. */
export interface InputFacts {
  readonly facts: FactsAt;
  readonly names: ReadonlyMap<string, string>;
}

/** What scores of these businesses rest on; without a moment, what is known now. */
export async function loadInputFacts(
  ctx: ReadingContext,
  ids: readonly string[],
  at: Date | undefined,
): Promise<InputFacts> {
  const facts = await loadFactsAt(ctx, ids, at);
  const keys = [...facts.of.values()].flatMap(({ then }) => NAMING_FACTS.flatMap((key) => then[key]?.value ?? []));
  return { facts, names: await loadKeyNames(ctx.em, keys) };
}

/** Every fact of the members a component rests on, known or not, as the score was made of it: who said it, when, how sure. */
export function scoreInputs(
  ctx: ReadingContext,
  { id, members }: { readonly id: ComponentId; readonly members: readonly BusinessPage[] },
  known: InputFacts,
) {
  const keys = [...FACTS_OF[id].map((fact) => FACT_KEYS[fact] ?? (fact as TypedFact)), ...(ALSO_READ[id] ?? [])];
  return keys.flatMap((key) => members.map((business) => inputPage(ctx, { business, key }, known)));
}

function inputPage(
  ctx: ReadingContext,
  { business, key }: { readonly business: BusinessPage; readonly key: TypedFact },
  { facts: { day, of }, names }: InputFacts,
) {
  const { then, now } = of.get(business.musubiNumber) ?? { then: {}, now: {} };
  const fact = factPage({ ...ctx, today: () => day }, then, key);
  const wording = {
    language: ctx.language,
    labelOf: ctx.reference.labelOf(ctx.language),
    nameOf: (other: string) => names.get(other),
  };
  return {
    business,
    fact: { ...fact, text: inputText(key, then, wording) },
    isEstimate: fact.source === "estimate",
    changedSince: valueText(then, key) !== valueText(now, key),
  };
}

function valueText(facts: Facts, key: FactKey): string {
  const value = facts[key]?.value;
  return value === undefined ? "" : canonicalJson(value as Json);
}
