import { isInside } from "#domain/industry.ts";
import { idsOf } from "../component.ts";
import type { Ability } from "../demand.ts";
import type { Member } from "../member.ts";
import type { Question } from "../question.ts";
import { verdictOf, type Rule } from "../rule.ts";

/** Whether no worker may be lent to a member, by its trade; `maybe` where the trade is not known far enough. */
export function isBarredFromDispatch({ industry }: Pick<Member, "industry">, { law }: Pick<Question, "law">): Ability {
  if (industry === undefined) return "maybe";
  const answers = law.barredTrades.value.map((trade) => isInside(industry, trade));
  if (answers.includes("yes")) return "yes";
  return answers.includes("maybe") ? "maybe" : "no";
}

/**
 * H12: no member is of a trade to whose work nobody may be dispatched (Worker Dispatch Act art. 4(1)). Asked only of
 * work for the whole year, which lends workers among the members.
 */
export const barredTrades: Rule = (group, question) => {
  if (question.purpose !== "YEAR_ROUND_WORK") return undefined;
  const barred = group.filter((member) => isBarredFromDispatch(member, question) === "yes");
  const unknown = group.filter((member) => isBarredFromDispatch(member, question) === "maybe");
  return {
    id: "H12",
    verdict: verdictOf(barred.length > 0, unknown.length > 0),
    evidence: { barred: idsOf(barred), unknown: idsOf(unknown), law: question.law.barredTrades.law },
  };
};
