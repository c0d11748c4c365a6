import { DEGREE_LAT_DAM, degreeOfLongitudeDam, MICRO } from "#domain/place.ts";
import { KNOWN, LEVEL_BITS, LEVEL_MASK, UNKNOWN, type MonthColumn } from "../../columns/columns.ts";
import type { Field } from "../field.ts";
import type { OrderGains } from "./order-gains.ts";

const MONTHS = 12;

/** Issues of a bearer that are looked at, the most pressing first. */
export const ISSUES_MAX = 8;

/** Stands for a bearer of whom no months are known. */
const NO_ROW = -1;

/**
 * Some of those who could bear a part of an order, numbered anew, and what each would bring to a group: side by side, so
 * that thousands are weighed at once. Points are times their weight.
 */
export class Bearers {
  readonly count: number;
  /** By bearer, its place in the columns. */
  readonly candidates: Int32Array;
  /** The other way round. */
  readonly bearerOf = new Map<number, number>();
  /** By bearer: bits of the wishes it is known to meet. */
  readonly bits: Int32Array;
  /** By bearer: 0 to 3; not known is 0. */
  readonly leader: Uint8Array;
  /** By bearer: 1 where its licences are not known. */
  readonly isLicenceUnknown: Uint8Array;
  /** By bearer: its row of `supply`, twelve to a row: what its spare units would bring to each month alone. */
  readonly supplyRow: Int32Array;
  readonly supply: Float64Array;
  /** By bearer: all of its row of `supply` together. */
  readonly supplies: Float64Array;
  /** By bearer: its row of `swings`, twelve to a row: its load in each month, from the mean of its year. */
  readonly swingRow: Int32Array;
  readonly swings: Float64Array;
  /** By bearer: the length of its row of `swings`; 0 where it is not known. */
  readonly swingNorm: Float64Array;
  /** By bearer: its issues from issueStart[one] to issueStart[one + 1], and answer × level of each. */
  readonly issueStart: Int32Array;
  readonly issue: Int32Array;
  readonly press: Int32Array;
  /** By bearer, decametres east and north on a map that is flat: good enough to choose by. */
  readonly east: Float64Array;
  readonly north: Float64Array;

  constructor(field: Field, gains: OrderGains, candidates: Int32Array) {
    const { columns } = field;
    const { length: count } = candidates;
    this.candidates = candidates;
    this.count = count;
    this.bits = new Int32Array(count);
    this.leader = new Uint8Array(count);
    this.isLicenceUnknown = new Uint8Array(count);
    this.east = new Float64Array(count);
    this.north = new Float64Array(count);
    const flat = flatMap(field);
    for (let one = 0; one < count; one += 1) {
      const candidate = candidates[one] as number;
      this.bearerOf.set(candidate, one);
      this.bits[one] = gains.bits[candidate] as number;
      this.leader[one] = Math.max(0, columns.leader[candidate] as number);
      this.isLicenceUnknown[one] = ((columns.known[candidate] as number) & KNOWN.licences) === 0 ? 1 : 0;
      this.north[one] = flat.north(candidate);
      this.east[one] = flat.east(candidate);
    }
    this.supplyRow = this.rowsOf(columns.monthlyCapacity, (one) => field.able[one] === 1);
    this.supplies = new Float64Array(count);
    this.supply = this.laySupply(columns.monthlyCapacity, gains.aUnit);
    this.swingRow = this.rowsOf(columns.monthlyLoad, () => true);
    this.swingNorm = new Float64Array(count);
    this.swings = this.laySwings(columns.monthlyLoad);
    this.issueStart = new Int32Array(count + 1);
    this.issue = new Int32Array(count * ISSUES_MAX);
    this.press = new Int32Array(count * ISSUES_MAX);
    this.layIssues(field);
  }

  private rowsOf({ row }: MonthColumn, counts: (candidate: number) => boolean): Int32Array {
    const rows = new Int32Array(this.count).fill(NO_ROW);
    let count = 0;
    for (let one = 0; one < this.count; one += 1) {
      const candidate = this.candidates[one] as number;
      if (row[candidate] === UNKNOWN || !counts(candidate)) continue;
      rows[one] = count;
      count += 1;
    }
    return rows;
  }

  private laySupply({ row, months }: MonthColumn, aUnit: Float64Array): Float64Array {
    const supply = new Float64Array(MONTHS * this.count);
    for (let one = 0; one < this.count; one += 1) {
      const to = MONTHS * (this.supplyRow[one] as number);
      if (to < 0) continue;
      const from = MONTHS * (row[this.candidates[one] as number] as number);
      let sum = 0;
      for (let month = 0; month < MONTHS; month += 1) {
        const brings = (aUnit[month] as number) * (months[from + month] as number);
        supply[to + month] = brings;
        sum += brings;
      }
      this.supplies[one] = sum;
    }
    return supply;
  }

  private laySwings({ row, months }: MonthColumn): Float64Array {
    const swings = new Float64Array(MONTHS * this.count);
    for (let one = 0; one < this.count; one += 1) {
      const to = MONTHS * (this.swingRow[one] as number);
      if (to < 0) continue;
      const from = MONTHS * (row[this.candidates[one] as number] as number);
      let [total, square] = [0, 0];
      for (let month = 0; month < MONTHS; month += 1) total += months[from + month] as number;
      for (let month = 0; month < MONTHS; month += 1) {
        const swing = (months[from + month] as number) - total / MONTHS;
        swings[to + month] = swing;
        square += swing * swing;
      }
      this.swingNorm[one] = Math.sqrt(square);
    }
    return swings;
  }

  private layIssues({ columns: { needs }, needAnswers }: Field): void {
    let to = 0;
    for (let one = 0; one < this.count; one += 1) {
      const candidate = this.candidates[one] as number;
      const from = needs.start[candidate] as number;
      const end = Math.min(needs.start[candidate + 1] as number, from + ISSUES_MAX);
      for (let at = from; at < end; at += 1) {
        const entry = needs.entry[at] as number;
        this.issue[to] = entry >> LEVEL_BITS;
        this.press[to] = (needAnswers[entry >> LEVEL_BITS] as number) * (entry & LEVEL_MASK);
        to += 1;
      }
      this.issueStart[one + 1] = to;
    }
  }

  /** Whether all of a bearer's months are known that even out with those of others. */
  areMonthsKnown(one: number): boolean {
    return (this.swingRow[one] as number) >= 0;
  }
}

/** Where a candidate lies on a flat map, in decametres from the south-west corner of the ground. */
export interface FlatMap {
  readonly east: (candidate: number) => number;
  readonly north: (candidate: number) => number;
}

/** A map on which a degree is everywhere as long as in the middle of the ground. */
export function flatMap({ columns: { cells, latMicro, lonMicro } }: Field): FlatMap {
  const { south, west, rows, height } = cells;
  const latDam = DEGREE_LAT_DAM / MICRO;
  const lonDam = degreeOfLongitudeDam(south + Math.floor((rows * height) / 2)) / MICRO;
  return {
    east: (candidate) => ((lonMicro[candidate] as number) - west) * lonDam,
    north: (candidate) => ((latMicro[candidate] as number) - south) * latDam,
  };
}
