import { degreeOfLongitudeDam, latitudeWindowMicro, type Places } from "#domain/place.ts";
import type { ListColumn } from "./columns.ts";

/** Cells a reach is divided into: smaller cells cut the window closer, more of them cost more to walk. */
const CELLS_A_REACH = 4;

/** Holders of one tag looked at around one candidate. */
const HOLDERS_MAX = 6_000;

/** Microdegrees in a degree. */
const MICRO = 1_000_000;

/** Who holds each tag, by cell of the ground: those of tag t lie from start[t] to start[t + 1], ordered by cell. */
export interface Postings {
  readonly start: Int32Array;
  readonly holder: Int32Array;
  /** Level of the tag with that holder; 1 where the tags have none. */
  readonly level: Uint8Array;
}

/**
 * Cells from south to north, and from west to east, at most: one wrong place on the other side of the earth, or a reach of
 * some metres, must not make the ground larger than memory. Larger cells only cut the window less closely.
 */
const CELLS_ACROSS_MAX = 1_000;

const leastOf = (values: Int32Array): number => values.reduce((least, value) => Math.min(least, value), Infinity);
const mostOf = (values: Int32Array): number => values.reduce((most, value) => Math.max(most, value), -Infinity);

/** Side of a cell in microdegrees. */
const sideOf = (reach: number, extent: number): number =>
  Math.max(1, Math.ceil(reach / CELLS_A_REACH), Math.ceil((extent + 1) / CELLS_ACROSS_MAX));

/** The ground in square cells of a quarter of the reach, row by row from the south-west. */
export class Ground {
  readonly cellOf: Int32Array;
  /** All candidates, ordered by cell, then by number. */
  readonly byCell: Int32Array;
  private readonly ranges = new Int32Array(2 * (2 * CELLS_A_REACH + 1));
  private readonly rows: number;
  private readonly columns: number;

  constructor({ latMicro, lonMicro }: Places, reachDam: number) {
    const [south, north] = [leastOf(latMicro), mostOf(latMicro)];
    const [west, east] = [leastOf(lonMicro), mostOf(lonMicro)];
    const reachNorth = latitudeWindowMicro(reachDam);
    // A degree of longitude is shortest in the north: cells that are wide enough there are wide enough everywhere.
    const reachEast = ((reachDam + 1) * MICRO) / degreeOfLongitudeDam(north) + 1;
    const height = sideOf(reachNorth, north - south);
    const width = sideOf(reachEast, east - west);
    this.rows = latMicro.length === 0 ? 0 : Math.floor((north - south) / height) + 1;
    this.columns = latMicro.length === 0 ? 0 : Math.floor((east - west) / width) + 1;
    this.cellOf = Int32Array.from(latMicro, (lat, at) => {
      const column = Math.floor(((lonMicro[at] as number) - west) / width);
      return Math.floor((lat - south) / height) * this.columns + column;
    });
    this.byCell = orderedBy(this.cellOf, this.rows * this.columns);
  }

  /** Lays out who holds each of `tags` tags. */
  postingsOf({ start, entry }: ListColumn, tags: number, levels?: Uint8Array): Postings {
    const first = new Int32Array(tags + 1);
    for (const tag of entry) first[tag + 1] = (first[tag + 1] as number) + 1;
    for (let tag = 0; tag < tags; tag += 1) first[tag + 1] = (first[tag + 1] as number) + (first[tag] as number);
    const next = first.slice();
    const holder = new Int32Array(entry.length);
    const level = new Uint8Array(entry.length).fill(1);
    for (const candidate of this.byCell) {
      for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
        const tag = entry[at] as number;
        const to = next[tag] as number;
        next[tag] = to + 1;
        holder[to] = candidate;
        if (levels !== undefined) level[to] = levels[at] as number;
      }
    }
    return { start: first, holder, level };
  }

  /**
   * Calls back for holders of a tag in the cells within reach of one; some of them lie farther, none nearer is left out.
   * Of a tag that more than `HOLDERS_MAX` hold there, every second, third … is called: all of them would be too many to look at.
   */
  forEachHolder(
    { start, holder, level }: Postings,
    tag: number,
    { around, visit }: { readonly around: number; readonly visit: (candidate: number, level: number) => void },
  ): void {
    const [from, to] = [start[tag] as number, start[tag + 1] as number];
    const inside = this.rangesAround(holder, { from, to, around });
    const { ranges } = this;
    let count = 0;
    for (let range = 0; range < inside; range += 2) count += (ranges[range + 1] as number) - (ranges[range] as number);
    const step = Math.ceil(count / HOLDERS_MAX);
    for (let range = 0; range < inside; range += 2) {
      const end = ranges[range + 1] as number;
      for (let at = ranges[range] as number; at < end; at += step) visit(holder[at] as number, level[at] as number);
    }
  }

  /** Where in a list ordered by cell those within reach lie, row by row. @returns how much of `ranges` is filled, two numbers a row */
  private rangesAround(
    list: Int32Array,
    { from, to, around }: { readonly from: number; readonly to: number; readonly around: number },
  ): number {
    const { columns, ranges } = this;
    const cell = this.cellOf[around] as number;
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    const [west, east] = [Math.max(0, column - CELLS_A_REACH), Math.min(columns - 1, column + CELLS_A_REACH)];
    const lastRow = Math.min(this.rows - 1, row + CELLS_A_REACH);
    let filled = 0;
    let at = from;
    for (let each = Math.max(0, row - CELLS_A_REACH); each <= lastRow && at < to; each += 1) {
      const first = this.firstFrom(list, { from: at, to, cell: each * columns + west });
      at = this.firstFrom(list, { from: first, to, cell: each * columns + east + 1 });
      if (first === at) continue;
      ranges[filled] = first;
      ranges[filled + 1] = at;
      filled += 2;
    }
    return filled;
  }

  /** First place between two in a list ordered by cell whose candidate lies in the cell or behind it. */
  private firstFrom(list: Int32Array, { from, to, cell }: { from: number; to: number; readonly cell: number }): number {
    let [low, high] = [from, to];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.cellOf[list[middle] as number] as number) < cell) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The numbers from 0, ordered by their keys (0 to below `keys`), of equal keys the smaller first. */
export function orderedBy(keyOf: Int32Array, keys: number): Int32Array {
  const next = new Int32Array(keys + 1);
  for (const key of keyOf) next[key + 1] = (next[key + 1] as number) + 1;
  for (let key = 0; key < keys; key += 1) next[key + 1] = (next[key + 1] as number) + (next[key] as number);
  const order = new Int32Array(keyOf.length);
  keyOf.forEach((key, number) => {
    const to = next[key] as number;
    next[key] = to + 1;
    order[to] = number;
  });
  return order;
}
