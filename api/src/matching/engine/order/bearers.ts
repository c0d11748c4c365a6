import { degreeOfLongitudeDam, distanceAmong, LAT_DAM_A_MICRO, MICRO, roughDam } from "#domain/place.ts";
import { KNOWN, LEVEL_BITS, LEVEL_MASK, UNKNOWN } from "../../columns/columns.ts";
import type { Field } from "../field.ts";
import { orderedBy } from "../ground.ts";
import type { OrderGains } from "./order-gains.ts";

const MONTHS = 12;

/** Issues of a bearer that are looked at, the most pressing first. */
export const ISSUES_MAX = 8;

/** Levels of leading. */
const LEVELS = 4;

/** Points that are the same when bearers of one kind are put in order by their units. */
export const UNITS_STEP = 4;

/** Candidates in the order of bearers, and of each its kind. */
interface Sorted {
  readonly candidates: Int32Array;
  readonly kind: Int32Array;
}

/**
 * Puts those next to each other who meet the same and lead alike, the ones with most units to spare first; before all
 * others those whose months are known.
 */
function sortedByKind({ columns: { leader, monthlyLoad } }: Field, gains: OrderGains, some: Int32Array): Sorted {
  const numbers = new Map<number, number>();
  const kinds = new Int32Array(some.length);
  const units = new Int32Array(some.length);
  let most = 0;
  for (let at = 0; at < some.length; at += 1) {
    const one = some[at] as number;
    const bits = gains.bits[one] as number;
    let number = numbers.get(bits);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(bits, number);
    }
    const isKnown = monthlyLoad.row[one] !== UNKNOWN;
    kinds[at] = ((isKnown ? 0 : some.length) + number) * LEVELS + Math.max(0, leader[one] as number);
    units[at] = Math.round((gains.units[one] as number) / UNITS_STEP);
    most = Math.max(most, units[at] as number);
  }
  const byUnits = orderedBy(
    units.map((each) => most - each),
    most + 1,
  );
  const byKind = orderedBy(
    byUnits.map((at) => kinds[at] as number),
    2 * some.length * LEVELS + LEVELS,
  ).map((at) => byUnits[at] as number);
  return { candidates: byKind.map((at) => some[at] as number), kind: byKind.map((at) => kinds[at] as number) };
}

/**
 * Some of those who could bear a part of an order, numbered anew by kind, and what each would bring to a group: side by
 * side, so that thousands are weighed at once. Points are times their weight. Months and issues are laid out when a bearer
 * is first looked at closely (`lay`), for most never are.
 */
export class Bearers {
  readonly count: number;
  /** Those before have months that are known, which even out with those of others. */
  readonly known: number;
  /** By bearer, its place in the columns. */
  readonly candidates: Int32Array;
  /** By bearer: the same for those who meet the same wishes, lead alike, and whose months are both known or not. */
  readonly kind: Int32Array;
  /** By bearer: bits of the wishes it is known to meet. */
  readonly bits: Int32Array;
  /** By bearer: 0 to 3; not known is 0. */
  readonly leader: Uint8Array;
  /** By bearer: 1 where its licences are not known. */
  readonly isLicenceUnknown: Uint8Array;
  /** By bearer: what its spare units would bring alone. */
  readonly supplies: Float64Array;
  /** By bearer: 1 where the following is laid out. */
  readonly isLaid: Uint8Array;
  /** By bearer, twelve each: what its spare units would bring to each month alone. */
  readonly supply: Float64Array;
  /** By bearer whose months are known, twelve each: its load in each month, from the mean of its year; and their length. */
  readonly swings: Float64Array;
  readonly swingNorm: Float64Array;
  /** By bearer: its issues from ISSUES_MAX × one to issueEnd[one], and answer × level of each. */
  readonly issueEnd: Int32Array;
  readonly issue: Int32Array;
  readonly press: Int32Array;
  /** By bearer, decametres east and north on the flat map: good enough to choose by, not to say who is near whom. */
  readonly east: Float64Array;
  readonly north: Float64Array;
  /** By bearer: half of how long a degree of longitude is where it lies, against the flat map; of two together it is the mean. */
  private readonly halfDegree: Float64Array;
  /** By candidate: one more than its number; 0 where it is none of these. */
  private readonly numberOf: Int32Array;
  private readonly field: Field;
  private readonly gains: OrderGains;

  constructor(field: Field, gains: OrderGains, some: Int32Array) {
    const { columns } = field;
    const { candidates, kind } = sortedByKind(field, gains, some);
    const { length: count } = candidates;
    this.field = field;
    this.gains = gains;
    this.candidates = candidates;
    this.kind = kind;
    this.count = count;
    this.bits = candidates.map((one) => gains.bits[one] as number);
    this.numberOf = new Int32Array(columns.count);
    this.leader = new Uint8Array(count);
    this.isLicenceUnknown = new Uint8Array(count);
    this.north = new Float64Array(count);
    this.east = new Float64Array(count);
    this.halfDegree = new Float64Array(count);
    this.supplies = new Float64Array(count);
    const flat = flatMap(field);
    let known = 0;
    for (let one = 0; one < count; one += 1) {
      const candidate = candidates[one] as number;
      this.numberOf[candidate] = one + 1;
      this.leader[one] = Math.max(0, columns.leader[candidate] as number);
      this.isLicenceUnknown[one] = ((columns.known[candidate] as number) & KNOWN.licences) === 0 ? 1 : 0;
      this.north[one] = flat.north(candidate);
      this.east[one] = flat.east(candidate);
      this.halfDegree[one] = degreeOfLongitudeDam(columns.latMicro[candidate] as number) / (2 * flat.degreeDam);
      this.supplies[one] = gains.units[candidate] as number;
      if (columns.monthlyLoad.row[candidate] !== UNKNOWN) known += 1;
    }
    this.known = known;
    this.isLaid = new Uint8Array(count);
    this.supply = new Float64Array(MONTHS * count);
    this.swings = new Float64Array(MONTHS * known);
    this.swingNorm = new Float64Array(count);
    this.issueEnd = new Int32Array(count);
    this.issue = new Int32Array(ISSUES_MAX * count);
    this.press = new Int32Array(ISSUES_MAX * count);
  }

  /** The number of a candidate; -1 where it is none of these. */
  bearerOf(candidate: number): number {
    return (this.numberOf[candidate] as number) - 1;
  }

  /**
   * Tells which two are near enough to be in one group, exactly: reckoned with the mean of what a degree of longitude is
   * at either, and as the terms have it only where that is close to the limit.
   */
  nearness(withinDam: number): (a: number, b: number) => boolean {
    const { field, candidates, east, halfDegree, north } = this;
    const surely = Math.max(0, withinDam - roughDam(withinDam)) ** 2;
    const perhaps = (withinDam + roughDam(withinDam)) ** 2;
    return (a, b) => {
      const apart = (north[a] as number) - (north[b] as number);
      const along =
        ((east[a] as number) - (east[b] as number)) * ((halfDegree[a] as number) + (halfDegree[b] as number));
      const square = apart * apart + along * along;
      if (square < surely) return true;
      if (square > perhaps) return false;
      return distanceAmong(field.columns, candidates[a] as number, candidates[b] as number) <= withinDam;
    };
  }

  /** Lays out the months and issues of a bearer. */
  lay(one: number): void {
    this.isLaid[one] = 1;
    const candidate = this.candidates[one] as number;
    if (this.supplies[one] !== 0) this.laySupply(one, candidate);
    if (one < this.known) this.laySwings(one, candidate);
    this.layIssues(one, candidate);
  }

  private laySupply(one: number, candidate: number): void {
    const { aUnit, month: full } = this.gains;
    const { row, months } = this.field.columns.monthlyCapacity;
    const from = MONTHS * (row[candidate] as number);
    for (let month = 0; month < MONTHS; month += 1) {
      const [own, all] = [(aUnit[month] as number) * (months[from + month] as number), full[month] as number];
      this.supply[MONTHS * one + month] = own < all ? own : all;
    }
  }

  private laySwings(one: number, candidate: number): void {
    const { row, months } = this.field.columns.monthlyLoad;
    const from = MONTHS * (row[candidate] as number);
    let [total, square] = [0, 0];
    for (let month = 0; month < MONTHS; month += 1) total += months[from + month] as number;
    for (let month = 0; month < MONTHS; month += 1) {
      const swing = (months[from + month] as number) - total / MONTHS;
      this.swings[MONTHS * one + month] = swing;
      square += swing * swing;
    }
    this.swingNorm[one] = Math.sqrt(square);
  }

  private layIssues(one: number, candidate: number): void {
    const { start, entry } = this.field.columns.needs;
    let issues = entry;
    let [from, end] = [start[candidate] as number, start[candidate + 1] as number];
    if (end - from > ISSUES_MAX) {
      issues = entry.slice(from, end).sort((a, b) => this.pressOf(b) - this.pressOf(a) || a - b);
      [from, end] = [0, ISSUES_MAX];
    }
    let to = ISSUES_MAX * one;
    for (let at = from; at < end; at += 1) {
      const each = issues[at] as number;
      this.issue[to] = each >> LEVEL_BITS;
      this.press[to] = this.pressOf(each);
      to += 1;
    }
    this.issueEnd[one] = to;
  }

  private pressOf(need: number): number {
    return (this.field.needAnswers[need >> LEVEL_BITS] as number) * (need & LEVEL_MASK);
  }

  /** Whether all of a bearer's months are known that even out with those of others. */
  areMonthsKnown(one: number): boolean {
    return one < this.known;
  }
}

/** Where a candidate lies on a flat map, in decametres from the south-west corner of the ground. */
export interface FlatMap {
  readonly east: (candidate: number) => number;
  readonly north: (candidate: number) => number;
  /** Decametres of a degree of longitude. */
  readonly degreeDam: number;
}

/**
 * A map on which a degree is everywhere as long as where the middle candidate lies, counted from the south: far islands
 * make a ground long, and the middle of Tokyo's lies in the sea, where a degree of longitude is longer by a fifteenth.
 */
export function flatMap({ columns: { cells, count, latMicro, lonMicro } }: Field): FlatMap {
  const { south, west } = cells;
  const degreeDam = degreeOfLongitudeDam(count === 0 ? south : (latMicro[count >> 1] as number));
  const lonDam = degreeDam / MICRO;
  return {
    degreeDam,
    east: (candidate) => ((lonMicro[candidate] as number) - west) * lonDam,
    north: (candidate) => ((latMicro[candidate] as number) - south) * LAT_DAM_A_MICRO,
  };
}
