import type { Pool } from "./pool.ts";

/** The group a search is trying out, as it stands: the first `size` entries of both lists. */
export interface TriedGroup {
  size: number;
  readonly slots: Int32Array;
  readonly candidates: Int32Array;
}

/**
 * One component's `low` of a group that changes by one member at a time, kept as sums. It has to equal what the
 * component itself says of the same group; the tests hold the two together.
 */
export interface Running {
  /** Takes a member in; called before it is in the group. */
  readonly add: (slot: number, candidate: number) => void;
  /** Lets a member go; called after it has left the group. */
  readonly remove: (slot: number, candidate: number) => void;
  /** The points of the group as it stands. */
  readonly low: () => number;
}

/** Makes a running component for groups drawn from a pool. */
export type RunningMaker = (pool: Pool, group: TriedGroup) => Running;

const nothing = () => undefined;

/** A component whose points do not depend on who is in the group. */
export function constantPoints(points: number): Running {
  return { add: nothing, remove: nothing, low: () => points };
}

/** A component that only looks at the number of members. */
export function pointsBySize(group: TriedGroup, points: (members: number) => number): Running {
  return { add: nothing, remove: nothing, low: () => points(group.size) };
}
