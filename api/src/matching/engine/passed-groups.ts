import { POOL_MAX, type TriedGroup } from "./part.ts";

/** Places for groups of one pool: twice as many as there is room for, so that a free one is soon met. */
const PLACES = 4_096;

/** Groups taken note of at most; beyond it climbs merely go the same way again. */
const NOTED_MAX = PLACES / 2;

/** Slots told by one of the two words that stand for a group. */
const HALF = POOL_MAX / 2;

/** An odd number without a pattern: spreads groups that differ in one slot over all places. */
const SPREAD = 0x9e3779b1;

/**
 * Groups of one pool that climbs came through. What a climb does next depends on who is in the group and on whose place is
 * next, so one that comes to where another was would most often end where that one ended.
 */
export class PassedGroups {
  private readonly low = new Int32Array(PLACES);
  private readonly high = new Int32Array(PLACES);
  /** By place: the round in which it was taken. */
  private readonly takenIn = new Int32Array(PLACES);
  private round = 1;
  private noted = 0;

  /** Forgets all. */
  clear(): void {
    this.round += 1;
    this.noted = 0;
  }

  /** Takes note of a group. @returns whether it was passed before */
  pass({ size, slots }: TriedGroup): boolean {
    let [low, high] = [0, 0];
    for (let at = 0; at < size; at += 1) {
      const slot = slots[at] as number;
      if (slot < HALF) low |= 1 << slot;
      else high |= 1 << (slot - HALF);
    }
    const place = this.placeOf(low, high);
    if (this.takenIn[place] === this.round) return true;
    if (this.noted < NOTED_MAX) {
      this.low[place] = low;
      this.high[place] = high;
      this.takenIn[place] = this.round;
      this.noted += 1;
    }
    return false;
  }

  /** Where a group stands, or else the free place it would take. */
  private placeOf(low: number, high: number): number {
    let place = (Math.imul(low ^ Math.imul(high, SPREAD), SPREAD) >>> 16) % PLACES;
    while (this.takenIn[place] === this.round && (this.low[place] !== low || this.high[place] !== high))
      place = (place + 1) % PLACES;
    return place;
  }
}
