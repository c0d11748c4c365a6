import { isDitto, shownText } from "./cell.ts";
import type { BusinessEntry, ListContext } from "./entry.ts";
import { isNotice, type ImportProblem } from "./import-problem.ts";
import { cellName, type Column, type ListRow, type ListTable } from "./list-table.ts";
import { joinEntries } from "./join-entries.ts";
import { readRow } from "./read-row.ts";
import { isBeside, isJoined } from "./row-cells.ts";
import { withoutChains, withoutVendingMachines, type SetAside } from "./set-aside.ts";

/** A whole list as read: its businesses, everything to tell about it, and which rows are refused. */
export interface ListReading {
  readonly entries: readonly BusinessEntry[];
  readonly problems: readonly ImportProblem[];
  readonly refusedRows: readonly number[];
  /** Rows that are taken only where they are asked for. */
  readonly setAside: readonly SetAside[];
}

/** Reads every row of a list. A list without a column of names is refused as a whole. */
export function readList(table: ListTable, context: ListContext): ListReading {
  if (!table.columns.some(({ role }) => role === "name")) {
    return {
      entries: [],
      problems: [{ code: "NAME_COLUMN_MISSING", row: table.headerRow }],
      refusedRows: [],
      setAside: [],
    };
  }
  const problems: ImportProblem[] = tableNotices(table);
  const entries: BusinessEntry[] = [];
  const refusedRows: number[] = [];
  for (const row of withoutDitto(table, problems)) {
    const reading = readRow(row, table.columns, context);
    problems.push(...reading.problems);
    if (reading.entry) entries.push(reading.entry);
    else refusedRows.push(row.row);
  }
  const broughtBack = context.broughtBack ?? [];
  const withoutMachines = withoutVendingMachines(entries, broughtBack);
  const joined = joinEntries(withoutMachines.taken);
  const { taken, setAside } = withoutChains(joined.entries, broughtBack);
  problems.push(...operatorNotices(table, taken), ...joined.notices);
  if (entries.length === 0 && refusedRows.length === 0) problems.push({ code: "NO_ROWS", row: table.headerRow });
  return {
    entries: taken,
    problems: problems.sort(byRow),
    refusedRows,
    setAside: [...withoutMachines.setAside, ...setAside],
  };
}

function byRow(one: ImportProblem, other: ImportProblem): number {
  return (one.row ?? 0) - (other.row ?? 0) || Number(isNotice(one)) - Number(isNotice(other));
}

/** What is to be told of a table before its rows are read. The day of an answer is of use to a survey alone. */
export function tableNotices(
  { notices: before, columns, headerRow }: ListTable,
  { keptToo }: { readonly keptToo?: Column["role"] } = {},
): ImportProblem[] {
  const notices: ImportProblem[] = [...before];
  const notKept = ["notKept", "answeredOn"].filter((role) => role !== keptToo);
  const taken = new Map<string, Column>();
  const asked = new Set<string>();
  for (const column of columns) {
    if (column.chosen && ["unknown", "notKept"].includes(column.role)) continue;
    const where = { row: headerRow, column: column.header, cell: cellName(headerRow, column) };
    if (column.isQuestion && !asked.has(questionOf(column)))
      notices.push({ code: "QUESTION_TAKEN_AS_NEEDS", ...where, column: questionOf(column) });
    asked.add(questionOf(column));
    if (column.role === "unknown") notices.push({ code: "COLUMN_UNKNOWN", ...where });
    else if (notKept.includes(column.role)) notices.push({ code: "COLUMN_NOT_KEPT", ...where });
    else if (column.role !== "blank" && !isJoined(column)) {
      const used = taken.get(column.role);
      if (used === undefined) taken.set(column.role, column);
      else notices.push({ code: "COLUMN_TWICE", used: used.header, beside: isBeside(column.role), ...where });
    }
  }
  return notices;
}

/** What a list that names operators is told of once: how many rows they joined, and how many were left blank. */
function operatorNotices({ columns, headerRow }: ListTable, entries: readonly BusinessEntry[]): ImportProblem[] {
  const column = columns.find(({ role }) => role === "operator");
  if (column === undefined) return [];
  const where = { row: headerRow, column: column.header, cell: cellName(headerRow, column) };
  const rowsOf = (some: readonly BusinessEntry[]) => some.reduce((rows, entry) => rows + entry.rows.length, 0);
  const legalPersons = entries.filter(({ isLegalPerson }) => isLegalPerson);
  const others = entries.filter((entry) => !entry.isLegalPerson && entry.facts.kind === undefined);
  const notices: ImportProblem[] = [];
  if (legalPersons.length > 0) {
    const counts = { rows: rowsOf(legalPersons), businesses: legalPersons.length };
    notices.push({ code: "OPERATORS_JOINED", ...counts, ...where });
  }
  if (others.length > 0) notices.push({ code: "OPERATOR_BLANK", rows: rowsOf(others), ...where });
  return notices;
}

/** The question of a column, without the answer it stands for. */
function questionOf({ header, option }: Column): string {
  return option !== undefined && header.endsWith(option) ? header.slice(0, -option.length).trim() : header;
}

/** Puts what stands above in the place of 〃 and 同上, and says so; one with nothing above it refuses its row later. */
export function withoutDitto({ rows, columns }: ListTable, notices: ImportProblem[]): ListRow[] {
  const above: string[] = [];
  return rows.map((row) => {
    let isChanged = false;
    const cells = row.cells.map((cell, index) => {
      const taken = isDitto(cell) && above[index] !== "" ? above[index] : undefined;
      const column = columns[index];
      if (taken !== undefined && column !== undefined) {
        const where = { row: row.row, column: column.header, cell: cellName(row.row, column), value: cell };
        notices.push({ code: "DITTO_TAKEN", taken: shownText(taken), ...where });
        isChanged = true;
      }
      above[index] = isDitto(cell) ? (taken ?? "") : cell;
      return taken ?? cell;
    });
    return isChanged ? { ...row, cells } : row;
  });
}
