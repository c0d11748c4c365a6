import { latitudeWindowMicro, longitudeWindowMicro } from "#domain/place.ts";
import type { Cells, Columns } from "./columns.ts";
import { sharedInt32 } from "./shared.ts";

/** Side of a cell in decametres (10 m): some hundred businesses in a town, and a reach of 8 km is a few cells. */
const CELL_SIDE_DAM = 200;

/**
 * Cells from south to north, and from west to east, at most: one wrong place on the other side of the earth must not make
 * the ground larger than memory. Larger cells only cut a window less closely.
 */
const CELLS_ACROSS_MAX = 1_000;

/** Stands in a column of microdegrees for no place on the ground. */
export const NOWHERE = -2_147_483_648;

/** The ground in cells, without who is in them. */
export type Ground = Omit<Cells, "first">;

interface Extent {
  readonly least: number;
  readonly most: number;
}

function extentOf(micro: Int32Array): Extent | undefined {
  let [least, most] = [Infinity, -Infinity];
  for (const value of micro) {
    if (value === NOWHERE) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least === Infinity ? undefined : { least, most };
}

/** Side of a cell in microdegrees. */
const sideOf = (side: number, { least, most }: Extent): number =>
  Math.max(side, Math.ceil((most - least + 1) / CELLS_ACROSS_MAX));

/** Divides the ground under many places; without any there are no cells. */
export function groundUnder(latMicro: Int32Array, lonMicro: Int32Array): Ground {
  const [lat, lon] = [extentOf(latMicro), extentOf(lonMicro)];
  const side = latitudeWindowMicro(CELL_SIDE_DAM);
  if (lat === undefined || lon === undefined)
    return { south: 0, west: 0, height: side, width: side, rows: 0, columns: 0 };
  const height = sideOf(side, lat);
  // A degree of longitude is shortest in the north: cells that are wide enough there are wide enough everywhere.
  const width = sideOf(longitudeWindowMicro(lat.most, CELL_SIDE_DAM), lon);
  return {
    ...{ south: lat.least, west: lon.least, height, width },
    rows: Math.floor((lat.most - lat.least) / height) + 1,
    columns: Math.floor((lon.most - lon.least) / width) + 1,
  };
}

/** The cell a place lies in. */
export function cellAt({ south, west, height, width, columns }: Ground, latMicro: number, lonMicro: number): number {
  return Math.floor((latMicro - south) / height) * columns + Math.floor((lonMicro - west) / width);
}

/** Orders candidates by cell, in a cell as they are handed over, and those without a place at the end. */
export function orderByCell(
  ground: Ground,
  { byId, latMicro, lonMicro }: Pick<Columns, "latMicro" | "lonMicro"> & { readonly byId: Int32Array },
): { readonly order: Int32Array; readonly first: Int32Array } {
  const cells = ground.rows * ground.columns;
  const cellOf = Int32Array.from(byId, (from) =>
    latMicro[from] === NOWHERE ? cells : cellAt(ground, latMicro[from] as number, lonMicro[from] as number),
  );
  const first = sharedInt32(cells + 1);
  for (const cell of cellOf) if (cell < cells) first[cell + 1] = (first[cell + 1] as number) + 1;
  for (let cell = 0; cell < cells; cell += 1) first[cell + 1] = (first[cell + 1] as number) + (first[cell] as number);
  const next = first.slice();
  const order = new Int32Array(byId.length);
  byId.forEach((from, at) => {
    const cell = cellOf[at] as number;
    const to = next[cell] as number;
    next[cell] = to + 1;
    order[to] = from;
  });
  return { order, first };
}
