import type { Group } from "./member.ts";
import type { Question } from "./question.ts";
import type { Rule, RuleResult } from "./rule.ts";
import { barredTrades } from "./rules/barred-trades.ts";
import { district } from "./rules/district.ts";
import { eligibility } from "./rules/eligibility.ts";
import { foundersMinimum } from "./rules/founders-minimum.ts";
import { licencesHeld } from "./rules/licences-held.ts";
import { mustHave } from "./rules/must-have.ts";
import { neverTogether } from "./rules/never-together.ts";

const RULES: readonly Rule[] = [
  foundersMinimum,
  eligibility,
  district,
  licencesHeld,
  barredTrades,
  mustHave,
  neverTogether,
];

/** Every verdict the question asks for, hard rules of law first. */
export function judge(group: Group, question: Question): readonly RuleResult[] {
  return RULES.flatMap((rule) => rule(group, question) ?? []);
}

/**
 * Whether somebody asked what a rule answers: that of districts (H3) and that of licences (H5) pass with nothing to say
 * where nobody did. An analysis kept before it counted what was asked is told as if it was.
 */
export function isAskedFor({ id, evidence }: RuleResult): boolean {
  if (id === "H3") return evidence.districts.length > 0 || evidence.onePrefecture !== undefined;
  return id !== "H5" || evidence.asked !== 0;
}

/** Whether no rule fails; unknown is no failure. */
export function isLawful(rules: readonly RuleResult[]): boolean {
  return rules.every(({ verdict }) => verdict !== "fail");
}
