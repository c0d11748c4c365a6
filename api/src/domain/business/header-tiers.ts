import { printable } from "./cell.ts";
import { isMonthly, isRecognised, roleOfHeader, takesOptions } from "./headers.ts";
import type { ListRow } from "./list-table.ts";

/** The rows of headers of a table, and where its businesses begin. */
export interface HeaderTiers {
  /** The header row a person sees as such. */
  readonly main: ListRow;
  /** A row of headings over groups of columns. */
  readonly above: ListRow | undefined;
  /** A row of headers below groups, or of the second row each business has. */
  readonly below: ListRow | undefined;
  /** Lines of title above the headers. */
  readonly titles: readonly ListRow[];
  /** What follows the headers. */
  readonly body: readonly ListRow[];
}

/** Finds the tiers around a header row. */
export function headerTiers(rows: readonly ListRow[], header: ListRow): HeaderTiers {
  const at = rows.indexOf(header);
  const before = rows[at - 1];
  const above = before !== undefined && before.row === header.row - 1 && !isTitle(before, header) ? before : undefined;
  const titles = rows.slice(0, above === undefined ? at : at - 1);
  if (above !== undefined && doubledColumns(above, header).length > 0)
    return { main: above, above: undefined, below: header, titles, body: rows.slice(at + 1) };
  const next = rows[at + 1];
  const below = next !== undefined && isTierBelow(header, next) ? next : undefined;
  return { main: header, above, below, titles, body: rows.slice(at + (below === undefined ? 1 : 2)) };
}

/** A row with one text, from the first column on and over a header, is the title of the list. */
function isTitle({ cells }: ListRow, header: ListRow): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return (
    filled.length === 0 || (new Set(filled).size === 1 && textAt(header, 0) !== "" && (cells[0] ?? "").trim() !== "")
  );
}

/** Text of a tier over a column: its own cell, or the last one on the left, which heads the columns up to the next. */
export function headingAt(tier: ListRow | undefined, index: number): string {
  for (let at = index; at >= 0; at -= 1) {
    const text = textAt(tier, at);
    if (text !== "") return text;
  }
  return "";
}

/** Text of a tier in a column, on one line. */
export function textAt(tier: ListRow | undefined, index: number): string {
  return printable(tier?.cells[index] ?? "")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * Whether a row is a second tier of headers and no business: every cell is empty, repeats the header over it (being
 * merged with it), is a known header itself, or stands under a heading that reaches over several columns.
 */
function isTierBelow(header: ListRow, below: ListRow): boolean {
  let tiers = 0;
  for (const index of below.cells.keys()) {
    const cell = textAt(below, index);
    const over = textAt(header, index);
    if (cell === "" || cell === over) continue;
    const known = isRecognised(roleOfHeader(cell));
    if (!known && !isUnderGroup(header, index)) return false;
    if (known || over === "" || isSpread(header, index)) tiers += 1;
  }
  return tiers > 0;
}

/** Whether the header over a column heads several: it is empty or spread from the left, or the next one is. */
function isUnderGroup(header: ListRow, index: number): boolean {
  const role = roleOfHeader(headingAt(header, index));
  if (isRecognised(role) && !takesOptions(role) && !isMonthly(role)) return false;
  const isOpen = (at: number) => textAt(header, at) === "" || isSpread(header, at);
  return headingAt(header, index) !== "" && (isOpen(index) || isOpen(index + 1));
}

function isSpread({ marks }: ListRow, index: number): boolean {
  return marks?.spread?.includes(index) ?? false;
}

/** Columns that hold two headers, one for each of the two rows of a business. */
export function doubledColumns(main: ListRow, below: ListRow): number[] {
  return [...below.cells.keys()].filter((index) => {
    const upper = roleOfHeader(textAt(main, index));
    const lower = roleOfHeader(textAt(below, index));
    const isGroup = (at: number) => main.marks?.spread?.includes(at) || textAt(main, at) === "";
    return isRecognised(upper) && isRecognised(lower) && upper !== lower && !isGroup(index) && !isHead(main, index);
  });
}

/** Whether a header is merged with, or followed by, an empty one: it heads a group. */
function isHead(main: ListRow, index: number): boolean {
  if (main.marks?.spread !== undefined) return main.marks.spread.includes(index + 1);
  return index + 1 < main.cells.length && textAt(main, index + 1) === "";
}
