import { UNKNOWN, type MonthColumn } from "../../columns/columns.ts";
import { leanPoints } from "../../components/year-round.ts";
import { evenedPermille, evenedPlainly, isPlain, monthPoints, plainSwing } from "../../months.ts";
import type { Months } from "../../snapshot.ts";
import type { Drawing } from "../drawing.ts";
import type { Field } from "../field.ts";
import { constantPart, POOL_MAX, type Part, type Pool, type TriedGroup, type WeighedPart } from "../part.ts";

const MONTHS = 12;

/** The row of nobody, after those of all slots: nothing in any month. */
const NOBODY = POOL_MAX;

/** Months of the pool's candidates, and their sum over the group, with the number of members whose months are not known. */
class MonthsOfGroup {
  readonly sum = new Float64Array(MONTHS);
  /** Over all months. */
  total = 0;
  unknown = 0;
  /** By slot, where `isKnown`: twelve to a row, and what they are together. */
  readonly rows = new Float64Array(MONTHS * (NOBODY + 1));
  readonly totals = new Float64Array(NOBODY + 1);
  readonly isKnown = new Uint8Array(POOL_MAX);
  private readonly column: MonthColumn;
  private readonly counts: (candidate: number) => boolean;

  /** @param counts whose months are taken into account; those of others are as if not known */
  constructor(column: MonthColumn, counts: (candidate: number) => boolean = () => true) {
    this.column = column;
    this.counts = counts;
  }

  lay({ size, candidates }: Pool): void {
    this.sum.fill(0);
    this.total = 0;
    this.unknown = 0;
    for (let slot = 0; slot < size; slot += 1) this.read(slot, candidates[slot] as number);
  }

  private read(slot: number, candidate: number): void {
    const { rows, column } = this;
    const row = column.row[candidate] as number;
    const isKnown = row !== UNKNOWN && this.counts(candidate);
    this.isKnown[slot] = isKnown ? 1 : 0;
    if (!isKnown) return;
    let total = 0;
    for (let month = 0; month < MONTHS; month += 1) {
      const amount = column.months[MONTHS * row + month] as number;
      rows[MONTHS * slot + month] = amount;
      total += amount;
    }
    this.totals[slot] = total;
  }

  change(slot: number, by: 1 | -1): void {
    if (this.isKnown[slot] === 0) {
      this.unknown += by;
      return;
    }
    const { sum, rows } = this;
    this.total += by * (this.totals[slot] as number);
    for (let month = 0; month < MONTHS; month += 1)
      sum[month] = (sum[month] as number) + by * (rows[MONTHS * slot + month] as number);
  }
}

const keeping = (months: MonthsOfGroup): Pick<Part, "lay" | "add" | "remove"> => ({
  lay: (pool) => months.lay(pool),
  add: (slot) => months.change(slot, 1),
  remove: (slot) => months.change(slot, -1),
});

/** capacity-fit: spare units summed by month over the members able to do any of the work. */
export function capacityPart(
  { columns: { monthlyCapacity: column }, able }: Field,
  { unitsPerMonth, weight }: { readonly unitsPerMonth: Months | undefined; readonly weight: number },
): WeighedPart {
  if (unitsPerMonth === undefined) return { weight, ...constantPart(0) };
  const spare = new MonthsOfGroup(column, (one) => able[one] === 1);
  const pointsOf = (month: number, supply: number) => monthPoints(month, supply, unitsPerMonth[month] as number);
  /** Months one candidate would meet alone. */
  const metBy = (candidate: number): number => {
    const row = column.row[candidate] as number;
    if (row === UNKNOWN || able[candidate] === 0) return 0;
    let met = 0;
    for (let month = 0; month < MONTHS; month += 1) {
      const asked = unitsPerMonth[month] as number;
      met += asked === 0 ? 1 : Math.min(1, (column.months[MONTHS * row + month] as number) / asked);
    }
    return met;
  };
  const pointsNow = (): number => {
    let points = 0;
    for (let month = 0; month < MONTHS; month += 1) points += pointsOf(month, spare.sum[month] as number);
    return points;
  };
  /** Months that are met already stay as they are. */
  const gainOf = (slot: number): number => {
    let gain = 0;
    for (let month = 0; month < MONTHS; month += 1) {
      const supply = spare.sum[month] as number;
      const more = spare.rows[MONTHS * slot + month] as number;
      if (more > 0 && supply < (unitsPerMonth[month] as number))
        gain += pointsOf(month, supply + more) - pointsOf(month, supply);
    }
    return gain;
  };
  return {
    weight,
    most: () => 1000,
    ...keeping(spare),
    stand: (candidate) => (1000 * metBy(candidate)) / MONTHS,
    low: pointsNow,
    weigh: (_group, open, worth) => {
      const points = pointsNow();
      for (let place = 0; place < open.count; place += 1) {
        const slot = open.slots[place] as number;
        const gain = spare.isKnown[slot] === 1 ? gainOf(slot) : 0;
        worth[slot] = (worth[slot] as number) + weight * (points + gain);
      }
    },
  };
}

/** Points that known loads even each other out by, as a rule. */
const SMOOTHED_USUALLY = 300;

/** Loads of a group, and how much they swing. */
class LoadsOfGroup extends MonthsOfGroup {
  /** Σ of the swings of its members, each for itself. */
  private apart = 0;
  /** By slot; 0 of one so large that with it all is reckoned in whole numbers of any size: it would leave roundings behind. */
  private readonly swings = new Float64Array(POOL_MAX);

  override lay(pool: Pool): void {
    super.lay(pool);
    this.apart = 0;
    for (let slot = 0; slot < pool.size; slot += 1) {
      let squares = 0;
      for (let at = MONTHS * slot; at < MONTHS * (slot + 1); at += 1) squares += (this.rows[at] as number) ** 2;
      const total = this.totals[slot] as number;
      this.swings[slot] = isPlain(total) ? plainSwing(squares, total) : 0;
    }
  }

  override change(slot: number, by: 1 | -1): void {
    super.change(slot, by);
    if (this.isKnown[slot] === 1) this.apart += by * (this.swings[slot] as number);
  }

  /** Permille by which the loads even each other out, with a slot that joins or with `NOBODY`; all of them are known. */
  evenedWith(group: TriedGroup, slot: number): number {
    const { sum, rows, total, totals } = this;
    let squares = 0;
    for (let month = 0; month < MONTHS; month += 1) {
      const load = (sum[month] as number) + (rows[MONTHS * slot + month] as number);
      squares += load * load;
    }
    const apart = this.apart + (slot === NOBODY ? 0 : (this.swings[slot] as number));
    return evenedPlainly(apart, squares, total + (totals[slot] as number)) ?? this.exactlyEvenedWith(group, slot);
  }

  private exactlyEvenedWith(group: TriedGroup, slot: number): number {
    const members = [...group.slots.subarray(0, group.size), ...(slot === NOBODY ? [] : [slot])];
    return evenedPermille(members.map((one) => this.rows.subarray(MONTHS * one, MONTHS * (one + 1))));
  }
}

/** load-smoothing: only where every member's load is known. */
export function loadsPart({ columns: { monthlyLoad: column } }: Field, weight: number): WeighedPart {
  const loads = new LoadsOfGroup(column);
  return {
    weight,
    most: (candidate) => (column.row[candidate] === UNKNOWN ? 0 : 1000),
    ...keeping(loads),
    stand: (candidate) => (column.row[candidate] === UNKNOWN ? 0 : SMOOTHED_USUALLY),
    low: (group) => (loads.unknown > 0 ? 0 : loads.evenedWith(group, NOBODY)),
    weigh: (group, open, worth) => {
      if (loads.unknown > 0) return;
      for (let place = 0; place < open.count; place += 1) {
        const slot = open.slots[place] as number;
        if (loads.isKnown[slot] === 1) worth[slot] = (worth[slot] as number) + weight * loads.evenedWith(group, slot);
      }
    },
  };
}

/** Says of years how even they become together, about one candidate after another. */
class EvenYears {
  private readonly column: MonthColumn;
  /** By row. */
  private readonly totals: Float64Array;
  private readonly mine = new Float64Array(MONTHS);
  private myTotal = 0;

  constructor(column: MonthColumn) {
    this.column = column;
    this.totals = new Float64Array(column.months.length / MONTHS);
    for (let at = 0; at < column.months.length; at += 1) {
      const row = Math.floor(at / MONTHS);
      this.totals[row] = (this.totals[row] as number) + (column.months[at] as number);
    }
  }

  /** Turns to a candidate whose year is known. */
  lookFrom(candidate: number): void {
    const row = this.column.row[candidate] as number;
    for (let month = 0; month < MONTHS; month += 1)
      this.mine[month] = this.column.months[MONTHS * row + month] as number;
    this.myTotal = this.totals[row] as number;
  }

  /** Likes those drawn, whose year is known, by how many permille of the two years lie under their mean. */
  like({ count, candidates, liking }: Drawing, weight: number): void {
    const { mine, myTotal, totals } = this;
    const { row: rowOf, months } = this.column;
    for (let at = 0; at < count; at += 1) {
      const row = rowOf[candidates[at] as number] as number;
      if (row === UNKNOWN) continue;
      const total = myTotal + (totals[row] as number);
      if (total === 0) continue;
      const mean = total / MONTHS;
      const from = MONTHS * row;
      let apart = 0;
      for (let month = 0; month < MONTHS; month += 1)
        apart += Math.abs((mine[month] as number) + (months[from + month] as number) - mean);
      // What lies above the mean is half of what lies apart from it.
      liking[at] = (liking[at] as number) + weight * (1000 - (500 * apart) / total);
    }
  }
}

/** The year a group has together, and with one who joins. */
class YearOfGroup {
  private readonly wanted: MonthsOfGroup;
  /** The months, the leanest of the group first: nothing later can be leaner than what it is for the group alone. */
  private readonly leanFirst = Int32Array.from({ length: MONTHS }, (_, month) => month);

  constructor(wanted: MonthsOfGroup) {
    this.wanted = wanted;
  }

  /** To be called when the group has changed. */
  lookAtGroup(): void {
    const { leanFirst } = this;
    const { sum } = this.wanted;
    for (let place = 1; place < MONTHS; place += 1) {
      const month = leanFirst[place] as number;
      let at = place;
      for (; at > 0 && (sum[leanFirst[at - 1] as number] as number) > (sum[month] as number); at -= 1)
        leanFirst[at] = leanFirst[at - 1] as number;
      leanFirst[at] = month;
    }
  }

  /** Points of the year with a slot that joins, or with `NOBODY`. */
  pointsWith(slot: number): number {
    const { sum, total, rows, totals } = this.wanted;
    let [first, second, third] = [Infinity, Infinity, Infinity];
    for (let place = 0; place < MONTHS; place += 1) {
      const month = this.leanFirst[place] as number;
      const alone = sum[month] as number;
      if (alone >= third) break;
      const tenths = alone + (rows[MONTHS * slot + month] as number);
      if (tenths >= third) continue;
      third = tenths < second ? second : tenths;
      if (tenths >= second) continue;
      second = tenths < first ? first : tenths;
      if (tenths < first) first = tenths;
    }
    const year = total + (totals[slot] as number);
    return leanPoints(first, year) + leanPoints(second, year) + leanPoints(third, year);
  }
}

/** year-round: workers wanted summed by month, and only where every member's wish is known. */
export function yearPart({ columns: { monthlyWorkers: column } }: Field, weight: number): WeighedPart {
  const wanted = new MonthsOfGroup(column);
  const together = new YearOfGroup(wanted);
  const years = new EvenYears(column);
  const isKnown = (candidate: number) => column.row[candidate] !== UNKNOWN;
  return {
    weight,
    most: (candidate) => (isKnown(candidate) ? 1000 : 0),
    draw: (seed, drawing) => {
      if (isKnown(seed)) drawing.drawPlenty();
    },
    like: (seed, drawing) => {
      if (!isKnown(seed)) return;
      years.lookFrom(seed);
      years.like(drawing, weight);
    },
    ...keeping(wanted),
    low: () => {
      if (wanted.unknown > 0) return 0;
      together.lookAtGroup();
      return together.pointsWith(NOBODY);
    },
    weigh: (_group, open, worth) => {
      if (wanted.unknown > 0) return;
      together.lookAtGroup();
      for (let place = 0; place < open.count; place += 1) {
        const slot = open.slots[place] as number;
        if (wanted.isKnown[slot] === 1) worth[slot] = (worth[slot] as number) + weight * together.pointsWith(slot);
      }
    },
  };
}
