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

/** Whether no rule fails; unknown is no failure. */
export function isLawful(rules: readonly RuleResult[]): boolean {
  return rules.every(({ verdict }) => verdict !== "fail");
}
