import { printable } from "./cell.ts";
import { roleOfHeader, isRecognised } from "./headers.ts";
import type { ListRow } from "./list-table.ts";

/** Rows in which the header is looked for: below them a list has begun, or it is none. */
export const HEADER_ROWS_SEARCHED = 50;
/** Header rows that are offered for choice. */
const HEADER_ROWS_OFFERED = 5;
/** Cells of an offered row that are shown. */
const CELLS_SHOWN = 30;
const CELL_CHARACTERS_SHOWN = 40;

/** A row that could be the header, and how many known headers it holds, a name column counting three. */
export interface HeaderOffer {
  readonly row: number;
  readonly score: number;
  readonly cells: readonly string[];
}

/** A sheet that could hold the list. */
export interface SheetOffer {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows that hold anything. */
  readonly rows: number;
  /** Score of its best header row; 0 where none was found, or nothing stands below it. */
  readonly score: number;
}

/** How likely a row is the header: its known headers, a name column counting three. */
export function headerScore({ cells }: ListRow): number {
  const roles = new Set(cells.slice(0, 500).map((cell) => (cell.length > 60 ? "unknown" : roleOfHeader(cell))));
  return [...roles].filter(isRecognised).length + (roles.has("name") ? 2 : 0);
}

/** The likeliest header row: the one with most recognised columns; the first of equals. */
export function likeliestHeader(rows: readonly ListRow[]): ListRow | undefined {
  let best: { row: ListRow; score: number } | undefined;
  for (const row of rows.slice(0, HEADER_ROWS_SEARCHED)) {
    const score = headerScore(row);
    if (score > (best?.score ?? 0)) best = { row, score };
  }
  return best?.row;
}

/** Rows a person may choose the header from: the likeliest, then the first that hold anything, in their order. */
export function headerOffers(rows: readonly ListRow[]): HeaderOffer[] {
  const scored = rows
    .slice(0, HEADER_ROWS_SEARCHED)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
    .map((row) => ({ row, score: headerScore(row) }));
  return scored
    .sort((one, other) => other.score - one.score || one.row.row - other.row.row)
    .slice(0, HEADER_ROWS_OFFERED)
    .sort((one, other) => one.row.row - other.row.row)
    .map(({ row: { row, cells }, score }) => ({ row, score, cells: cells.slice(0, CELLS_SHOWN).map(shortened) }));
}

function shortened(cell: string): string {
  return printable(cell.slice(0, CELL_CHARACTERS_SHOWN));
}

/** Most points the size of a sheet adds to its header's: ten rows are one, a thousand three. */
const SIZE_POINTS_MAX = 4;

/** The sheet that most likely holds the list: known headers first, then size; never one that is hidden while another will do. */
export function likeliestSheet(offers: readonly SheetOffer[]): SheetOffer | undefined {
  const visible = offers.filter(({ hidden, score }) => !hidden && score > 0);
  const candidates = visible.length > 0 ? visible : offers.filter(({ score }) => score > 0);
  return candidates.reduce<SheetOffer | undefined>(
    (best, offer) => (best === undefined || sheetPoints(offer) > sheetPoints(best) ? offer : best),
    undefined,
  );
}

function sheetPoints({ score, rows }: SheetOffer): number {
  return score + Math.min(SIZE_POINTS_MAX, Math.log10(Math.max(1, rows)));
}
