import { LEVEL_BITS, type ListColumn, type Postings, type PurchaseColumn } from "./columns.ts";
import { sharedUint32 } from "./shared.ts";

interface Extent {
  /** Candidates with a place. */
  readonly placed: number;
  /** How many entries have a number. */
  readonly entries: number;
}

/** Turns lists round: who holds each entry, in the order of candidates. */
function turnedRound({ start, entry }: ListColumn, { placed, entries }: Extent): Postings {
  const end = start[placed] as number;
  const first = sharedUint32(entries + 1);
  for (let at = 0; at < end; at += 1)
    first[(entry[at] as number) + 1] = (first[(entry[at] as number) + 1] as number) + 1;
  for (let each = 0; each < entries; each += 1) first[each + 1] = (first[each + 1] as number) + (first[each] as number);
  const next = first.slice();
  const holder = sharedUint32(end);
  for (let candidate = 0; candidate < placed; candidate += 1) {
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
      const to = next[entry[at] as number] as number;
      next[entry[at] as number] = to + 1;
      holder[to] = candidate;
    }
  }
  return { start: first, holder };
}

/** Who holds each of so many tags at each level. */
export const postingsOf = (column: ListColumn, { placed, tags }: { readonly placed: number; readonly tags: number }) =>
  turnedRound(column, { placed, entries: tags << LEVEL_BITS });

/** Who buys each of so many items. */
export const buyersOf = (
  { start, item }: PurchaseColumn,
  { placed, tags }: { readonly placed: number; readonly tags: number },
): Postings => turnedRound({ start, entry: item }, { placed, entries: tags });
