import type { Analysis } from "../analysis.ts";
import { areDiverse, compareRank } from "../rank.ts";

/** The proposals of an answer, in rank order, and how many it may hold. */
export interface Standing {
  readonly shown: readonly Pick<Analysis, "members" | "lower" | "coverage">[];
  readonly top: number;
}

/** The first better proposal a group is too like, by its place from 0; -1 where it is like none. */
export function likeBetter(group: Pick<Analysis, "members" | "lower" | "coverage">, { shown }: Standing): number {
  return shown.findIndex((one) => compareRank(one, group) < 0 && !areDiverse(one.members, group.members));
}

/** The place (from 1) a group would take in an answer; undefined where it would not be in it. */
export function placeIn(
  group: Pick<Analysis, "members" | "lower" | "coverage">,
  standing: Standing,
): number | undefined {
  if (likeBetter(group, standing) >= 0) return undefined;
  const before = standing.shown.filter((one) => compareRank(one, group) < 0).length;
  return before < standing.top ? before + 1 : undefined;
}
