import type { Field } from "../field.ts";
import { ISSUES_MAX, type Bearers } from "./bearers.ts";
import type { OrderGains } from "./order-gains.ts";

const MONTHS = 12;

/** What a licence costs that surely nobody in the group holds. */
const FAILED_LICENCE = 1e6;

/** Tenths of the points of the two most pressing issues, and what makes a thousandth of the answer, a level and a tenth a point. */
const [FIRST, SECOND, SHARE] = [7, 3, 30];

const NO_ISSUE = -1;

/** Thirty-two bits that look drawn at random; of other numbers others. */
function scattered(number: number): number {
  let bits = Math.imul(number, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** 2 ** 15: of two times thirty-two bits the first and fifteen of the second are a key, so that 64 of them add up exactly. */
const KEY_LOW = 0x8000;

/** A number by which a bearer is told from others, so that sums of some are hardly ever alike. */
const keyOf = (one: number): number => scattered(2 * one + 1) * KEY_LOW + (scattered(2 * one + 2) % KEY_LOW);

/** What sums are kept of. */
export interface RoughSources {
  readonly bearers: Bearers;
  readonly gains: OrderGains;
  readonly field: Field;
}

/**
 * A group of bearers while members come and go, as sums, and roughly what it is worth: to some points, for nothing is
 * rounded down and of ties only those who have one inside are counted.
 */
export class RoughSums {
  readonly members: number[] = [];
  /** The same for the same members, in whatever order. */
  key = 0;
  protected readonly bearers: Bearers;
  protected gains: OrderGains;
  protected readonly ties: Field["ties"];
  protected readonly isMember: Uint8Array;
  // Of wishes: members that meet each; bits of those one meets at least, and two; what they bring.
  protected readonly filled: Int32Array;
  protected once = 0;
  protected twice = 0;
  protected wished = 0;
  protected unknownLicences = 0;
  // Of months: what is given to each, what is missing and brought; the sum of swings.
  protected readonly given = new Float64Array(MONTHS);
  protected readonly missing = new Float64Array(MONTHS);
  protected supplied = 0;
  protected readonly swing = new Float64Array(MONTHS);
  protected swingTogether = 0;
  protected swingApart = 0;
  protected unknownSwings = 0;
  // Of issues, by number: how pressing, and how many have it.
  protected readonly pressing: Int32Array;
  protected readonly having: Int32Array;
  // By bearer: members tied to it.
  protected readonly tiedTo: Uint8Array;
  // Reckoned of the members when asked for.
  protected isStale = true;
  protected lead = 0;
  protected second = 0;
  protected readonly led = new Float64Array(4);
  protected firstPress = 0;
  protected nextPress = 0;
  protected firstIssue = NO_ISSUE;
  protected mostPress = 0;
  protected nextMostPress = 0;
  protected mostIssue = NO_ISSUE;
  protected connected = 0;

  constructor({ bearers, gains, field }: RoughSources) {
    this.bearers = bearers;
    this.gains = gains;
    this.ties = field.ties;
    this.isMember = new Uint8Array(bearers.count);
    this.filled = new Int32Array(gains.first.length);
    this.missing.set(gains.month);
    this.pressing = new Int32Array(field.needAnswers.length);
    this.having = new Int32Array(field.needAnswers.length);
    this.tiedTo = new Uint8Array(bearers.count);
  }

  /** Reckons with other gains, that differ in nothing but what evening out and sharing issues bring. */
  tilt(gains: OrderGains): void {
    this.gains = gains;
  }

  /** Turns to a group of these alone. */
  set(members: readonly number[]): void {
    for (const one of this.members.slice()) this.remove(one);
    for (const one of members) this.add(one);
  }

  add(one: number): void {
    this.members.push(one);
    this.isMember[one] = 1;
    this.change(one, 1);
  }

  remove(one: number): void {
    this.members.splice(this.members.indexOf(one), 1);
    this.isMember[one] = 0;
    this.change(one, -1);
  }

  protected change(one: number, by: 1 | -1): void {
    const { bearers } = this;
    const { issueEnd, issue, press, candidates, isLicenceUnknown, isLaid } = bearers;
    this.isStale = true;
    this.key += by * keyOf(one);
    if (isLaid[one] === 0) bearers.lay(one);
    this.changeWishes(one, by);
    this.changeSupply(one, by);
    this.changeSwing(one, by);
    this.unknownLicences += by * (isLicenceUnknown[one] as number);
    for (let at = ISSUES_MAX * one; at < (issueEnd[one] as number); at += 1) {
      const each = issue[at] as number;
      this.pressing[each] = (this.pressing[each] as number) + by * (press[at] as number);
      this.having[each] = (this.having[each] as number) + by;
    }
    const { start, entry } = this.ties;
    const candidate = candidates[one] as number;
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
      const other = bearers.bearerOf(entry[at] as number);
      if (other >= 0) this.tiedTo[other] = (this.tiedTo[other] as number) + by;
    }
  }

  protected changeWishes(one: number, by: 1 | -1): void {
    const { first, second } = this.gains;
    for (let rest = this.bearers.bits[one] as number; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      const wish = 31 - Math.clz32(bit);
      const before = this.filled[wish] as number;
      this.filled[wish] = before + by;
      const place = by === 1 ? before : before - 1;
      if (place === 0) {
        this.once ^= bit;
        this.wished += by * (first[wish] as number);
      } else if (place === 1) {
        this.twice ^= bit;
        this.wished += by * (second[wish] as number);
      }
    }
  }

  protected changeSupply(one: number, by: 1 | -1): void {
    const { supply, supplies } = this.bearers;
    if (supplies[one] === 0) return;
    const row = MONTHS * one;
    const { given, missing } = this;
    this.supplied = 0;
    for (let month = 0; month < MONTHS; month += 1) {
      const now = (given[month] as number) + by * (supply[row + month] as number);
      const full = this.gains.month[month] as number;
      given[month] = now;
      missing[month] = Math.max(0, full - now);
      this.supplied += Math.min(full, now);
    }
  }

  protected changeSwing(one: number, by: 1 | -1): void {
    const { swings, swingNorm } = this.bearers;
    if (!this.bearers.areMonthsKnown(one)) {
      this.unknownSwings += by;
      return;
    }
    const row = MONTHS * one;
    this.swingApart += by * (swingNorm[one] as number) ** 2;
    this.swingTogether = 0;
    for (let month = 0; month < MONTHS; month += 1) {
      const together = (this.swing[month] as number) + by * (swings[row + month] as number);
      this.swing[month] = together;
      this.swingTogether += together * together;
    }
  }

  /** Leading, issues and ties of the members as they are now. */
  protected freshen(): void {
    if (!this.isStale) return;
    this.isStale = false;
    this.lead = this.second = this.connected = 0;
    this.firstPress = this.nextPress = this.mostPress = this.nextMostPress = 0;
    this.firstIssue = this.mostIssue = NO_ISSUE;
    for (const member of this.members) {
      const level = this.bearers.leader[member] as number;
      if (level > this.lead) {
        this.second = this.lead;
        this.lead = level;
      } else if (level > this.second) this.second = level;
      if (this.tiedTo[member] !== 0) this.connected += 1;
      this.showIssues(member);
    }
    const { leading, seconding } = this.gains;
    for (let level = 0; level < this.led.length; level += 1) {
      const second = level > this.lead ? this.lead : Math.max(level, this.second);
      this.led[level] = (leading[Math.max(level, this.lead)] as number) + (seconding[second] as number);
    }
  }

  protected showIssues(one: number): void {
    const { issueEnd, issue } = this.bearers;
    for (let at = ISSUES_MAX * one; at < (issueEnd[one] as number); at += 1) {
      const each = issue[at] as number;
      const press = this.pressing[each] as number;
      if (each !== this.mostIssue) {
        if (press > this.mostPress) {
          this.nextMostPress = this.mostPress;
          this.mostPress = press;
          this.mostIssue = each;
        } else if (press > this.nextMostPress) this.nextMostPress = press;
      }
      if ((this.having[each] as number) < 2 || each === this.firstIssue) continue;
      if (press > this.firstPress) {
        this.nextPress = this.firstPress;
        this.firstPress = press;
        this.firstIssue = each;
      } else if (press > this.nextPress) this.nextPress = press;
    }
  }

  /** Points × weight of the group as it stands. */
  worth(): number {
    this.freshen();
    const { gains, members } = this;
    const smoothed = this.unknownSwings > 0 ? 0 : smoothedPart(this.swingTogether, this.swingApart);
    const shared = this.needed(this.firstPress, this.nextPress) + gains.tying * this.connected;
    return (
      this.wished +
      (gains.leading[this.lead] as number) +
      (gains.seconding[this.second] as number) +
      this.supplied +
      gains.smoothing * smoothed +
      shared / Math.max(1, members.length) -
      this.failed(this.once, this.unknownLicences)
    );
  }

  protected needed(first: number, next: number): number {
    return (this.gains.needing * (FIRST * first + SECOND * next)) / SHARE;
  }

  protected failed(met: number, unknown: number): number {
    return (this.gains.licences & ~met) === 0 || unknown > 0 ? 0 : FAILED_LICENCE;
  }
}

/** Part of what varies that is evened out. */
export const smoothedPart = (together: number, apart: number): number =>
  apart <= 0 || together >= apart ? 0 : 1 - together / apart;
