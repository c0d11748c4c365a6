import { prefectureOf } from "../rules/district.ts";
import { sizeClassOf } from "../components/size-likeness.ts";
import { UNKNOWN, type Columns, type Layout, type ListColumn } from "../columns/columns.ts";
import { sharedInt8, sharedUint32 } from "../columns/shared.ts";
import { candidateFinder } from "../columns/find-candidate.ts";
import type { Question } from "../question.ts";
import { abilitiesOf, type Abilities } from "./abilities.ts";

/**
 * Everyone a search may propose, and what the question makes of what is known of them. Numbers and plain values only,
 * large ones in memory that threads share. A candidate is its place in the columns.
 */
export interface Field extends Abilities {
  readonly columns: Columns;
  readonly question: Question;
  /** By candidate: 1 where it may be proposed. Each of them has a place. */
  readonly isEligible: Uint8Array;
  /** For each numbered issue, the permille of it that a joint business can answer. */
  readonly needAnswers: Int32Array;
  /** By candidate: size class from 0, or UNKNOWN. */
  readonly sizeClass: Int8Array;
  /** Tied candidates, named by either side; who names each other is there twice. */
  readonly ties: ListColumn;
  /** What the numbers of trades stand for. */
  readonly trades: readonly string[];
  /** By number of a municipality: a number of its prefecture where members have to be of one, 0 where that does not matter. */
  readonly prefectureOf: Int32Array;
  /** Pairs of candidates that must not meet. */
  readonly apart: readonly (readonly [number, number])[];
  /** Candidates that have to be in every group. */
  readonly required: readonly number[];
}

/** Ties are named by one side and hold for both. */
function tiesBothWays({ ties, count }: Columns): ListColumn {
  const start = sharedUint32(count + 1);
  const each = (visit: (from: number, to: number) => void) => {
    for (let from = 0; from < count; from += 1)
      for (let at = ties.start[from] as number; at < (ties.start[from + 1] as number); at += 1)
        if (ties.entry[at] !== from) visit(from, ties.entry[at] as number);
  };
  each((from, to) => {
    start[from + 1] = (start[from + 1] as number) + 1;
    start[to + 1] = (start[to + 1] as number) + 1;
  });
  for (let at = 0; at < count; at += 1) start[at + 1] = (start[at + 1] as number) + (start[at] as number);
  const next = start.slice();
  const entry = sharedUint32(start[count] as number);
  const put = (from: number, to: number) => {
    const at = next[from] as number;
    entry[at] = to;
    next[from] = at + 1;
  };
  each((from, to) => {
    put(from, to);
    put(to, from);
  });
  return { start, entry };
}

function sizeClasses({ employees, count }: Columns, { terms }: Question): Int8Array {
  const classes = sharedInt8(count);
  for (let at = 0; at < count; at += 1) {
    const known = employees[at] as number;
    classes[at] = known === UNKNOWN ? UNKNOWN : sizeClassOf(known, terms);
  }
  return classes;
}

function prefecturesOf(municipalities: readonly string[], { law, form }: Question): Int32Array {
  if (law.onePrefecture[form] === undefined) return new Int32Array(municipalities.length);
  const prefectures = [...new Set(municipalities.map(prefectureOf))];
  // The first municipality stands for what is not known.
  return Int32Array.from(municipalities, (code, at) => (at === 0 ? 0 : 1 + prefectures.indexOf(prefectureOf(code))));
}

/** Prepares what a search reckons with, for everyone who may be proposed. */
export function fieldOf({ columns, words }: Layout, question: Question, isEligible: Uint8Array): Field {
  const { jointAnswers } = question.terms;
  const answer = (issue: string) => (Object.hasOwn(jointAnswers, issue) ? (jointAnswers[issue] ?? 1000) : 1000);
  const find = candidateFinder({ columns, words });
  const apart = question.neverTogether.flatMap(([a, b]): (readonly [number, number])[] => {
    const [one, other] = [find(a), find(b)];
    return one === undefined || other === undefined ? [] : [[one, other]];
  });
  return {
    ...{ columns, question, isEligible, apart, trades: words.trades },
    ...abilitiesOf({ columns, words }, question, isEligible),
    needAnswers: Int32Array.from(words.issues, answer),
    sizeClass: sizeClasses(columns, question),
    ties: tiesBothWays(columns),
    prefectureOf: prefecturesOf(words.municipalities, question),
    required: [...new Set(question.mustHave.flatMap((id) => find(id) ?? []))],
  };
}
