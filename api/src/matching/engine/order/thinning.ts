import { distanceAmong } from "#domain/place.ts";
import { UNKNOWN } from "../../columns/columns.ts";
import type { Field } from "../field.ts";
import { orderedBy } from "../ground.ts";
import { meetingsOf } from "../meetings.ts";
import { flatMap } from "./bearers.ts";
import type { OrderGains } from "./order-gains.ts";

const MONTHS = 12;

/** Those who may be proposed, up to whom everyone is looked at, able or not: in a village nobody may be left out. */
export const EVERYONE_MAX = 2_000;

/** Kept of those on one tile of the ground who meet the same wishes: so many whose months are known, and so many of all. */
const KEPT_EACH = 4;

/** Tiles to the greatest distance between two members. */
const TILES_WITHIN = 3;

/** Points that are the same when candidates are put in order by what they could bring. */
const STANDING_STEP = 32;

/** More than any number of tiles across the earth. */
const TILES_ACROSS = 2 ** 26;

/** More than bits of wishes say. */
const WISHES = 2 ** 30;

const NOBODY = -1;

/** Those who can bear a part of an order and may be in one group with all who have to be, in the order of candidates. */
export function ableToBear(field: Field, withinDam: number): Int32Array {
  const { isEligible, able, required, columns } = field;
  const mayMeet = meetingsOf(field);
  const isRequired = new Set(required);
  const fits = (one: number) =>
    required.every(
      (other) => one === other || (distanceAmong(columns, one, other) <= withinDam && mayMeet(one, other)),
    );
  let eligible = 0;
  for (const may of isEligible) eligible += may;
  const isEveryone = eligible <= EVERYONE_MAX;
  const found = new Int32Array(eligible);
  let count = 0;
  for (let one = 0; one < isEligible.length; one += 1) {
    if (isEligible[one] === 0 || !(isEveryone || able[one] === 1 || isRequired.has(one))) continue;
    if (required.length > 0 && !fits(one)) continue;
    found[count] = one;
    count += 1;
  }
  return found.subarray(0, count);
}

/** What a candidate brings to any group beside the wishes it meets: leading, and spare units. */
function besideOf({ columns: { leader, monthlyCapacity }, able }: Field, gains: OrderGains): (one: number) => number {
  return (one) => {
    const level = Math.max(0, leader[one] as number);
    let beside = (gains.leading[level] as number) + (gains.seconding[level] as number);
    const row = MONTHS * (monthlyCapacity.row[one] as number);
    if (row < 0 || able[one] === 0) return beside;
    for (let month = 0; month < MONTHS; month += 1)
      beside += (gains.aUnit[month] as number) * (monthlyCapacity.months[row + month] as number);
    return beside;
  };
}

/** Tiles of the ground, numbered as they come. */
function tilesOf(field: Field, sideDam: number): (candidate: number) => number {
  const { east, north } = flatMap(field);
  const numbers = new Map<number, number>();
  return (candidate) => {
    const key = Math.floor(north(candidate) / sideDam) * TILES_ACROSS + Math.floor(east(candidate) / sideDam);
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  };
}

/** The best so many of each kind, of equals those offered first. */
class BestOfKinds {
  private readonly places = new Map<number, number>();
  private readonly best: Int32Array;
  private readonly brings: Float64Array;

  constructor(kinds: number) {
    this.best = new Int32Array(kinds * KEPT_EACH).fill(NOBODY);
    this.brings = new Float64Array(kinds * KEPT_EACH);
  }

  offer(kind: number, one: number, brings: number): void {
    let place = this.places.get(kind);
    if (place === undefined) {
      place = this.places.size;
      this.places.set(kind, place);
    }
    const { best, brings: there } = this;
    const first = place * KEPT_EACH;
    let at = first + KEPT_EACH - 1;
    if (best[at] !== NOBODY && (there[at] as number) >= brings) return;
    for (; at > first && (best[at - 1] === NOBODY || (there[at - 1] as number) < brings); at -= 1) {
      best[at] = best[at - 1] as number;
      there[at] = there[at - 1] as number;
    }
    best[at] = one;
    there[at] = brings;
  }

  mark(marks: Uint8Array): void {
    for (const one of this.best.subarray(0, this.places.size * KEPT_EACH)) if (one !== NOBODY) marks[one] = 1;
  }
}

/**
 * Few out of many: of those near each other who meet the same wishes the ones who bring most beside. Who is left out by
 * it is looked at again once it is known where a group lies.
 */
export function thinned(
  field: Field,
  gains: OrderGains,
  { all, withinDam }: { readonly all: Int32Array; readonly withinDam: number },
): Int32Array {
  if (all.length <= EVERYONE_MAX) return all;
  const beside = besideOf(field, gains);
  const tileOf = tilesOf(field, withinDam / TILES_WITHIN);
  const { row } = field.columns.monthlyLoad;
  const kinds = new BestOfKinds(2 * all.length);
  for (const one of all) {
    const kind = 2 * (tileOf(one) * WISHES + (gains.bits[one] as number));
    const brings = beside(one);
    kinds.offer(kind, one, brings);
    if (row[one] !== UNKNOWN) kinds.offer(kind + 1, one, brings);
  }
  const marks = new Uint8Array(field.columns.count);
  kinds.mark(marks);
  for (const one of field.required) marks[one] = 1;
  return all.filter((one) => marks[one] === 1);
}

/** Candidates by what each could bring to a group at most, those who could bring most first. */
export function byStanding(field: Field, gains: OrderGains, candidates: Int32Array): Int32Array {
  const beside = besideOf(field, gains);
  const keys = new Int32Array(candidates.length);
  let most = 0;
  for (let at = 0; at < keys.length; at += 1) {
    const one = candidates[at] as number;
    let standing = beside(one);
    for (let rest = gains.bits[one] as number; rest !== 0; rest &= rest - 1)
      standing += gains.first[31 - Math.clz32(rest & -rest)] as number;
    keys[at] = Math.round(standing / STANDING_STEP);
    most = Math.max(most, keys[at] as number);
  }
  for (let at = 0; at < keys.length; at += 1) keys[at] = most - (keys[at] as number);
  return orderedBy(keys, most + 1).map((at) => candidates[at] as number);
}
