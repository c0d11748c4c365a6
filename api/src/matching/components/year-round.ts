import { factsOf, idsOf, type ScoreComponent } from "../component.ts";
import type { Group } from "../member.ts";
import { leanestMonths, monthsTogether } from "../months.ts";
import type { Months } from "../snapshot.ts";
import { floorOfProduct, sumOf } from "../whole.ts";

/** Tenths of a worker's months that make one worker's year: less is nobody's job for a year. */
const ONE_WORKERS_YEAR = 120;

/** The months that decide: a year is as good as its three leanest. */
const LEAN_MONTHS = 3;

/** Points of a month that has an even share of the year, times twelve: three of them make 999. */
const EVEN_YEAR = 4000;

/** Points of one of the three leanest months of a year; both in tenths of workers' months. */
export function leanPoints(month: number, year: number): number {
  return year < ONE_WORKERS_YEAR ? 0 : floorOfProduct(EVEN_YEAR, month, year);
}

/** Points (0 to 1000) of workers wanted by month, in tenths. */
export function yearPoints(wanted: Months): number {
  const year = sumOf(wanted);
  return sumOf(leanestMonths(wanted, LEAN_MONTHS).map(({ amount }) => leanPoints(amount, year)));
}

const knownWishes = (group: Group): readonly Months[] =>
  group.flatMap(({ monthlyWorkers }) => (monthlyWorkers ? [monthlyWorkers] : []));

/** Months (1 to 12) in which nobody wants anyone. */
const gapsOf = (wanted: Months): readonly number[] =>
  wanted.flatMap((tenths, month) => (tenths === 0 ? [month + 1] : []));

/**
 * 通年の仕事: whether the months in which members want workers add up to a job for the whole year.
 *
 * Points, 0 to 1000: over the three leanest months of the workers wanted together (tenths of a worker), 4000 times the
 * month's part of the year, each rounded down (999 for an even year); 0 where the year is less than one worker's. Where a member's wish is not
 * known, what its work has above its own least month stands for it. While even that is unknown of anyone nothing is
 * known of the year: low 0, high 1000. Source: the examples of composed jobs published for community work cooperatives.
 */
export const yearRound: ScoreComponent<"year-round"> = {
  id: "year-round",
  matches: (group) => {
    const wishes = knownWishes(group);
    if (wishes.length < group.length) return [];
    const wanted = monthsTogether(wishes);
    const total = sumOf(wanted);
    const leanest = leanestMonths(wanted, LEAN_MONTHS).map(({ month, amount }) => ({ month, workers: amount }));
    const wanting = group.filter(({ monthlyWorkers }) => monthlyWorkers?.some((tenths) => tenths > 0));
    const year = { members: idsOf(wanting), points: yearPoints(wanted), evidence: { wanted, total, leanest } };
    const gaps = gapsOf(wanted);
    return total === 0 || gaps.length === 0 ? [year] : [year, { members: [], points: 0, evidence: { gaps } }];
  },
  high: (group, _question, low) => (knownWishes(group).length < group.length ? 1000 : low),
  facts: (group) => factsOf(group, ["monthlyWorkers"]),
};
