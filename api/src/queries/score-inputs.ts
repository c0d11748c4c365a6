import type { ComponentId } from "#matching/terms.ts";
import { FACTS_OF, type AskedFact } from "#matching/reasons.ts";
import type { TypedFact } from "#domain/business/read-edit.ts";
import type { BusinessPage } from "./business-pages.ts";

/** The facts as profiles call them, where the matcher has another word. */
const FACT_KEYS: Readonly<Partial<Record<AskedFact, TypedFact>>> = { industry: "industryCode" };

/** Where only the work on hand is known, the wanted workers are read from it. */
const ALSO_READ: Readonly<Partial<Record<ComponentId, readonly TypedFact[]>>> = { "year-round": ["monthlyLoad"] };

/** Every fact of the members a component rests on, known or not, as it is known today: who said it, when, how sure. */
export function scoreInputs(id: ComponentId, members: readonly BusinessPage[]) {
  const keys = [...FACTS_OF[id].map((fact) => FACT_KEYS[fact] ?? (fact as TypedFact)), ...(ALSO_READ[id] ?? [])];
  return keys.flatMap((key) =>
    members.map((business) => {
      const fact = business.factOf(key);
      return { business, fact, isEstimate: fact.source === "estimate" };
    }),
  );
}
