import { verdictOf, type Rule } from "../rule.ts";

/** Two businesses that must not meet are not both members. Only where any were named. */
export const neverTogether: Rule = (group, question) => {
  if (question.neverTogether.length === 0) return undefined;
  const ids = new Set(group.map(({ id }) => id));
  const pairs = question.neverTogether.filter(([a, b]) => ids.has(a) && ids.has(b));
  return { id: "never-together", verdict: verdictOf(pairs.length > 0, false), evidence: { pairs } };
};
