import type { MatchingLaw } from "#domain/law.ts";
import { PURPOSES } from "#domain/purpose.ts";
import { knownPermille, type ScoreComponent } from "./component.ts";
import { COMPONENTS, weighedIds } from "./component-registry.ts";
import { demandOf } from "./demand.ts";
import { memberOf, type Member } from "./member.ts";
import { askQuestion, type Question } from "./question.ts";
import type { SnapshotBusiness } from "./snapshot.ts";
import type { ComponentId, Terms } from "./terms.ts";

/**
 * What an owner can be asked, with the minutes it takes to ask and note it: our own estimate from the survey's
 * questions, to be put right by watching. A head count is a word; twelve months are a table. Where two are equally
 * worth asking, the earlier here goes first. Workers wanted by month are not asked for by themselves: the work on hand
 * stands for them and tells more.
 */
export const ASKING_MINUTES = {
  needs: 2,
  employees: 1,
  leader: 3,
  ties: 3,
  seeks: 3,
  capabilities: 3,
  licences: 3,
  monthlyCapacity: 6,
  monthlyLoad: 6,
  purchases: 5,
} as const satisfies Partial<Record<keyof Member, number>>;
/** A fact an owner can be asked for. */
export type AskedFact = keyof typeof ASKING_MINUTES;
/** Every fact an owner can be asked for. */
export const ASKED_FACTS = Object.keys(ASKING_MINUTES) as AskedFact[];

/** A business of which everything that is weighed is known; the values do not matter, only that there are some. */
const KNOWN: SnapshotBusiness = {
  ...{ id: "b", lat: 35, lon: 135, municipality: "37201", industry: "0971", employees: 1, capitalYen: 0 },
  ...{ capabilities: [], seeks: [], needs: [], licences: [], ties: [], leader: 0, purchases: [] },
  monthlyLoad: Array<number>(12).fill(0),
  monthlyWorkers: Array<number>(12).fill(0),
  monthlyCapacity: Array<number>(12).fill(0),
};

/** An order that asks for everything an order can ask for. */
const FULL_ORDER = demandOf({
  capabilities: [["any", 1]],
  licences: [["any"]],
  areas: [{ municipality: "37201", lat: 35, lon: 135 }],
  unitsPerMonth: Array<number>(12).fill(1),
});

/**
 * How much more of what scores need would be known, over all purposes, once this fact is: the sum of weight times
 * permille over the components, for a business of which only some is unknown, beside a partner of whom all is known.
 */
function worthOfAsking(fact: AskedFact, unknown: readonly AskedFact[], question: Question): number {
  const partner = memberOf(KNOWN);
  const isKnown = (key: string) => !unknown.includes(key as AskedFact);
  const told = Object.fromEntries(Object.entries(KNOWN).filter(([key]) => isKnown(key)));
  const unasked = memberOf({ ...told, id: "a" });
  const answered = memberOf({ ...told, [fact]: KNOWN[fact], id: "a" });
  const parts = PURPOSES.flatMap((purpose) => {
    const { weights } = question.terms.purposes[purpose];
    return weighedIds(weights).map((id) => ({ id, weight: weights[id] ?? 0 }));
  });
  return parts.reduce((sum, { id, weight }) => {
    const { facts } = COMPONENTS[id] as ScoreComponent<ComponentId>;
    const known = (member: Member) => knownPermille(facts([member, partner], question));
    return sum + weight * (known(answered) - known(unasked));
  }, 0);
}

/** Of the facts not known, the one whose answer moves most group scores for the minutes it takes; none where nothing does. */
export function nextQuestion(
  unknown: readonly AskedFact[],
  { terms, law }: { readonly terms: Terms; readonly law: MatchingLaw },
): AskedFact | undefined {
  const asked = askQuestion({ purpose: "COOPERATIVE", terms, law, demand: FULL_ORDER });
  if (!asked.accepted) return undefined;
  let best: { fact: AskedFact; perMinute: number } | undefined;
  for (const fact of ASKED_FACTS.filter((one) => unknown.includes(one))) {
    const perMinute = worthOfAsking(fact, unknown, asked.change) / ASKING_MINUTES[fact];
    if (perMinute > (best?.perMinute ?? 0)) best = { fact, perMinute };
  }
  return best?.fact;
}
