import type { ImportProblem } from "./import-problem.ts";
import type { Column, ListRow } from "./list-table.ts";
import type { TableChoice } from "./table-choice.ts";

/** Grey beyond this share of the rows, in percent, is how the table looks and marks nobody. */
const GREY_ROWS_PERCENT_MAX = 33;
/** Rows a notice names one by one. */
export const ROWS_NAMED_MAX = 1_000;

/**
 * Tells which rows are hidden, struck through or grey, and leaves out, or marks as closed, those a person chose to.
 * Without a choice every row is taken.
 */
export function chooseMarked(
  rows: readonly ListRow[],
  { columns, choice, notices }: { columns: readonly Column[]; choice: TableChoice; notices: ImportProblem[] },
): ListRow[] {
  const hidden = rows.filter(({ marks }) => marks?.hidden);
  if (hidden.length > 0) notices.push({ code: "ROWS_HIDDEN", ...named(hidden), taken: choice.hidden !== "leaveOut" });
  const seen = choice.hidden === "leaveOut" ? rows.filter(({ marks }) => !marks?.hidden) : [...rows];

  const nameAt = columns.find(({ role }) => role === "name")?.index;
  const struck = seen.filter((row) => isMarked(row, row.marks?.struck, nameAt));
  const shaded = seen.filter((row) => isMarked(row, row.marks?.grey, nameAt));
  const grey = shaded.length * 100 <= seen.length * GREY_ROWS_PERCENT_MAX ? shaded : [];
  const marked = new Set([...struck, ...grey]);
  if (marked.size === 0) return seen;
  const inOrder = seen.filter((row) => marked.has(row));
  notices.push({ code: "ROWS_MARKED", ...named(inOrder), choice: choice.marked ?? "take" });
  if (choice.marked === "leaveOut") return seen.filter((row) => !marked.has(row));
  if (choice.marked !== "closed") return seen;
  return seen.map((row) => (marked.has(row) ? { ...row, closed: true } : row));
}

function named(rows: readonly ListRow[]): { row: number; rows: readonly number[]; count: number } {
  const numbers = rows.map(({ row }) => row);
  return { row: numbers[0] ?? 0, rows: numbers.slice(0, ROWS_NAMED_MAX), count: numbers.length };
}

/** A row is marked where its name is, or at least half of what it holds. */
function isMarked({ cells }: ListRow, at: readonly number[] | undefined, nameAt: number | undefined): boolean {
  if (at === undefined || at.length === 0) return false;
  if (nameAt !== undefined && at.includes(nameAt)) return true;
  const filled = [...cells.keys()].filter((index) => (cells[index] ?? "").trim() !== "");
  return filled.filter((index) => at.includes(index)).length * 2 >= filled.length;
}
