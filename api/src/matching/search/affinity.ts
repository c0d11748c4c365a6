import { distanceDam } from "#domain/place.ts";
import type { Question } from "../question.ts";
import type { ComponentId } from "../terms.ts";
import { sumOf } from "../whole.ts";
import { UNKNOWN, type Field } from "./field.ts";

/** Guesses for choosing whom to look at first; never part of a score. Units: weight × points, roughly. */
export interface Affinity {
  /** What a candidate brings by itself. */
  readonly promise: Float64Array;
  /** Turns to another seed. */
  readonly aimAt: (seed: number) => void;
  /** How well a candidate goes with the seed aimed at. */
  readonly with: (candidate: number) => number;
}

const weightsOf = ({ weighed }: Question): ((id: ComponentId) => number) => {
  const weights = new Map<string, number>(weighed.map(({ id, weight }) => [id, weight]));
  return (id) => weights.get(id) ?? 0;
};

const countOf = (start: Int32Array, candidate: number): number =>
  (start[candidate + 1] as number) - (start[candidate] as number);

/** Permille of the year's demand a candidate alone could meet. */
function capacityPermille(field: Field, candidate: number, { demand }: Question): number {
  const capacity = field.members[candidate]?.monthlyCapacity;
  if (capacity === undefined || demand.unitsPerMonth === undefined || field.able[candidate] === 0) return 0;
  const met = demand.unitsPerMonth.map((units, month) =>
    units === 0 ? 1 : Math.min(1, (capacity[month] ?? 0) / units),
  );
  return met.reduce((sum, part) => sum + part * 1000, 0) / 12;
}

/** What a candidate can bring to any group: skills, licences, areas and capacity asked for, and its suitability to lead. */
function ownPart(field: Field, question: Question, candidate: number): number {
  const weight = weightsOf(question);
  const { demand, terms } = question;
  const level = field.leader[candidate] as number;
  const part = (count: number, all: number) => (all === 0 ? 0 : (1000 * count) / all);
  return (
    (weight("coverage") + weight("redundancy")) *
      part(countOf(field.met.start, candidate), demand.requirements?.length ?? 0) +
    weight("area-coverage") * part(countOf(field.served.start, candidate), demand.areas?.length ?? 0) +
    weight("capacity-fit") * capacityPermille(field, candidate, question) +
    weight("leader") * (level === UNKNOWN ? 0 : (terms.leaderPoints[level] ?? 0)) +
    (field.members[candidate]?.monthlyLoad === undefined ? 0 : weight("load-smoothing") * 300) +
    (field.members[candidate]?.monthlyWorkers === undefined ? 0 : weight("year-round") * 500) +
    ((field.spendYen[candidate] as number) > 0 ? weight("purchase-overlap") * 300 : 0)
  );
}

/** Sum of 7 parts of the most and 3 parts of the next pressing issue, as for one member. */
class TopPresses {
  first = 0;
  second = 0;

  take(press: number): void {
    if (press > this.first) {
      this.second = this.first;
      this.first = press;
    } else if (press > this.second) this.second = press;
  }

  points(members: number): number {
    return (7 * this.first + 3 * this.second) / (30 * members);
  }
}

function needPart(
  { needs, needAnswers }: Field,
  candidate: number,
  levelBeside: (issue: number) => number,
): TopPresses {
  const top = new TopPresses();
  for (let at = needs.start[candidate] as number; at < (needs.start[candidate + 1] as number); at += 1) {
    const issue = needs.entry[at] as number;
    const beside = levelBeside(issue);
    if (beside >= 0) top.take((needAnswers[issue] as number) * (beside + (needs.level[at] as number)));
  }
  return top;
}

/** Levels of one candidate's tags, spread out by tag number so that another's tags find them at once. */
class Spread {
  readonly level: Uint8Array;
  private used: number[] = [];

  constructor(tags: number) {
    this.level = new Uint8Array(tags);
  }

  lay({ start, entry, level }: Field["needs"], candidate: number): void {
    for (const tag of this.used) this.level[tag] = 0;
    this.used = [];
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
      const tag = entry[at] as number;
      this.level[tag] = level[at] as number;
      this.used.push(tag);
    }
  }

  /** The most pressing of a candidate's tags that are laid out, by the candidate's level. */
  strongestOf({ start, entry, level }: Field["needs"], candidate: number): number {
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
      if ((this.level[entry[at] as number] as number) > 0) return level[at] as number;
    }
    return 0;
  }

  /** The highest laid-out level among a candidate's tags. */
  highestUnder({ start, entry }: Field["needs"], candidate: number): number {
    let highest = 0;
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
      highest = Math.max(highest, this.level[entry[at] as number] as number);
    }
    return highest;
  }
}

/** The year of each candidate in a row of plain numbers: how even it becomes with another's beside it. */
class YearBeside {
  private readonly months: Float64Array;
  private readonly total: Float64Array;
  private seed = 0;

  constructor({ members }: Field) {
    this.months = new Float64Array(12 * members.length);
    this.total = new Float64Array(members.length).fill(UNKNOWN);
    members.forEach(({ monthlyWorkers }, candidate) => {
      if (monthlyWorkers === undefined) return;
      this.months.set(monthlyWorkers, 12 * candidate);
      this.total[candidate] = sumOf(monthlyWorkers);
    });
  }

  lay(seed: number): void {
    this.seed = seed;
  }

  /** Permille of an even year that the two make; a quiet year is judged by its shape, whatever its size. */
  with(candidate: number): number {
    const [mine, theirs] = [this.total[this.seed] as number, this.total[candidate] as number];
    if (mine === UNKNOWN || theirs === UNKNOWN || mine + theirs === 0) return 0;
    const mean = (mine + theirs) / 12;
    let even = 0;
    for (let month = 0; month < 12; month += 1) {
      const together =
        (this.months[12 * this.seed + month] as number) + (this.months[12 * candidate + month] as number);
      even += Math.min(together, mean);
    }
    return (1000 * even) / (12 * mean);
  }
}

/** What the seed buys laid out by item. */
class SpendBeside {
  private readonly field: Field;
  private readonly bought: Uint8Array;
  private items: Int32Array = new Int32Array(0);

  constructor(field: Field) {
    this.field = field;
    this.bought = new Uint8Array(field.purchases.tagCount);
  }

  lay(seed: number): void {
    const { start, entry } = this.field.purchases;
    for (const item of this.items) this.bought[item] = 0;
    this.items = entry.subarray(start[seed], start[seed + 1]);
    for (const item of this.items) this.bought[item] = 1;
  }

  /** Permille of what a candidate spends that goes to things the seed buys too. */
  with(candidate: number): number {
    const { start, entry, amount } = this.field.purchases;
    let shared = 0;
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
      if (this.bought[entry[at] as number] === 1) shared += amount[at] as number;
    }
    return shared === 0 ? 0 : (1000 * shared) / (this.field.spendYen[candidate] as number);
  }
}

/** Prepares the guesses of one search. */
export function affinityOf(field: Field, question: Question): Affinity {
  const weight = weightsOf(question);
  const own = Float64Array.from(field.members, (_, candidate) => ownPart(field, question, candidate));
  const tied = (candidate: number) => (countOf(field.ties.start, candidate) > 0 ? weight("ties") * 1000 : 0);
  const alone = (candidate: number) => weight("shared-need") * needPart(field, candidate, () => 0).points(1);
  const promise = own.map((part, candidate) => part + alone(candidate) + tied(candidate));

  const needs = new Spread(field.needAnswers.length);
  const wants = new Spread(field.skillCount);
  const offers = new Spread(field.skillCount);
  const year = new YearBeside(field);
  const spend = new SpendBeside(field);
  const [wYear, wSpend] = [weight("year-round"), weight("purchase-overlap")];
  const wTrade = weight("useful-distance");
  let seed = 0;
  let seedTies = new Set<number>();
  const needLevel = (issue: number) => ((needs.level[issue] as number) > 0 ? (needs.level[issue] as number) : -1);
  const [wNeed, wSkill, wNear] = [weight("shared-need"), weight("complementarity"), weight("nearness")];
  const [wSize, wTies] = [weight("size-likeness"), weight("ties")];
  const nearPart = (candidate: number) => {
    const [here, there] = [field.members[seed]?.place, field.members[candidate]?.place];
    if (wNear === 0 || here === undefined || there === undefined) return 0;
    return (1000 * Math.max(0, question.nearnessDam - distanceDam(here, there))) / question.nearnessDam;
  };
  const sizePart = (candidate: number) => {
    const [mine, other] = [field.sizeClass[seed] as number, field.sizeClass[candidate] as number];
    return mine === UNKNOWN || other === UNKNOWN ? 0 : (1000 * Math.max(0, 3 - Math.abs(mine - other))) / 3;
  };
  return {
    promise,
    aimAt: (next) => {
      seed = next;
      seedTies = new Set(field.ties.entry.subarray(field.ties.start[seed], field.ties.start[seed + 1]));
      needs.lay(field.needs, seed);
      wants.lay(field.seeks, seed);
      offers.lay(field.offers, seed);
      if (wYear > 0) year.lay(seed);
      if (wSpend > 0) spend.lay(seed);
    },
    with: (candidate) =>
      (own[candidate] as number) / 2 +
      (wNeed === 0 ? 0 : wNeed * needPart(field, candidate, needLevel).points(2)) +
      (wSkill === 0
        ? 0
        : (wSkill * 500 * (wants.highestUnder(field.offers, candidate) + offers.strongestOf(field.seeks, candidate))) /
          3) +
      wNear * nearPart(candidate) +
      wSize * sizePart(candidate) +
      (seedTies.has(candidate) ? wTies * 1000 : 0) +
      (wYear === 0 ? 0 : wYear * year.with(candidate)) +
      (wSpend === 0 ? 0 : wSpend * spend.with(candidate)) +
      (wTrade === 0 ? 0 : wTrade * field.trade.differenceOf(seed, candidate)),
  };
}
