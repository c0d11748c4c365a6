import { yearPoints } from "../../components/year-round.ts";
import { evenedPermille, monthPoints } from "../../months.ts";
import { UNKNOWN, type Field } from "../field.ts";
import type { Months } from "../../snapshot.ts";
import { sumOf } from "../../whole.ts";
import type { Ground } from "../ground.ts";
import { constantPart, POOL_MAX, type Part, type Pool, type WeighedPart } from "../part.ts";

const MONTHS = 12;

/** Months of the pool's candidates, and their sum over the group, with the number of members whose months are not known. */
class MonthsOfGroup {
  readonly sum: number[] = new Array<number>(MONTHS).fill(0);
  unknown = 0;
  private readonly ofSlot: (Months | undefined)[] = new Array<Months | undefined>(POOL_MAX).fill(undefined);
  private readonly monthsOf: (candidate: number) => Months | undefined;

  constructor(monthsOf: (candidate: number) => Months | undefined) {
    this.monthsOf = monthsOf;
  }

  lay({ size, candidates }: Pool): void {
    this.sum.fill(0);
    this.unknown = 0;
    for (let slot = 0; slot < size; slot += 1) this.ofSlot[slot] = this.monthsOf(candidates[slot] as number);
  }

  of(slot: number): Months | undefined {
    return this.ofSlot[slot];
  }

  change(slot: number, by: 1 | -1): void {
    const months = this.ofSlot[slot];
    if (months === undefined) {
      this.unknown += by;
      return;
    }
    for (let month = 0; month < MONTHS; month += 1)
      this.sum[month] = (this.sum[month] as number) + by * (months[month] as number);
  }
}

const keeping = (months: MonthsOfGroup): Pick<Part, "lay" | "add" | "remove"> => ({
  lay: (pool) => months.lay(pool),
  add: (slot) => months.change(slot, 1),
  remove: (slot) => months.change(slot, -1),
});

/** capacity-fit: spare units summed by month over the members able to do any of the work. */
export function capacityPart(
  { members, able }: Field,
  { unitsPerMonth, weight }: { readonly unitsPerMonth: Months | undefined; readonly weight: number },
): WeighedPart {
  if (unitsPerMonth === undefined) return { weight, ...constantPart(0) };
  const spare = new MonthsOfGroup((one) => (able[one] === 1 ? members[one]?.monthlyCapacity : undefined));
  const pointsOf = (month: number, supply: number) => monthPoints(month, supply, unitsPerMonth[month] as number);
  const pointsNow = (): number => {
    let points = 0;
    for (let month = 0; month < MONTHS; month += 1) points += pointsOf(month, spare.sum[month] as number);
    return points;
  };
  /** Months that are met already stay as they are. */
  const gainOf = (months: Months): number => {
    let gain = 0;
    for (let month = 0; month < MONTHS; month += 1) {
      const supply = spare.sum[month] as number;
      const more = months[month] as number;
      if (more > 0 && supply < (unitsPerMonth[month] as number))
        gain += pointsOf(month, supply + more) - pointsOf(month, supply);
    }
    return gain;
  };
  return {
    weight,
    most: () => 1000,
    ...keeping(spare),
    like: (_seed, drawn, liking) => {
      for (let at = 0; at < drawn.count; at += 1) {
        const one = drawn.candidates[at] as number;
        const months = able[one] === 1 ? members[one]?.monthlyCapacity : undefined;
        if (months === undefined) continue;
        const met = months.reduce((sum, units, month) => {
          const asked = unitsPerMonth[month] as number;
          return sum + (asked === 0 ? 1 : Math.min(1, units / asked));
        }, 0);
        liking[at] = (liking[at] as number) + (weight * 1000 * met) / MONTHS;
      }
    },
    low: pointsNow,
    weigh: (_group, open, worth) => {
      const points = pointsNow();
      for (let place = 0; place < open.count; place += 1) {
        const slot = open.slots[place] as number;
        const months = spare.of(slot);
        worth[slot] = (worth[slot] as number) + weight * (points + (months === undefined ? 0 : gainOf(months)));
      }
    },
  };
}

/** load-smoothing: reckoned anew, and only where every member's load is known. */
export function loadsPart({ members }: Field, weight: number): WeighedPart {
  const loads = new MonthsOfGroup((one) => members[one]?.monthlyLoad);
  return {
    weight,
    most: (candidate) => (members[candidate]?.monthlyLoad === undefined ? 0 : 1000),
    ...keeping(loads),
    like: (_seed, drawn, liking) => {
      for (let at = 0; at < drawn.count; at += 1)
        if (members[drawn.candidates[at] as number]?.monthlyLoad !== undefined)
          liking[at] = (liking[at] as number) + weight * 300;
    },
    low: (group) => {
      if (loads.unknown > 0) return 0;
      return evenedPermille(Array.from(group.slots.subarray(0, group.size), (slot) => loads.of(slot) as Months));
    },
  };
}

/** Each candidate's year in a row of plain numbers, and how even it becomes with another's beside it. */
function evenBeside({ members }: Field): (seed: number, candidate: number) => number {
  const years = new Float64Array(MONTHS * members.length);
  const totals = new Float64Array(members.length).fill(UNKNOWN);
  members.forEach(({ monthlyWorkers }, candidate) => {
    if (monthlyWorkers === undefined) return;
    years.set(monthlyWorkers, MONTHS * candidate);
    totals[candidate] = sumOf(monthlyWorkers);
  });
  return (seed, candidate) => {
    const [mine, theirs] = [totals[seed] as number, totals[candidate] as number];
    if (mine === UNKNOWN || theirs === UNKNOWN || mine + theirs === 0) return 0;
    const mean = (mine + theirs) / MONTHS;
    let even = 0;
    for (let month = 0; month < MONTHS; month += 1)
      even += Math.min((years[MONTHS * seed + month] as number) + (years[MONTHS * candidate + month] as number), mean);
    return (1000 * even) / (MONTHS * mean);
  };
}

/** Drawn to a seed for its year: all near it whose wishes are known. */
const KNOWN_YEAR = 0;

/** year-round: workers wanted summed by month, and only where every member's wish is known. */
export function yearPart(field: Field, ground: Ground, weight: number): WeighedPart {
  const { members } = field;
  const wanted = new MonthsOfGroup((one) => members[one]?.monthlyWorkers);
  const evenWith = evenBeside(field);
  const isKnown = (candidate: number) => members[candidate]?.monthlyWorkers !== undefined;
  const start = new Int32Array(members.length + 1);
  members.forEach((_, at) => {
    start[at + 1] = (start[at] as number) + (isKnown(at) ? 1 : 0);
  });
  const postings = ground.postingsOf({ start, entry: new Int32Array(start.at(-1) ?? 0).fill(KNOWN_YEAR) }, 1);
  const together = new Array<number>(MONTHS).fill(0);
  return {
    weight,
    most: (candidate) => (isKnown(candidate) ? 1000 : 0),
    draw: (seed, touch) => {
      if (!isKnown(seed)) return;
      const visit = (one: number) => touch(one, weight * evenWith(seed, one));
      ground.forEachHolder(postings, KNOWN_YEAR, { around: seed, visit });
    },
    ...keeping(wanted),
    low: () => (wanted.unknown > 0 ? 0 : yearPoints(wanted.sum)),
    weigh: (_group, open, worth) => {
      if (wanted.unknown > 0) return;
      for (let place = 0; place < open.count; place += 1) {
        const slot = open.slots[place] as number;
        const months = wanted.of(slot);
        if (months === undefined) continue;
        for (let month = 0; month < MONTHS; month += 1)
          together[month] = (wanted.sum[month] as number) + (months[month] as number);
        worth[slot] = (worth[slot] as number) + weight * yearPoints(together);
      }
    },
  };
}
