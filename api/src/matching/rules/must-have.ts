import { verdictOf, type Rule } from "../rule.ts";

/** The businesses asked for are members. Only where any were asked for. */
export const mustHave: Rule = (group, question) => {
  if (question.mustHave.length === 0) return undefined;
  const missing = question.mustHave.filter((id) => !group.some((member) => member.id === id));
  return { id: "must-have", verdict: verdictOf(missing.length > 0, false), evidence: { missing } };
};
