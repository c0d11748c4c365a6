import { distanceAmong } from "#domain/place.ts";
import { candidateFinder } from "./columns/find-candidate.ts";
import { idAt, memberAt } from "./columns/member-at.ts";
import type { Member } from "./member.ts";
import type { SearchPlan } from "./search-plan.ts";

/** Candidates who may be in a group with one, in their order: near enough, and none it must not meet. */
export function withinReach(own: number, { layout, isEligible, question, withinDam }: SearchPlan): readonly number[] {
  const { columns, words } = layout;
  if (own >= columns.placed) return [];
  const find = candidateFinder(layout);
  const id = idAt(words, own);
  const apart = new Set(question.neverTogether.filter((pair) => pair.includes(id)).flatMap((pair) => pair.map(find)));
  const near: number[] = [];
  for (let other = 0; other < columns.placed; other += 1) {
    if (isEligible[other] === 0 || other === own || apart.has(other)) continue;
    if (distanceAmong(columns, own, other) <= withinDam) near.push(other);
  }
  return near;
}

/** The same as members, the nearest first. */
export function nearestMembers(own: number, plan: SearchPlan): readonly Member[] {
  const { columns } = plan.layout;
  const near = withinReach(own, plan).map((other) => ({ other, dam: distanceAmong(columns, own, other) }));
  return near.sort((a, b) => a.dam - b.dam || a.other - b.other).map(({ other }) => memberAt(plan.layout, other));
}
