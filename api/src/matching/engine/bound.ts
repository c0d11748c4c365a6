import { orderedBy } from "./ground.ts";
import type { WeighedPart } from "./part.ts";

/** The most a lower bound can be: weights sum to 100, points go to 1000. */
const LOWER_MAX = 100_000;

/** Bounds above that only tell seeds apart: some of what one member brings to an order counts as if all brought as much. */
const RAW_STEP = 16;

/** What no group can be above, member by member, and the order that follows from it. */
export interface Bounds {
  /** By candidate: at most 100,000. A group's `lower` is at most the greatest of its members' bounds. */
  readonly boundOf: Int32Array;
  /** Those who may be proposed, the highest bound first, of equals the first. */
  readonly order: Int32Array;
}

/**
 * Σ weight · most of one candidate. Each component's points of a group are at most the mean of its members' shares
 * (Part.most), so some member's bound reaches the group's lower bound; see README, "The bound".
 */
export function rawBound(candidate: number, parts: readonly WeighedPart[]): number {
  let bound = 0;
  for (const part of parts) bound += part.weight * part.most(candidate);
  return bound;
}

/** Where a bound (a whole number) stands in the order: the higher, the smaller. */
function keyOf(bound: number): number {
  if (bound <= LOWER_MAX) return 2 * LOWER_MAX - bound;
  return LOWER_MAX - Math.min(LOWER_MAX, Math.ceil((bound - LOWER_MAX) / RAW_STEP));
}

/** Orders candidates by their bounds. */
export function boundsOf(raw: Float64Array, isEligible: Uint8Array): Bounds {
  const boundOf = new Int32Array(raw.length);
  const eligible = new Int32Array(raw.length);
  const keys = new Int32Array(raw.length);
  let count = 0;
  for (let candidate = 0; candidate < raw.length; candidate += 1) {
    // A thousandth more: sums of thirds in floating point must not end below what whole numbers reach.
    const bound = Math.floor((raw[candidate] as number) + 1e-3);
    boundOf[candidate] = Math.min(LOWER_MAX, bound);
    if (isEligible[candidate] === 0) continue;
    eligible[count] = candidate;
    keys[count] = keyOf(bound);
    count += 1;
  }
  const order = orderedBy(keys.subarray(0, count), 2 * LOWER_MAX + 1);
  for (let at = 0; at < count; at += 1) order[at] = eligible[order[at] as number] as number;
  return { boundOf, order };
}
