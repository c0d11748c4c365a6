import { distanceAmong } from "#domain/place.ts";
import { UNKNOWN } from "../../columns/columns.ts";
import type { Field } from "../field.ts";
import { orderedBy } from "../ground.ts";
import { meetingsOf } from "../meetings.ts";
import { flatMap } from "./bearers.ts";
import type { OrderGains } from "./order-gains.ts";

/**
 * A town: those who may be proposed, up to whom everyone is looked at, able or not, and nobody left out; where they are
 * more, those who can bear a part. A village: those of them up to whom nothing is spared: everyone is looked at anew for
 * each group after the first, and every guess is finished.
 */
export const [TOWN_MAX, VILLAGE_MAX] = [2_000, 300];

/** Kept of those on one tile of the ground who meet the same wishes: so many whose months are known, and so many others. */
const [KEPT_KNOWN, KEPT_OTHERS] = [4, 2];

/** Tiles to the greatest distance between two members. */
const TILES_WITHIN = 3;

/** Points that are the same when candidates are put in order by what they could bring. */
const STANDING_STEP = 32;

/** More than any number of tiles across the earth. */
const TILES_ACROSS = 2 ** 26;

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
  for (let one = 0; one < isEligible.length; one += 1) eligible += isEligible[one] as number;
  const isEveryone = eligible <= TOWN_MAX;
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
function besideOf({ columns: { leader } }: Field, { leading, seconding, units }: OrderGains): (one: number) => number {
  const levels = leading.map((points, level) => points + (seconding[level] as number));
  return (one) => (levels[Math.max(0, leader[one] as number)] as number) + (units[one] as number);
}

/** Numbers for numbers, as they come. */
class Numbering {
  private readonly numbers = new Map<number, number>();

  get count(): number {
    return this.numbers.size;
  }

  of(key: number): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(key, number);
    }
    return number;
  }
}

/** By place: a number of those who lie on one tile of the ground and meet the same, their months known or not; and how many there are. */
function kindsOf(field: Field, { bits }: OrderGains, { all, withinDam }: Many) {
  const { row: monthsRow } = field.columns.monthlyLoad;
  const { tileOf, tiles } = tilesOf(field, { all, withinDam });
  const wishes = new Numbering();
  const met = all.map((one) => 2 * wishes.of(bits[one] as number) + (monthsRow[one] === UNKNOWN ? 0 : 1));
  // Tile by tile: what was numbered on another tile is numbered anew.
  const numbered = new Int32Array(2 * wishes.count).fill(NOBODY);
  const kindOf = new Int32Array(all.length);
  let [kinds, tile, first] = [0, NOBODY, 0];
  for (const at of orderedBy(tileOf, tiles)) {
    if (tileOf[at] !== tile) [tile, first] = [tileOf[at] as number, kinds];
    const each = met[at] as number;
    if ((numbered[each] as number) < first) {
      numbered[each] = kinds;
      kinds += 1;
    }
    kindOf[at] = numbered[each] as number;
  }
  return { kindOf, kinds };
}

/** By place: a number of the tile it lies on, and how many there are. */
function tilesOf(field: Field, { all, withinDam }: Many) {
  const { east, north } = flatMap(field);
  const sideDam = withinDam / TILES_WITHIN;
  const numbers = new Numbering();
  const tileOf = new Int32Array(all.length);
  let [column, row, tile] = [NaN, NaN, 0];
  for (let at = 0; at < all.length; at += 1) {
    const one = all[at] as number;
    const [c, r] = [Math.floor(east(one) / sideDam), Math.floor(north(one) / sideDam)];
    // Candidates lie in their order beside each other, so most are on the tile of the one before.
    if (c !== column || r !== row) [column, row, tile] = [c, r, numbers.of(r * TILES_ACROSS + c)];
    tileOf[at] = tile;
  }
  return { tileOf, tiles: numbers.count };
}

interface Many {
  readonly all: Int32Array;
  readonly withinDam: number;
}

/**
 * Few out of many: of those near each other who meet the same wishes the ones who bring most beside. Who is left out by
 * it is looked at again once it is known where a group lies.
 */
export function thinned(field: Field, gains: OrderGains, many: Many): Int32Array {
  const { all } = many;
  if (all.length <= TOWN_MAX) return all;
  const beside = besideOf(field, gains);
  const { kindOf, kinds } = kindsOf(field, gains, many);
  const { row } = field.columns.monthlyLoad;
  const best = new Int32Array(kinds * KEPT_KNOWN).fill(NOBODY);
  const brings = new Float64Array(kinds * KEPT_KNOWN);
  for (let place = 0; place < all.length; place += 1) {
    const one = all[place] as number;
    const own = beside(one);
    const first = (kindOf[place] as number) * KEPT_KNOWN;
    let at = first + (row[one] === UNKNOWN ? KEPT_OTHERS : KEPT_KNOWN) - 1;
    if (best[at] !== NOBODY && (brings[at] as number) >= own) continue;
    for (; at > first && (best[at - 1] === NOBODY || (brings[at - 1] as number) < own); at -= 1) {
      best[at] = best[at - 1] as number;
      brings[at] = brings[at - 1] as number;
    }
    best[at] = one;
    brings[at] = own;
  }
  const marks = new Uint8Array(field.columns.count);
  for (let at = 0; at < best.length; at += 1) if (best[at] !== NOBODY) marks[best[at] as number] = 1;
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
