import { evenWidth } from "../text.ts";
import { isDitto } from "./cell.ts";
import type { BusinessEntry, ListContext } from "./entry.ts";
import type { Column, ListRow, ListTable } from "./headers.ts";
import { isNotice, type ImportProblem } from "./import-problem.ts";
import { joinEntries } from "./join-entries.ts";
import { readRow } from "./read-row.ts";
import { isJoined } from "./row-cells.ts";
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
  const problems: ImportProblem[] = columnNotices(table);
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

function columnNotices({ columns, headerRow }: ListTable): ImportProblem[] {
  const notices: ImportProblem[] = [];
  const taken = new Map<string, Column>();
  for (const column of columns) {
    const where = { row: headerRow, column: column.header };
    if (column.role === "unknown") notices.push({ code: "COLUMN_UNKNOWN", ...where });
    else if (column.role === "notKept") notices.push({ code: "COLUMN_NOT_KEPT", ...where });
    else if (column.role !== "blank" && !isJoined(column.role)) {
      const used = taken.get(column.role);
      if (used === undefined) taken.set(column.role, column);
      else notices.push({ code: "COLUMN_TWICE", used: used.header, ...where });
    }
  }
  return notices;
}

/** What a list that names operators is told of once: how many rows they joined, and how many were left blank. */
function operatorNotices({ columns, headerRow }: ListTable, entries: readonly BusinessEntry[]): ImportProblem[] {
  const column = columns.find(({ role }) => role === "operator");
  if (column === undefined) return [];
  const where = { row: headerRow, column: column.header };
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

/** Headings of sums that stand among the rows: 小計, 合計, 計, 支部計. */
const TOTAL = /^(?:総?合計|小計|計|総計|.{0,10}(?:支部|地区|部会)計)(?:\s*\d.*)?$/;

/** The rows that speak of a business: no empty ones, repeated headers, sums or ※ notes. */
function isBusinessRow(row: ListRow, columns: readonly Column[]): boolean {
  const filled = row.cells.filter((cell) => cell.trim() !== "");
  const first = filled[0];
  if (first === undefined) return false;
  if (TOTAL.test(evenWidth(first).replace(/\s/g, ""))) return false;
  if (filled.length === 1 && /^\s*[※＊*注]/.test(first)) return false;
  return !repeatsHeader(row, columns);
}

function repeatsHeader(row: ListRow, columns: readonly Column[]): boolean {
  const compared = columns.filter(({ index, header }) => header !== "" && (row.cells[index] ?? "").trim() !== "");
  const same = compared.filter(({ index, header }) => evenWidth(row.cells[index] ?? "") === evenWidth(header));
  return same.length > 0 && same.length === compared.length && (same.length > 1 || compared[0]?.role === "name");
}

/** Puts what stands above in the place of 〃 and 同上, and says so. */
function withoutDitto(table: ListTable, notices: ImportProblem[]): ListRow[] {
  const above: string[] = [];
  return table.rows
    .filter((row) => isBusinessRow(row, table.columns))
    .map((row) => {
      const cells = row.cells.map((cell, index) => {
        const taken = isDitto(cell) ? above[index] : undefined;
        if (taken !== undefined) {
          notices.push({
            code: "DITTO_TAKEN",
            taken,
            row: row.row,
            column: table.columns[index]?.header ?? "",
            value: cell,
          });
        }
        return (above[index] = taken ?? cell);
      });
      return { row: row.row, cells };
    });
}
