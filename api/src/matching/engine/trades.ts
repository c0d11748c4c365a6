import type { Group, Member } from "../member.ts";
import { tradeDistance } from "../trade-distance.ts";

/** Who trades in what and where, by number, so that two of a kind are compared once a search. */
export interface TradeColumn {
  /** Least permille by which the trades of two candidates differ. */
  readonly differenceOf: (a: number, b: number) => number;
  /** 1 where two candidates compete or may compete. */
  readonly rivalryOf: (a: number, b: number) => 0 | 1;
}

/** Numbers values in the order they first come. */
function numbered(values: readonly string[]): { readonly numbers: Int32Array; readonly firsts: readonly number[] } {
  const known = new Map<string, number>();
  const firsts: number[] = [];
  const numbers = Int32Array.from(values, (value, at) => {
    const number = known.get(value) ?? known.size;
    if (number === known.size) {
      known.set(value, number);
      firsts.push(at);
    }
    return number;
  });
  return { numbers, firsts };
}

/** Entries of a table of answers at most, some megabytes: with more kinds only the pairs met are remembered. */
const TABLE_MAX = 4_000_000;

/** Remembers an answer by pair of kinds. */
function byKind<Answer extends number>(
  members: Group,
  kindOf: (member: Member) => string,
  compare: (a: Member, b: Member) => Answer,
): (a: number, b: number) => Answer {
  const { numbers, firsts } = numbered(members.map(kindOf));
  const kinds = firsts.length;
  if (kinds * kinds <= TABLE_MAX) {
    const table = new Int16Array(kinds * kinds).fill(-1);
    return (a, b) => {
      const [one, other] = [numbers[a] as number, numbers[b] as number];
      const at = one * kinds + other;
      if (table[at] === -1)
        table[at] = compare(members[firsts[one] as number] as Member, members[firsts[other] as number] as Member);
      return table[at] as Answer;
    };
  }
  const answers = new Map<number, Answer>();
  return (a, b) => {
    const [one, other] = [numbers[a] as number, numbers[b] as number];
    const key = one * firsts.length + other;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = compare(members[firsts[one] as number] as Member, members[firsts[other] as number] as Member);
    answers.set(key, answer);
    return answer;
  };
}

/** Prepares the comparison of trades for one search. */
export function tradeColumn(members: Group): TradeColumn {
  const differenceOf = byKind(
    members,
    ({ industry }) => industry ?? "",
    (a, b) => tradeDistance(a.industry, b.industry).least,
  );
  const { numbers: town } = numbered(members.map(({ municipality }) => municipality ?? ""));
  const isTownKnown = Uint8Array.from(members, ({ municipality }) => (municipality === undefined ? 0 : 1));
  // As areRivals says: no rivals where the trades surely differ, or the municipalities do.
  const rivalryOf = (a: number, b: number): 0 | 1 => {
    if (town[a] !== town[b] && isTownKnown[a] === 1 && isTownKnown[b] === 1) return 0;
    return differenceOf(a, b) > 0 ? 0 : 1;
  };
  return { differenceOf, rivalryOf };
}
