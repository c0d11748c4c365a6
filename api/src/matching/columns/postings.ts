import { LEVEL_BITS, LEVEL_MASK, type ListColumn, type Postings, type PurchaseColumn } from "./columns.ts";
import { sharedUint32 } from "./shared.ts";

/** The level where tags have none. */
const ONLY_LEVEL = 1;

interface Extent {
  /** Candidates with a place, and how many tags have a number. */
  readonly placed: number;
  readonly tags: number;
}

/** Turns lists of tags round: who holds each, in the order of candidates. */
export function postingsOf(
  { start, entry }: Pick<ListColumn, "start" | "entry">,
  { placed, tags }: Extent,
  bits = LEVEL_BITS,
): Postings {
  const end = start[placed] as number;
  const first = sharedUint32(tags + 1);
  for (let at = 0; at < end; at += 1) {
    const tag = (entry[at] as number) >>> bits;
    first[tag + 1] = (first[tag + 1] as number) + 1;
  }
  for (let tag = 0; tag < tags; tag += 1) first[tag + 1] = (first[tag + 1] as number) + (first[tag] as number);
  const next = first.slice();
  const holder = sharedUint32(end);
  for (let candidate = 0; candidate < placed; candidate += 1) {
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
      const tag = (entry[at] as number) >>> bits;
      const level = bits === 0 ? ONLY_LEVEL : (entry[at] as number) & LEVEL_MASK;
      const to = next[tag] as number;
      next[tag] = to + 1;
      holder[to] = (candidate << LEVEL_BITS) | level;
    }
  }
  return { start: first, holder };
}

/** Turns lists of items bought round. */
export const buyersOf = ({ start, item }: PurchaseColumn, extent: Extent): Postings =>
  postingsOf({ start, entry: item }, extent, 0);
