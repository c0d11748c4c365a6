import type { ComponentId } from "../../../api/src/matching/terms.ts";
import type { Held, Sheet } from "./sheet.ts";

/** The r-th (from 1) of `count` equal shares of 1000. */
export const shareOf = (count: number, r: number): number =>
  Math.floor((1000 * r) / count) - Math.floor((1000 * (r - 1)) / count);

/** Points of a group of so many members for their number. */
export function sizePointsOf(members: number): number {
  if (members < 4) return 0;
  if (members === 4) return 600;
  if (members <= 12) return 1000;
  return members < 30 ? Math.floor((18_000 - 300 * (members - 12)) / 18) : 700;
}

type Group = readonly number[];
type Reckon = (sheet: Sheet, group: Group) => number;

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

function pairSum(column: ArrayLike<number>, { count }: Sheet, group: Group): number {
  let sum = 0;
  for (let at = 1; at < group.length; at += 1)
    for (let before = 0; before < at; before += 1)
      sum += column[(group[at] as number) * count + (group[before] as number)] as number;
  return sum;
}

const pairsIn = (group: Group): number => (group.length * (group.length - 1)) / 2;

function sharedNeed({ needs, answers }: Sheet, group: Group): number {
  const levels = new Map<number, number[]>();
  for (const one of group)
    for (const { tag, amount } of needs[one] ?? []) levels.set(tag, [...(levels.get(tag) ?? []), amount]);
  const presses = [...levels]
    .filter(([, held]) => held.length > 1)
    .map(([issue, held]) => (answers[issue] as number) * total(held))
    .sort((a, b) => b - a);
  const points = (parts: number, press = 0) => Math.floor((parts * press) / (30 * group.length));
  return points(7, presses[0]) + points(3, presses[1]);
}

/** Points of a member's two strongest met wants, by their levels, the strongest first. */
export function wantPoints(levels: readonly number[], members: number): number {
  const [first = 0, second = 0] = levels;
  return Math.floor((700 * first) / (3 * members)) + Math.floor((300 * second) / (3 * members));
}

function complementarity({ wants, isOffered, skills }: Sheet, group: Group): number {
  const metLevels = (one: number) =>
    (wants[one] ?? [])
      .filter(({ tag }) => group.some((other) => other !== one && isOffered[other * skills + tag] === 1))
      .map(({ amount }) => amount);
  return total(group.map((one) => wantPoints(metLevels(one), group.length)));
}

const ableFor = (lists: readonly (readonly number[])[], group: Group, place: number): number =>
  group.filter((one) => lists[one]?.includes(place)).length;

function coverage({ question, met }: Sheet, group: Group): number {
  const { requirements } = question.demand;
  if (requirements?.length === 0) return 1000;
  return total(
    (requirements ?? []).map((_, at, { length }) => (ableFor(met, group, at) > 0 ? shareOf(length, at + 1) : 0)),
  );
}

function redundancy({ question, met }: Sheet, group: Group): number {
  const { requirements } = question.demand;
  if (requirements?.length === 0) return 1000;
  return total(
    (requirements ?? []).map((_, at, { length }) => {
      const able = ableFor(met, group, at);
      const [first, second] = [shareOf(2 * length, 2 * at + 1), shareOf(2 * length, 2 * at + 2)];
      return (able > 0 ? first : 0) + (able > 1 ? second : 0);
    }),
  );
}

function areaCoverage({ question, served }: Sheet, group: Group): number {
  const { areas } = question.demand;
  if (areas?.length === 0) return 1000;
  return total(
    (areas ?? []).map((_, at, { length }) => (ableFor(served, group, at) > 0 ? shareOf(length, at + 1) : 0)),
  );
}

function capacityFit({ question, isAble, capacity }: Sheet, group: Group): number {
  return total(
    (question.demand.unitsPerMonth ?? []).map((demand, month) => {
      const full = shareOf(12, month + 1);
      const supply = total(group.map((one) => (isAble[one] ? (capacity[one]?.[month] ?? 0) : 0)));
      return demand === 0 ? full : Number((BigInt(full) * BigInt(Math.min(supply, demand))) / BigInt(demand));
    }),
  );
}

const swing = (year: readonly number[]): number => {
  const sum = total(year);
  return total(year.map((load) => (12 * load - sum) ** 2));
};

function yearsOf(years: readonly (readonly number[] | undefined)[], group: Group) {
  const known = group.flatMap((one) => {
    const year = years[one];
    return year === undefined ? [] : [year];
  });
  if (known.length < group.length) return undefined;
  return { known, together: Array.from({ length: 12 }, (_, month) => total(known.map((year) => year[month] ?? 0))) };
}

function loadSmoothing({ load }: Sheet, group: Group): number {
  const years = yearsOf(load, group);
  if (years === undefined) return 0;
  const [apart, together] = [total(years.known.map(swing)), swing(years.together)];
  return apart === 0 ? 0 : Math.floor((1000 * Math.max(0, apart - together)) / apart);
}

function yearRound({ workers }: Sheet, group: Group): number {
  const years = yearsOf(workers, group);
  const sum = total(years?.together ?? []);
  if (years === undefined || sum < 120) return 0;
  const leanest = years.together.toSorted((a, b) => a - b).slice(0, 3);
  return total(leanest.map((tenths) => Math.floor((4000 * tenths) / sum)));
}

function leaders({ leader, question }: Sheet, group: Group): readonly number[] {
  const known = group.map((one) => leader[one] as number).filter((level) => level >= 0);
  return known.sort((a, b) => b - a).map((level) => question.terms.leaderPoints[level] ?? 0);
}

function ties({ tied }: Sheet, group: Group): number {
  let largest = 1;
  for (const first of group) {
    const reached = new Set([first]);
    const inside = (one: number) => (tied[one] ?? []).filter((other) => group.includes(other));
    for (const one of reached) for (const other of inside(one)) reached.add(other);
    largest = Math.max(largest, reached.size);
  }
  return largest < 2 ? 0 : Math.floor((1000 * largest) / group.length);
}

/** Shares go by the order of ids, which is that of the members in a sorted instance. */
function lowRivalry({ isRival, count }: Sheet, group: Group): number {
  const isFree = (one: number) => group.every((other) => isRival[one * count + other] !== 1);
  return total(group.toSorted((a, b) => a - b).map((one, at) => (isFree(one) ? shareOf(group.length, at + 1) : 0)));
}

function purchaseOverlap({ purchases, spendYen }: Sheet, group: Group): number {
  const buyers = new Map<number, number>();
  for (const one of group) for (const { tag } of purchases[one] ?? []) buyers.set(tag, (buyers.get(tag) ?? 0) + 1);
  const sharedYen = (held: readonly Held[]) =>
    total(held.filter(({ tag }) => (buyers.get(tag) ?? 0) >= 3).map(({ amount }) => amount));
  return total(
    group.map((one) => {
      const spend = spendYen[one] as number;
      if (spend === 0) return 0;
      return Number((1000n * BigInt(sharedYen(purchases[one] ?? []))) / (BigInt(group.length) * BigInt(spend)));
    }),
  );
}

const meanOfPairs = (points: number, group: Group): number =>
  group.length < 2 ? 0 : Math.floor(points / pairsIn(group));

/** Points of each component, written from the page of terms and not from the components. */
const POINTS: Readonly<Record<ComponentId, Reckon>> = {
  "shared-need": sharedNeed,
  complementarity,
  coverage,
  redundancy,
  "area-coverage": areaCoverage,
  "capacity-fit": capacityFit,
  "load-smoothing": loadSmoothing,
  "year-round": yearRound,
  nearness: (sheet, group) => {
    if (group.length < 2) return 0;
    return Math.floor((1000 * pairSum(sheet.nearDam, sheet, group)) / (sheet.question.nearnessDam * pairsIn(group)));
  },
  leader: (sheet, group) => leaders(sheet, group)[0] ?? 0,
  "second-leader": (sheet, group) => leaders(sheet, group)[1] ?? 0,
  "size-likeness": (sheet, group) =>
    group.length < 2 ? 0 : Math.floor((1000 * pairSum(sheet.like, sheet, group)) / (3 * pairsIn(group))),
  ties,
  "low-rivalry": lowRivalry,
  "useful-distance": (sheet, group) => meanOfPairs(pairSum(sheet.useful, sheet, group), group),
  "purchase-overlap": purchaseOverlap,
  "group-size": (_sheet, group) => sizePointsOf(group.length),
};

/** Whether every demanded licence is held, or might be by somebody whose licences are unknown. */
function isLicensed({ question, met, isLicenceUnknown }: Sheet, group: Group): boolean {
  const { demand } = question;
  if (demand.licences.length === 0 || group.some((one) => isLicenceUnknown[one])) return true;
  return demand.licences.every((_, at) => ableFor(met, group, demand.capabilities.length + at) > 0);
}

/** A group's lower bound; undefined where a demanded licence is missing. */
export function worthOf(sheet: Sheet, group: Group): number | undefined {
  if (!isLicensed(sheet, group)) return undefined;
  return total(sheet.question.weighed.map(({ id, weight }) => weight * POINTS[id](sheet, group)));
}
