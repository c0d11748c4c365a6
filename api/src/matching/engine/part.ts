import type { ListColumn } from "../columns/columns.ts";
import type { Drawing } from "./drawing.ts";

/** The businesses groups around one seed are drawn from. A slot is a place in the pool; the seed has slot 0. */
export interface Pool {
  size: number;
  readonly candidates: Int32Array;
  /** By pair of slots, `POOL_MAX` a row: distance in decametres; of some beyond reach, only that they are. */
  readonly apartDam: Int32Array;
}

/** Slots of a pool at most: enough that a better member is rarely left out, few enough to try every exchange. */
export const POOL_MAX = 64;

/** Entries of a column that the candidates of a pool have together. */
export function entriesOf({ start }: Pick<ListColumn, "start">, { size, candidates }: Pool): number {
  let entries = 0;
  for (let slot = 0; slot < size; slot += 1) {
    const candidate = candidates[slot] as number;
    entries += (start[candidate + 1] as number) - (start[candidate] as number);
  }
  return entries;
}

/** The group being tried, as it stands: the first `size` slots, in no order. */
export interface TriedGroup {
  size: number;
  readonly slots: Int32Array;
}

/** Slots that may join the group: the first `count` of the list. */
export interface OpenSlots {
  count: number;
  readonly slots: Int32Array;
}

/**
 * One component of the score as the engine reckons with it: what it can bring at most, whom it draws to a seed, and its
 * points of a group that changes by one member at a time. It has to say exactly what the component's own file says of
 * the same group; the tests hold the two together.
 */
export interface Part {
  /**
   * Points (0 to 1000) a member's share of the component can be at most, in any group with it. Every group has to
   * have `low` ≤ the mean of its members' shares; see README, "The bound".
   */
  readonly most: (candidate: number) => number;
  /** What the component likes of a candidate whoever the seed is, in points; a guess. */
  readonly stand?: (candidate: number) => number;
  /** Draws the few whom the seed names. */
  readonly drawNamed?: (seed: number, drawing: Drawing) => void;
  /** Draws those whom the component would put beside the seed. */
  readonly draw?: (seed: number, drawing: Drawing) => void;
  /** Adds to the liking of those drawn what only shows pair by pair. */
  readonly like?: (seed: number, drawing: Drawing) => void;
  /** Turns to another pool, with nobody in the group. */
  readonly lay: (pool: Pool) => void;
  /** Takes a slot in; called before it is in the group. */
  readonly add: (slot: number) => void;
  /** Lets a slot go; called after it has left the group. */
  readonly remove: (slot: number) => void;
  /** Points of the group as it stands; never called of an empty one. */
  readonly low: (group: TriedGroup) => number;
  /** Adds weight × points of the group with each open slot, to that slot's worth. Without it each is tried. */
  readonly weigh?: (group: TriedGroup, open: OpenSlots, worth: Float64Array) => void;
}

/** A part with its weight, 1 to 100. */
export interface WeighedPart extends Part {
  readonly weight: number;
}

const nothing = () => undefined;

/** A part whose points do not depend on who is in the group. */
export function constantPart(points: number): Part {
  return { most: () => points, lay: nothing, add: nothing, remove: nothing, low: () => points };
}
