import { decisionOf, type Decision } from "../decision.ts";
import type { PlainDate } from "../calendar.ts";
import type { FactKey, Facts } from "./facts.ts";
import type { BusinessState } from "./history.ts";
import type { ChangedSince, Telling } from "./save-business.ts";

/** Why facts cannot be confirmed. */
export type ConfirmFactsProblem =
  | { readonly code: "NOTHING_TO_CONFIRM"; readonly field: FactKey }
  | { readonly code: "CHANGED_MEANWHILE"; readonly field: ChangedSince["key"]; readonly by: string }
  | { readonly code: "TOLD_IN_FUTURE"; readonly field: "on"; readonly today: PlainDate };

/** The facts hold anew from the day somebody said so. */
export interface FactsConfirmed {
  readonly type: "FactsConfirmed";
  readonly after: BusinessState;
}

/** Decides whether facts still hold because somebody said so: what nobody knows cannot, nor what changed meanwhile. */
export function decideConfirmFacts(
  before: BusinessState,
  keys: readonly FactKey[],
  { told, today, changedSince }: { told: Telling; today: PlainDate; changedSince: readonly ChangedSince[] },
): Decision<FactsConfirmed, ConfirmFactsProblem> {
  const problems: ConfirmFactsProblem[] = keys
    .filter((key) => before.facts[key] === undefined)
    .map((field) => ({ code: "NOTHING_TO_CONFIRM", field }));
  for (const { key, by } of changedSince) {
    if (keys.some((one) => one === key)) problems.push({ code: "CHANGED_MEANWHILE", field: key, by });
  }
  if (told.on > today) problems.push({ code: "TOLD_IN_FUTURE", field: "on", today });
  return decisionOf(problems, () => {
    const renewed = keys.map((key) => [key, renewedFact(before.facts, key, told)]);
    return { type: "FactsConfirmed", after: { ...before, facts: { ...before.facts, ...Object.fromEntries(renewed) } } };
  });
}

/** The same value, rough where it was, said anew. */
function renewedFact(facts: Facts, key: FactKey, told: Telling): unknown {
  const fact = facts[key];
  return fact && { value: fact.value, ...told, ...(fact.about ? { about: true } : {}) };
}
