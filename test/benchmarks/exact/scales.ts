import type { ComponentId } from "../../../api/src/matching/terms.ts";
import { shareOf } from "./worth.ts";
import type { Held, Sheet } from "./sheet.ts";

/** Something of which the first member, and maybe the second, that has it brings points: a requirement, an area. */
export interface Cover {
  /** What the first and the next bring, falling, in hundred-thousandths. */
  readonly gains: readonly number[];
}

/** A sheet's parts weighed for groups of one size, in hundred-thousandths of a lower bound and without rounding down. */
export interface Scales {
  readonly size: number;
  /** By pair: nearness, likeness of size and difference of trades. */
  readonly pair: Float64Array;
  /** Whether it matters to anybody who joins together with it, beside ties. */
  readonly hasPairs: boolean;
  readonly tie: number;
  readonly rival: number;
  /** By level from 0: what a first and what a second leader bring. */
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** Per level, of the strongest and of the next want met. */
  readonly wants: readonly [readonly number[], readonly number[]];
  readonly spends: readonly (readonly Held[])[];
  readonly covers: readonly Cover[];
  readonly coversOf: readonly (readonly number[])[];
  /** By month of an order: what it brings when met in full. */
  readonly months: readonly number[];
  /** By member and month, the part of the month's demand it can deliver. */
  readonly delivers: readonly Float64Array[];
  /** Points of an order's parts that ask for nothing. */
  readonly given: number;
}

const PAIRED: readonly ComponentId[] = [
  "nearness",
  "size-likeness",
  "useful-distance",
  "complementarity",
  "purchase-overlap",
];

function pairsOf(sheet: Sheet, size: number): Float64Array {
  const { weights, question, nearDam, like, useful } = sheet;
  const pairs = (size * (size - 1)) / 2;
  const near = (1000 * (weights.nearness ?? 0)) / (question.nearnessDam * pairs);
  const alike = (1000 * (weights["size-likeness"] ?? 0)) / (3 * pairs);
  const apart = (weights["useful-distance"] ?? 0) / pairs;
  return Float64Array.from(
    nearDam,
    (reach, at) => near * reach + alike * (like[at] as number) + apart * (useful[at] as number),
  );
}

function coversOf({ question, weights }: Sheet): readonly Cover[] {
  const { requirements = [], areas = [] } = question.demand;
  const [first, second, area] = [weights.coverage ?? 0, weights.redundancy ?? 0, weights["area-coverage"] ?? 0];
  const count = requirements.length;
  return [
    ...requirements.map((_, at) => ({
      gains: [
        first * shareOf(count, at + 1) + second * shareOf(2 * count, 2 * at + 1),
        second * shareOf(2 * count, 2 * at + 2),
      ],
    })),
    ...areas.map((_, at) => ({ gains: [area * shareOf(areas.length, at + 1)] })),
  ];
}

function givenOf({ question, weights }: Sheet): number {
  const { requirements, areas, unitsPerMonth } = question.demand;
  const asked = requirements?.length === 0 ? 1000 * ((weights.coverage ?? 0) + (weights.redundancy ?? 0)) : 0;
  const months = (unitsPerMonth ?? []).map((units, at) => (units === 0 ? shareOf(12, at + 1) : 0));
  return (
    asked +
    (areas?.length === 0 ? 1000 * (weights["area-coverage"] ?? 0) : 0) +
    (weights["capacity-fit"] ?? 0) * months.reduce((sum, points) => sum + points, 0)
  );
}

/** Weighs a sheet for groups of one size. */
export function scalesOf(sheet: Sheet, size: number): Scales {
  const { weights, question } = sheet;
  const units = question.demand.unitsPerMonth ?? [];
  const points = question.terms.leaderPoints;
  const requirements = question.demand.requirements?.length ?? 0;
  const wanted = (part: number) =>
    [0, 1, 2, 3].map((level) => (weights.complementarity ?? 0) * Math.floor((part * level) / (3 * size)));
  return {
    size,
    pair: pairsOf(sheet, size),
    hasPairs: PAIRED.some((id) => weights[id] !== undefined),
    tie: ((weights.ties ?? 0) * 1000) / size,
    rival: (weights["low-rivalry"] ?? 0) * Math.ceil(1000 / size),
    first: points.map((each) => (weights.leader ?? 0) * each),
    second: points.map((each) => (weights["second-leader"] ?? 0) * each),
    wants: [wanted(700), wanted(300)],
    spends: sheet.purchases.map((held, one) =>
      held.map(({ tag, amount }) => ({
        tag,
        amount:
          (1000 * (weights["purchase-overlap"] ?? 0) * amount) / (size * Math.max(1, sheet.spendYen[one] as number)),
      })),
    ),
    covers: coversOf(sheet),
    coversOf: sheet.met.map((met, one) => [...met, ...(sheet.served[one] ?? []).map((area) => requirements + area)]),
    months: units.map((demand, at) => (demand === 0 ? 0 : (weights["capacity-fit"] ?? 0) * shareOf(12, at + 1))),
    delivers: sheet.capacity.map((capacity, one) =>
      Float64Array.from(units, (demand, at) =>
        demand === 0 || !sheet.isAble[one] ? 0 : Math.min(1, (capacity?.[at] ?? 0) / demand),
      ),
    ),
    given: givenOf(sheet),
  };
}
