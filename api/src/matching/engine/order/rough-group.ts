import { LEVEL_MASK } from "../../columns/columns.ts";
import { RoughSums, smoothedPart, type RoughSources } from "./rough-sums.ts";

const MONTHS = 12;

/** Answer × level of an issue at most. */
const PRESS_MAX = 1000 * LEVEL_MASK;

/** Nobody may join so that the group would be worth more. */
export const NOBODY = -1;

/** Whom a rough group may take in, beside being near enough; asked only of those who would better it. */
export type MayJoin = (one: number, members: readonly number[]) => boolean;

/**
 * A group being put together roughly: thousands who might join are weighed in the time the parts take for a pool. It
 * decides who is looked at; what is proposed is reckoned by the parts.
 */
export class RoughGroup extends RoughSums {
  /** What the group would be worth with the one that `best` named. */
  found = 0;
  /** How many were looked at. */
  looked = 0;
  private readonly mayJoin: MayJoin;
  private readonly reach: number;

  constructor(sources: RoughSources, withinDam: number, mayJoin: MayJoin) {
    super(sources);
    this.mayJoin = mayJoin;
    this.reach = withinDam * withinDam;
  }

  /**
   * The best of those who may join, by what the group would be worth with it; `found` is that worth. Whoever could not
   * reach the best so far, whatever its issues and ties, and then whatever its months, is not looked at more closely.
   * @param least what it has to be above
   * @param visit told of all who are, instead of looking for the best
   */
  best(joining: Int32Array, least: number, visit?: (one: number, worth: number) => void): number {
    this.freshen();
    const { bits, leader, supplies, swingNorm } = this.bearers;
    const { first, second, smoothing, tying } = this.gains;
    const { once, twice, led, isMember, tiedTo, wished: wishedNow, swingApart } = this;
    const size = this.members.length + 1;
    const shared = this.needed(this.mostPress + PRESS_MAX, this.mostPress + PRESS_MAX) + tying * this.connected;
    const open = wishedNow + this.supplied + shared / size;
    const tied = (tying * (Math.max(2, this.connected + 1) - this.connected)) / size;
    const isSmoothed = this.unknownSwings === 0 && size > 1;
    const together = Math.sqrt(this.swingTogether);
    let [best, most] = [NOBODY, least];
    this.looked += joining.length;
    for (let at = 0; at < joining.length; at += 1) {
      const one = joining[at] as number;
      let wished = led[leader[one] as number] as number;
      for (let rest = (bits[one] as number) & ~twice; rest !== 0; rest &= rest - 1) {
        const bit = rest & -rest;
        wished += ((once & bit) === 0 ? first : second)[31 - Math.clz32(bit)] as number;
      }
      let bound = open + wished + (supplies[one] as number) + smoothing;
      if (tiedTo[one] !== 0) bound += tied;
      if (bound <= most || isMember[one] === 1) continue;
      const norm = swingNorm[one] as number;
      // Two swings together are no less than what is left of the longer one.
      const left = isSmoothed && norm > 0 ? smoothedPart((together - norm) ** 2, swingApart + norm * norm) : 0;
      bound += smoothing * (left - 1);
      if (bound <= most) continue;
      const supplied = this.suppliedBy(one);
      if (bound + supplied - (supplies[one] as number) <= most) continue;
      const worth = wishedNow + this.supplied + wished + supplied + this.restWith(one, size);
      if (worth <= most || !this.isNear(one) || !this.mayJoin(one, this.members)) continue;
      if (visit === undefined) [best, most] = [one, worth];
      else visit(one, worth);
    }
    this.found = most;
    return best;
  }

  /** The best by wishes, leading and spare units alone, of those who bring at least so much. */
  quickBest(joining: Int32Array, least: number): number {
    this.freshen();
    const { bits, leader, supplies, isLicenceUnknown } = this.bearers;
    const { first, second, licences } = this.gains;
    const { once, twice, led, isMember } = this;
    this.looked += joining.length;
    const now = led[0] as number;
    let [best, most] = [NOBODY, least + now];
    for (let at = 0; at < joining.length; at += 1) {
      const one = joining[at] as number;
      let worth = led[leader[one] as number] as number;
      for (let rest = (bits[one] as number) & ~twice; rest !== 0; rest &= rest - 1) {
        const bit = rest & -rest;
        worth += ((once & bit) === 0 ? first : second)[31 - Math.clz32(bit)] as number;
      }
      if (worth + (supplies[one] as number) <= most || isMember[one] === 1) continue;
      worth += this.suppliedBy(one);
      if ((licences & ~once) !== 0)
        worth -= this.failed(once | (bits[one] as number), this.unknownLicences + (isLicenceUnknown[one] as number));
      if (worth <= most || !this.isNear(one) || !this.mayJoin(one, this.members)) continue;
      best = one;
      most = worth;
    }
    return best;
  }

  /** What months that even out, issues, ties and failed licences come to with one more. */
  private restWith(one: number, size: number): number {
    const met = this.once | (this.bearers.bits[one] as number);
    const unknown = this.unknownLicences + (this.bearers.isLicenceUnknown[one] as number);
    return this.smoothedWith(one) + (this.neededWith(one) + this.tiedWith(one)) / size - this.failed(met, unknown);
  }

  private isNear(one: number): boolean {
    const { east, north } = this.bearers;
    const [x, y] = [east[one] as number, north[one] as number];
    for (const member of this.members) {
      const [dx, dy] = [(east[member] as number) - x, (north[member] as number) - y];
      if (dx * dx + dy * dy > this.reach) return false;
    }
    return true;
  }

  private suppliedBy(one: number): number {
    const row = MONTHS * (this.bearers.supplyRow[one] as number);
    if (row < 0) return 0;
    const { supply } = this.bearers;
    let more = 0;
    for (let month = 0; month < MONTHS; month += 1) {
      const [own, missing] = [supply[row + month] as number, this.missing[month] as number];
      more += own < missing ? own : missing;
    }
    return more;
  }

  private smoothedWith(one: number): number {
    const row = MONTHS * (this.bearers.swingRow[one] as number);
    if (row < 0 || this.unknownSwings > 0) return 0;
    const { swings } = this.bearers;
    let [apart, both] = [0, 0];
    for (let month = 0; month < MONTHS; month += 1) {
      const own = swings[row + month] as number;
      apart += own * own;
      both += own * (this.swing[month] as number);
    }
    return this.gains.smoothing * smoothedPart(this.swingTogether + apart + 2 * both, this.swingApart + apart);
  }

  private neededWith(one: number): number {
    const { issueStart, issue, press } = this.bearers;
    let [first, next, firstIssue] = [this.firstPress, this.nextPress, this.firstIssue];
    for (let at = issueStart[one] as number; at < (issueStart[one + 1] as number); at += 1) {
      const each = issue[at] as number;
      if (this.having[each] === 0) continue;
      const pressing = (this.pressing[each] as number) + (press[at] as number);
      if (each === firstIssue) first = pressing;
      else if (pressing > first) {
        next = first;
        first = pressing;
        firstIssue = each;
      } else if (pressing > next) next = pressing;
    }
    return this.needed(first, next);
  }

  private tiedWith(one: number): number {
    const { tying } = this.gains;
    if (this.tiedTo[one] === 0) return tying * this.connected;
    return tying * Math.max(2, this.connected + 1);
  }
}
