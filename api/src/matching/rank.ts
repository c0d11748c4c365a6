import type { Analysis } from "./analysis.ts";
import { compareIdLists } from "./byte-order.ts";

/** What ranking looks at. */
export type Ranked = Pick<Analysis, "lower" | "coverage" | "members">;

/** Orders groups, best first: by lower bound, then more coverage, then fewer members, then member ids. */
export function compareRank(a: Ranked, b: Ranked): number {
  return (
    b.lower - a.lower ||
    b.coverage - a.coverage ||
    a.members.length - b.members.length ||
    compareIdLists(a.members, b.members)
  );
}

/** Whether two groups share at most one third of their union (Jaccard ≤ 1/3). */
export function areDiverse(a: readonly string[], b: readonly string[]): boolean {
  const inA = new Set(a);
  const shared = b.filter((id) => inA.has(id)).length;
  return 3 * shared <= a.length + b.length - shared;
}

/** Takes, from groups in rank order, the first ones of which any two are diverse, at most so many. */
export function diverseTop<Of extends Ranked>(inOrder: Iterable<Of>, top: number): readonly Of[] {
  const chosen: Of[] = [];
  for (const group of inOrder) {
    if (chosen.length >= top) break;
    if (chosen.every(({ members }) => areDiverse(members, group.members))) chosen.push(group);
  }
  return chosen;
}
