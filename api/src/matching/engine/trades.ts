import type { Columns } from "../columns/columns.ts";
import { distanceOfTrades, toldTrade } from "../trade-distance.ts";

/** How trades compare, by candidate; two of a kind are compared once a search. */
export interface Trades {
  /** Least permille by which the trades of two candidates differ. */
  readonly differenceOf: (a: number, b: number) => number;
  /** 1 where two candidates compete or may compete. */
  readonly rivalryOf: (a: number, b: number) => 0 | 1;
}

/** Entries of a table of answers at most, some megabytes: with more kinds only the pairs met are remembered. */
const TABLE_MAX = 4_000_000;

const UNASKED = -1;

/** Remembers by how much two numbered trades differ at least. */
function differences(words: readonly string[]): (one: number, other: number) => number {
  const kinds = words.length;
  // The first stands for a trade that is not known.
  const told = words.map((word, trade) => (trade === 0 ? undefined : toldTrade(word)));
  const compare = (one: number, other: number) => distanceOfTrades(told[one], told[other]).least;
  if (kinds * kinds <= TABLE_MAX) {
    const table = new Int16Array(kinds * kinds).fill(UNASKED);
    return (one, other) => {
      const at = one * kinds + other;
      if (table[at] === UNASKED) table[at] = compare(one, other);
      return table[at] as number;
    };
  }
  const answers = new Map<number, number>();
  return (one, other) => {
    const key = one * kinds + other;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = compare(one, other);
    answers.set(key, answer);
    return answer;
  };
}

/** Prepares the comparison of trades for one search. */
export function tradesOf({ trade, municipality }: Columns, words: readonly string[]): Trades {
  const difference = differences(words);
  const differenceOf = (a: number, b: number) => difference(trade[a] as number, trade[b] as number);
  // As areRivals says: no rivals where the trades surely differ, or the municipalities do. The number 0 is not known.
  const rivalryOf = (a: number, b: number): 0 | 1 => {
    const [town, other] = [municipality[a] as number, municipality[b] as number];
    if (town !== other && town !== 0 && other !== 0) return 0;
    return differenceOf(a, b) > 0 ? 0 : 1;
  };
  return { differenceOf, rivalryOf };
}
