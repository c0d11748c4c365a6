import { LEVEL_MASK } from "../../columns/columns.ts";
import { ISSUES_MAX, UNITS_STEP } from "./bearers.ts";
import type { Joining } from "./joining.ts";
import { RoughSums, smoothedPart, type RoughSources } from "./rough-sums.ts";

const MONTHS = 12;

/** Answer × level of an issue at most. */
const PRESS_MAX = 1000 * LEVEL_MASK;

/** Nobody may join so that the group would be worth more. */
export const NOBODY = -1;

/** Whom a rough group may take in, beside being near enough; asked only of those who would better it. */
export type MayJoin = (one: number, members: readonly number[]) => boolean;

/** Told of somebody who may join, and what the group would then be worth. @returns what the next has to be above */
type Visit = (one: number, worth: number) => number;

/** What bounds begin with, more where somebody is tied to the group; its size with the one sought; and who is told. */
interface Sought {
  readonly open: number;
  readonly tied: number;
  readonly size: number;
  readonly visit: Visit | undefined;
}

/**
 * A group being put together roughly: thousands who might join are weighed in the time the parts take for a pool. It
 * decides who is looked at; what is proposed is reckoned by the parts.
 */
export class RoughGroup extends RoughSums {
  /** What the group would be worth with the one that `best` named. */
  found = 0;
  /** How many were looked at: kinds, and of some kinds each. */
  looked = 0;
  private readonly mayJoin: MayJoin;
  private readonly areNear: (a: number, b: number) => boolean;
  private readonly monthsInAll: number;
  // While the next is sought: who is best so far, and by kind what its wishes, leading and units could come to.
  private chosen = NOBODY;
  private readonly promises: Float64Array;

  constructor(sources: RoughSources, withinDam: number, mayJoin: MayJoin) {
    super(sources);
    this.mayJoin = mayJoin;
    this.promises = new Float64Array(sources.bearers.count);
    this.areNear = sources.bearers.nearness(withinDam);
    this.monthsInAll = sources.gains.month.reduce((sum, each) => sum + each, 0);
  }

  /**
   * The best of those who may join, by what the group would be worth with it; `found` is that worth. The kind that promises
   * most comes first. A kind is passed over where its wishes, leading and most units could not reach the best so far, and so
   * is the rest of it from whoever has too few units on; then whoever could not with its own months, issues and ties.
   * @param least what it has to be above
   * @param visit told of all who are, instead of looking for the best
   */
  best(joining: Joining, least: number, visit?: Visit): number {
    const { kinds } = joining;
    const { promises, gains, members } = this;
    this.freshen();
    const first = this.promiseKinds(joining);
    const size = members.length + 1;
    const shared =
      this.needed(this.mostPress + PRESS_MAX, this.nextMostPress + PRESS_MAX) + gains.tying * this.connected;
    const open = this.wished + this.supplied + gains.smoothing + shared / size;
    const tied = (gains.tying * (Math.max(2, this.connected + 1) - this.connected)) / size;
    const sought = { open, tied, size, visit };
    this.chosen = NOBODY;
    this.found = least;
    for (let at = -1; at < kinds; at += 1) {
      const kind = at < 0 ? first : at;
      if (at === first || open + tied + (promises[kind] as number) <= this.found) continue;
      this.bestOfKind(joining, kind, sought);
    }
    return this.chosen;
  }

  /** What wishes, leading and units come to at most with one of each kind. @returns the kind that promises most */
  private promiseKinds({ kinds, bits, leader, supplies }: Joining): number {
    const { promises, once, twice, led } = this;
    const { first, second } = this.gains;
    const short = this.monthsInAll - this.supplied;
    let best = 0;
    let met = -1;
    let wished = 0;
    this.looked += kinds;
    for (let kind = 0; kind < kinds; kind += 1) {
      const units = supplies[kind] as number;
      // Kinds that meet the same stand beside each other.
      if (bits[kind] !== met) {
        met = bits[kind] as number;
        wished = 0;
        for (let rest = met & ~twice; rest !== 0;) {
          const wish = 31 - Math.clz32(rest);
          rest ^= 1 << wish;
          wished += (((once >> wish) & 1) === 0 ? first : second)[wish] as number;
        }
      }
      const promise = wished + (led[leader[kind] as number] as number) + (units < short ? units : short);
      promises[kind] = promise;
      if (promise > (promises[best] as number)) best = kind;
    }
    return best;
  }

  private bestOfKind(joining: Joining, kind: number, { open, tied, size, visit }: Sought): void {
    const { ones, start, supplies: most } = joining;
    const { supplies, swingNorm, isLaid } = this.bearers;
    const { smoothing } = this.gains;
    const { isMember, tiedTo, swingApart } = this;
    const short = this.monthsInAll - this.supplied;
    const together = Math.sqrt(this.swingTogether);
    const knownUpTo = this.unknownSwings === 0 && size > 1 ? this.bearers.known : 0;
    const wished = (this.promises[kind] as number) - Math.min(short, most[kind] as number);
    const end = start[kind + 1] as number;
    for (let at = start[kind] as number; at < end; at += 1) {
      const one = ones[at] as number;
      const units = supplies[one] as number;
      const brings = units < short ? units : short;
      let bound = open + wished + brings;
      if (bound + tied + UNITS_STEP <= this.found) break;
      this.looked += 1;
      if (tiedTo[one] !== 0) bound += tied;
      if (bound <= this.found || isMember[one] === 1) continue;
      if (isLaid[one] === 0) this.bearers.lay(one);
      const norm = swingNorm[one] as number;
      // Two swings together are no less than what is left of the longer one.
      const left = one < knownUpTo ? smoothedPart((together - norm) ** 2, swingApart + norm * norm) : 0;
      bound += smoothing * (left - 1);
      if (bound <= this.found) continue;
      const smoothed = this.smoothedWith(one);
      bound += smoothed - smoothing * left;
      if (bound <= this.found) continue;
      const supplied = short > 0 ? this.suppliedBy(one) : 0;
      bound += supplied - brings;
      if (bound <= this.found) continue;
      const shared = (this.neededWith(one) + this.tiedWith(one)) / size;
      const worth = this.wished + this.supplied + wished + supplied + smoothed + shared - this.failedWith(one);
      if (worth <= this.found || !this.isNear(one) || !this.mayJoin(one, this.members)) continue;
      if (visit !== undefined) this.found = visit(one, worth);
      else {
        this.chosen = one;
        this.found = worth;
      }
    }
  }

  /** Whether somebody may join, near enough and differing enough. */
  mayTake(one: number): boolean {
    return this.isNear(one) && this.mayJoin(one, this.members);
  }

  /** The best by wishes, leading and spare units alone, of those who bring at least so much. */
  quickBest(joining: Joining, least: number): number {
    const { ones, start, kinds, supplies: most } = joining;
    this.freshen();
    const first = this.promiseKinds(joining);
    const { bits, supplies, isLicenceUnknown } = this.bearers;
    const { licences } = this.gains;
    const { once, isMember, promises } = this;
    const short = this.monthsInAll - this.supplied;
    let best = NOBODY;
    let found = least + (this.led[0] as number);
    for (let next = -1; next < kinds; next += 1) {
      const kind = next < 0 ? first : next;
      if (next === first || (promises[kind] as number) <= found) continue;
      const wished = (promises[kind] as number) - Math.min(short, most[kind] as number);
      const end = start[kind + 1] as number;
      for (let at = start[kind] as number; at < end; at += 1) {
        const one = ones[at] as number;
        if (wished + Math.min(short, supplies[one] as number) + UNITS_STEP <= found) break;
        this.looked += 1;
        if (isMember[one] === 1) continue;
        let worth = wished + this.suppliedBy(one);
        if ((licences & ~once) !== 0)
          worth -= this.failed(once | (bits[one] as number), this.unknownLicences + (isLicenceUnknown[one] as number));
        if (worth <= found || !this.isNear(one) || !this.mayJoin(one, this.members)) continue;
        best = one;
        found = worth;
      }
    }
    return best;
  }

  /**
   * What the group could be worth at most with each of some candidates, bearers or not, whatever their months, issues and
   * ties; noted where it is more than `most` says.
   */
  promise(some: Int32Array, most: Float64Array): void {
    this.freshen();
    const { units, bits, level } = this.gains;
    const size = this.members.length + 1;
    const shared =
      this.needed(this.mostPress + PRESS_MAX, this.nextMostPress + PRESS_MAX) +
      this.gains.tying * Math.max(2, this.connected + 1);
    const open = this.wished + this.supplied + shared / size + this.gains.smoothing;
    const missing = this.monthsInAll - this.supplied;
    for (let at = 0; at < some.length; at += 1) {
      const one = some[at] as number;
      const own = units[one] as number;
      const bound =
        open + this.wishedOf(bits[one] as number, Math.max(0, level[one] as number)) + (own < missing ? own : missing);
      if (bound > (most[at] as number)) most[at] = bound;
    }
  }

  /** What wishes come to with one more who meets these, and leading with its level. */
  private wishedOf(bits: number, level: number): number {
    const { first, second } = this.gains;
    const { once, twice } = this;
    let wished = this.led[level] as number;
    for (let rest = bits & ~twice; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      wished += ((once & bit) === 0 ? first : second)[31 - Math.clz32(bit)] as number;
    }
    return wished;
  }

  private failedWith(one: number): number {
    const met = this.once | (this.bearers.bits[one] as number);
    return this.failed(met, this.unknownLicences + (this.bearers.isLicenceUnknown[one] as number));
  }

  private isNear(one: number): boolean {
    const { members, areNear } = this;
    for (let at = 0; at < members.length; at += 1) if (!areNear(one, members[at] as number)) return false;
    return true;
  }

  private suppliedBy(one: number): number {
    const { supply, supplies, isLaid } = this.bearers;
    if (supplies[one] === 0) return 0;
    if (isLaid[one] === 0) this.bearers.lay(one);
    const row = MONTHS * one;
    let more = 0;
    for (let month = 0; month < MONTHS; month += 1) {
      const own = supply[row + month] as number;
      const missing = this.missing[month] as number;
      more += own < missing ? own : missing;
    }
    return more;
  }

  private smoothedWith(one: number): number {
    const { swings, swingNorm } = this.bearers;
    if (this.unknownSwings > 0 || !this.bearers.areMonthsKnown(one)) return 0;
    const row = MONTHS * one;
    const apart = (swingNorm[one] as number) ** 2;
    let both = 0;
    for (let month = 0; month < MONTHS; month += 1)
      both += (swings[row + month] as number) * (this.swing[month] as number);
    return this.gains.smoothing * smoothedPart(this.swingTogether + apart + 2 * both, this.swingApart + apart);
  }

  private neededWith(one: number): number {
    const { issueEnd, issue, press } = this.bearers;
    let first = this.firstPress;
    let next = this.nextPress;
    let firstIssue = this.firstIssue;
    const end = issueEnd[one] as number;
    for (let at = ISSUES_MAX * one; at < end; at += 1) {
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
