import type { ImportProblem } from "#domain/business/import-problem.ts";
import { CELLS_MAX, ROWS_MAX } from "./list-limits.ts";
import type { PieceWatch } from "./zip-directory.ts";

/** Where a sheet is among the parts of a workbook. */
const SHEET_PART = /^xl\/worksheets\/[^/]+\.xml$/i;

/** Counts the rows and cells of the sheets of a workbook as they are unpacked, before anything is built from them. */
export interface SheetCounter {
  readonly watch: PieceWatch;
  /** What there is too much of, once the watch has stopped. */
  problem(): ImportProblem | undefined;
}

/** A counter for one workbook: rows sheet by sheet, cells of all sheets together, as all of them are held at once. */
export function sheetCounter(): SheetCounter {
  let sheet = "";
  let rows = 0;
  let cells = 0;
  let tags = tagCounter();
  const problem = (): ImportProblem | undefined => {
    if (rows > ROWS_MAX) return { code: "TOO_MANY_ROWS", limit: ROWS_MAX };
    return cells > CELLS_MAX ? { code: "TOO_MANY_CELLS", limit: CELLS_MAX } : undefined;
  };
  const watch: PieceWatch = (part, piece) => {
    if (!SHEET_PART.test(part)) return true;
    if (part !== sheet) [sheet, rows, tags] = [part, 0, tagCounter()];
    const found = tags(piece);
    rows += found.rows;
    cells += found.cells;
    return problem() === undefined;
  };
  return { watch, problem };
}

const OPENING = 0x3c;
/** Bytes that may end the name of a tag: space, tab, line breaks, slash, closing bracket. */
const AFTER_NAME: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d, 0x2f, 0x3e]);

/** Name of a tag as read so far: its letters shifted together; NO_TAG where no row or cell can come of it. */
const NO_TAG = -1;
const CELL = 0x63;
const ROW = 0x726f77;
const STARTS_OF_ROW: ReadonlySet<number> = new Set([0x72, 0x726f]);

/** Counts `<row` and `<c` in pieces of XML; a tag may begin in one piece and end in the next. */
function tagCounter(): (piece: Uint8Array) => { rows: number; cells: number } {
  let name = NO_TAG;
  return (piece) => {
    const found = { rows: 0, cells: 0 };
    for (const byte of piece) {
      if (name === ROW && AFTER_NAME.has(byte)) found.rows += 1;
      if (name === CELL && AFTER_NAME.has(byte)) found.cells += 1;
      name = byte === OPENING ? 0 : longer(name, byte);
    }
    return found;
  };
}

function longer(name: number, byte: number): number {
  if (name === NO_TAG) return NO_TAG;
  const next = name * 0x100 + byte;
  return next === CELL || next === ROW || STARTS_OF_ROW.has(next) ? next : NO_TAG;
}
