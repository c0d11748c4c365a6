import { analyse } from "../analysis.ts";
import type { Member } from "../member.ts";
import type { SearchPlan } from "../search-plan.ts";
import type { Hindrance } from "./hindrance.ts";

/** Why a business can be in no group at all. */
export type NoGroup = Extract<Hindrance, { kind: "closed" | "left-out" | "too-few-near" | "no-lawful-group" }>;

/**
 * Why no group was found with a business that takes part in the search.
 * @param near those who may be in a group with it, the nearest first
 */
export function noGroup(own: Member, near: readonly Member[], plan: SearchPlan): NoGroup {
  const needed = plan.membersMin - 1;
  if (near.length < needed)
    return { kind: "too-few-near", near: near.length, needed, withinMetres: plan.withinDam * 10 };
  const { rules } = analyse([own, ...near.slice(0, plan.membersMax - 1)], plan.question);
  return { kind: "no-lawful-group", rules: rules.filter(({ verdict }) => verdict === "fail") };
}
