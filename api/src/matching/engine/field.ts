import { prefectureOf } from "../rules/district.ts";
import { sizeClassOf } from "../components/size-likeness.ts";
import { UNKNOWN, type Columns, type Layout, type ListColumn, type Words } from "../columns/columns.ts";
import { sharedInt8 } from "../columns/shared.ts";
import { placeAmongWords } from "../columns/word-numbers.ts";
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
  /** By candidate: size class from 0, or UNKNOWN; of nobody where sizes are not weighed. */
  readonly sizeClass: Int8Array;
  /** Tied candidates, as in the columns. */
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

/** An issue the terms do not name can be answered in full. */
function needAnswersOf({ issues }: Words, { terms: { jointAnswers } }: Question): Int32Array {
  const answers = new Int32Array(issues.length).fill(1000);
  for (const [issue, permille] of Object.entries(jointAnswers)) {
    const number = placeAmongWords(issues, issue);
    if (number !== undefined) answers[number] = permille;
  }
  return answers;
}

function sizeClasses({ employees, count }: Columns, { terms, weighed }: Question): Int8Array {
  const classes = sharedInt8(count);
  if (weighed.every(({ id }) => id !== "size-likeness")) return classes.fill(UNKNOWN);
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
  const find = candidateFinder({ columns, words });
  const apart = question.neverTogether.flatMap(([a, b]): (readonly [number, number])[] => {
    const [one, other] = [find(a), find(b)];
    return one === undefined || other === undefined ? [] : [[one, other]];
  });
  return {
    ...{ columns, question, isEligible, apart, trades: words.trades },
    ...abilitiesOf({ columns, words }, question, isEligible),
    needAnswers: needAnswersOf(words, question),
    sizeClass: sizeClasses(columns, question),
    ties: columns.tied,
    prefectureOf: prefecturesOf(words.municipalities, question),
    required: [...new Set(question.mustHave.flatMap((id) => find(id) ?? []))],
  };
}
