import type { Levelled } from "../snapshot.ts";
import { LEVEL_BITS, LEVEL_MASK, type ListColumn } from "./columns.ts";
import { GrowingInts } from "./growing.ts";
import { sharedCompact, sharedUint32 } from "./shared.ts";
import type { WordNumbers } from "./word-numbers.ts";

/** Place of the level in a key that sorts the strongest first: above any number of a tag. */
const KEY_LEVEL_BIT = 28;

/** Up to so many, entries are put in order one by one; above, by the sort of the platform. */
const SORTED_BY_HAND_MAX = 24;

/** Tags with levels, one list a business, taken in as they come. */
export class TakenTags {
  private readonly start = new GrowingInts();
  private readonly entry = new GrowingInts();
  private readonly words: WordNumbers;
  /** By number of a tag: where it was taken in last. */
  private readonly lastAt: number[] = [];

  constructor(words: WordNumbers) {
    this.words = words;
    this.start.push(0);
  }

  /** Takes in one list; a tag given twice keeps its highest level. */
  add(tags: readonly Levelled[] = []): void {
    const { entry, lastAt, words } = this;
    const from = entry.length;
    // Taking lists apart by index, not by iterators, halves the time of a load.
    for (let at = 0; at < tags.length; at += 1) {
      const tag = tags[at] as Levelled;
      const number = words.numberOf(tag[0]);
      const taken = (number << LEVEL_BITS) | tag[1];
      const known = lastAt[number] ?? -1;
      if (known >= from) entry.values[known] = Math.max(entry.values[known] as number, taken);
      else {
        lastAt[number] = entry.length;
        entry.push(taken);
      }
    }
    this.start.push(entry.length);
  }

  /** The lists in the order of candidates, each the strongest first, with the numbers tags have among all words. */
  laidOut(order: Int32Array, placeOf: Int32Array): ListColumn {
    const { start, entry } = this;
    const column = {
      start: sharedUint32(order.length + 1),
      entry: sharedCompact(entry.length, placeOf.length << LEVEL_BITS),
    };
    let to = 0;
    order.forEach((from, candidate) => {
      const end = start.values[from + 1] as number;
      const begin = start.values[from] as number;
      for (let at = begin; at < end; at += 1) entry.values[at] = sortKey(entry.values[at] as number, placeOf);
      sortBetween(entry.values, begin, end);
      for (let at = begin; at < end; at += 1, to += 1) column.entry[to] = entryOfKey(entry.values[at] as number);
      column.start[candidate + 1] = to;
    });
    return column;
  }
}

const sortKey = (taken: number, placeOf: Int32Array): number =>
  ((LEVEL_MASK - (taken & LEVEL_MASK)) << KEY_LEVEL_BIT) | (placeOf[taken >>> LEVEL_BITS] as number);

const entryOfKey = (key: number): number =>
  ((key & ((1 << KEY_LEVEL_BIT) - 1)) << LEVEL_BITS) | (LEVEL_MASK - (key >>> KEY_LEVEL_BIT));

/** Sorts the numbers between two places, the smallest first. */
export function sortBetween(values: Int32Array, from: number, to: number): void {
  if (to - from > SORTED_BY_HAND_MAX) {
    values.subarray(from, to).sort();
    return;
  }
  for (let at = from + 1; at < to; at += 1) {
    const value = values[at] as number;
    let place = at;
    for (; place > from && (values[place - 1] as number) > value; place -= 1)
      values[place] = values[place - 1] as number;
    values[place] = value;
  }
}
