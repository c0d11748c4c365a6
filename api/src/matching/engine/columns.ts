import { compareBytes } from "../byte-order.ts";

/** Lists of numbers, one list a candidate, laid end to end: those of candidate c lie from start[c] to start[c + 1]. */
export interface ListColumn {
  readonly start: Int32Array;
  readonly entry: Int32Array;
}

/** Tags by number with their levels, one list a candidate. */
export interface TagColumn extends ListColumn {
  readonly level: Uint8Array;
}

/** Tags by number with an amount each, one list a candidate, and how many tags there are. */
export interface AmountColumn extends ListColumn {
  readonly amount: Float64Array;
  readonly tagCount: number;
}

/** Lays lists end to end. */
export function listColumn(lists: readonly (readonly number[])[]): ListColumn {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, at) => {
    start[at + 1] = (start[at] as number) + list.length;
  });
  return { start, entry: Int32Array.from(lists.flat()) };
}

/** Tags with levels, the strongest first, then by tag. */
function sortedTags(tags: ReadonlyMap<string, number> | undefined): readonly (readonly [string, number])[] {
  return [...(tags ?? [])].sort(([tagA, a], [tagB, b]) => b - a || compareBytes(tagA, tagB));
}

/** Numbers the tags of several columns together, so that equal tags have equal numbers. */
export class TagNumbers {
  private readonly numbers = new Map<string, number>();

  /** How many tags have a number. */
  get count(): number {
    return this.numbers.size;
  }

  /** The tags in the order of their numbers. */
  get tags(): readonly string[] {
    return [...this.numbers.keys()];
  }

  private numberOf(tag: string): number {
    const known = this.numbers.get(tag);
    if (known !== undefined) return known;
    this.numbers.set(tag, this.numbers.size);
    return this.numbers.size - 1;
  }

  /** Numbers one column; unknown tags are an empty list, for only what is known can raise the lower bound. */
  columnOf(lists: readonly (ReadonlyMap<string, number> | undefined)[]): TagColumn {
    const sorted = lists.map(sortedTags);
    const column = listColumn(sorted.map((tags) => tags.map(([tag]) => this.numberOf(tag))));
    return { ...column, level: Uint8Array.from(sorted.flatMap((tags) => tags.map(([, level]) => level))) };
  }

  /** Numbers one column of amounts; what is not known is an empty list. */
  amountsOf(lists: readonly (ReadonlyMap<string, number> | undefined)[]): AmountColumn {
    const entries = lists.map((amounts) => [...(amounts ?? [])]);
    const column = listColumn(entries.map((list) => list.map(([tag]) => this.numberOf(tag))));
    const amount = Float64Array.from(entries.flatMap((list) => list.map(([, yen]) => yen)));
    return { ...column, amount, tagCount: this.count };
  }
}
