import { DEGREE_LAT_DAM, degreeOfLongitudeDam, latitudeWindowMicro, MICRO, type Places } from "#domain/place.ts";
import type { Cells } from "../columns/columns.ts";

/** What a ground is made of: places in cells, numbered by cell. */
export interface GroundSources extends Places {
  readonly cells: Cells;
}

/** Microdegrees of longitude within which everything so many decametres away lies, anywhere on a ground. */
const eastMicro = (dam: number, north: number): number =>
  Math.ceil(((dam + 1) * MICRO) / degreeOfLongitudeDam(north)) + 1;

/**
 * For each row of cells, counted from the row of the one who looks, the columns to either side that anything within
 * reach can lie in. A row farther north or south is looked at less far: together they cover the circle.
 */
function halfWidths({ south, height, width, rows, columns }: Cells, reachDam: number): Int32Array {
  const rowsOfReach = Math.min(rows, Math.ceil(latitudeWindowMicro(reachDam) / height));
  // A degree of longitude is shortest in the north: what is wide enough there is wide enough everywhere.
  const north = south + rows * height;
  return Int32Array.from({ length: rowsOfReach + 1 }, (_, away) => {
    const northDam = Math.max(0, Math.floor((Math.max(0, away - 1) * height * DEGREE_LAT_DAM) / MICRO) - 1);
    const eastDam = Math.ceil(Math.sqrt(Math.max(0, reachDam * reachDam - northDam * northDam))) + 1;
    return Math.min(columns, Math.ceil(eastMicro(eastDam, north) / width));
  });
}

/** The cells within reach of one candidate. Candidates are numbered by cell, so those in a row of cells are a range of numbers. */
export class Ground {
  /** The ranges last looked for: the first number of each, and the one after its last. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  count = 0;
  /** Within so many decametres everyone is found. */
  readonly reachDam: number;
  private readonly sources: GroundSources;
  private readonly halfWidth: Int32Array;
  private lookedFrom = -1;

  constructor(sources: GroundSources, reachDam: number) {
    this.sources = sources;
    this.reachDam = reachDam;
    this.halfWidth = halfWidths(sources.cells, reachDam);
    this.from = new Int32Array(2 * this.halfWidth.length);
    this.to = new Int32Array(2 * this.halfWidth.length);
  }

  /** Finds the ranges in which everyone within reach of a candidate lies, and some who lie farther. */
  lookAround(candidate: number): void {
    const { south, west, height, width, rows, columns, first } = this.sources.cells;
    const row = Math.floor(((this.sources.latMicro[candidate] as number) - south) / height);
    const column = Math.floor(((this.sources.lonMicro[candidate] as number) - west) / width);
    const cell = row * columns + column;
    if (cell === this.lookedFrom) return;
    this.lookedFrom = cell;
    this.count = 0;
    const rowsOfReach = this.halfWidth.length - 1;
    const northmost = Math.min(rows - 1, row + rowsOfReach);
    for (let each = Math.max(0, row - rowsOfReach); each <= northmost; each += 1) {
      const half = this.halfWidth[Math.abs(each - row)] as number;
      const start = first[each * columns + Math.max(0, column - half)] as number;
      const end = first[each * columns + Math.min(columns - 1, column + half) + 1] as number;
      if (start === end) continue;
      this.from[this.count] = start;
      this.to[this.count] = end;
      this.count += 1;
    }
  }
}

/** First place from `from` to below `to` in a growing list whose number is at least `least`; `to` where there is none. */
export function firstAtLeast(
  list: Int32Array | Uint32Array,
  { from, to, least }: { readonly from: number; readonly to: number; readonly least: number },
): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The numbers from 0, ordered by their keys (0 to below `keys`), of equal keys the smaller first. */
export function orderedBy(keyOf: Int32Array, keys: number): Int32Array {
  const next = new Int32Array(keys + 1);
  for (const key of keyOf) next[key + 1] = (next[key + 1] as number) + 1;
  for (let key = 0; key < keys; key += 1) next[key + 1] = (next[key + 1] as number) + (next[key] as number);
  const order = new Int32Array(keyOf.length);
  for (let number = 0; number < keyOf.length; number += 1) {
    const key = keyOf[number] as number;
    const to = next[key] as number;
    next[key] = to + 1;
    order[to] = number;
  }
  return order;
}
