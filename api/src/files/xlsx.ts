import ExcelJS from "exceljs";
import type { ImportProblem } from "#domain/business/import-problem.ts";
import type { ListRow, RowMarks } from "#domain/business/list-table.ts";
import { COLUMNS_MAX, UNPACKED_MEGABYTES_MAX, ZIP_ENTRIES_MAX } from "./list-limits.ts";
import type { Sheet, SheetsReading } from "./sheet.ts";
import { sheetCounter } from "./sheet-counter.ts";
import { shownDate, shownNumber } from "./shown-value.ts";
import { lookOf } from "./xlsx-look.ts";
import { judgeZip } from "./zip-directory.ts";

/** Last row of a sheet in Excel. A number beyond it is no row, and walking up to it could not be broken off. */
const SHEET_ROWS_MAX = 1_048_576;

/** Reads the sheets of a workbook. Formulas count by the value last computed; macros are not run, links not followed. */
export async function readXlsx(bytes: Uint8Array): Promise<SheetsReading> {
  const judged = await judge(bytes);
  if ("problem" in judged) return judged;
  const workbook = await openWorkbook(bytes);
  const [first, ...others] = workbook?.worksheets ?? [];
  if (first === undefined) return { problem: { code: "FILE_BROKEN" } };
  const isComputed = judged.showsTexts || [first, ...others].some(hasResult);
  const sheet = (each: ExcelJS.Worksheet) => sheetOf(each, isComputed);
  return { sheets: [sheet(first), ...others.map(sheet)], notices: judged.notices };
}

/** How a formula whose result is a text is written, an empty text included. */
const TEXT_RESULT = 't="str"';

interface Judged {
  readonly notices: ImportProblem[];
  /** Whether a formula has a text as its result. */
  readonly showsTexts: boolean;
}

async function judge(bytes: Uint8Array): Promise<Judged | { readonly problem: ImportProblem }> {
  const counter = sheetCounter();
  let showsTexts = false;
  const verdict = await judgeZip(bytes, (part, piece) => {
    showsTexts ||= Buffer.from(piece.buffer, piece.byteOffset, piece.length).includes(TEXT_RESULT);
    return counter.watch(part, piece);
  });
  if ("names" in verdict) {
    const names = verdict.names.map((name) => name.toLowerCase());
    if (names.includes("xl/workbook.bin")) return { problem: { code: "FILE_KIND_BINARY_EXCEL" } };
    if (!names.includes("xl/workbook.xml")) return { problem: { code: "FILE_BROKEN" } };
    const notices: ImportProblem[] = [];
    if (names.some((name) => name.endsWith("vbaproject.bin"))) notices.push({ code: "MACROS_NOT_RUN" });
    if (names.some((name) => name.startsWith("xl/externallinks/"))) notices.push({ code: "LINKS_NOT_FOLLOWED" });
    return { notices, showsTexts };
  }
  switch (verdict.refused) {
    case "broken":
      return { problem: { code: "FILE_BROKEN" } };
    case "too many parts":
      return { problem: { code: "TOO_MANY_PARTS", limit: ZIP_ENTRIES_MAX } };
    case "stopped":
      return { problem: counter.problem() ?? { code: "FILE_BROKEN" } };
    case "too large":
      return { problem: { code: "UNPACKED_TOO_LARGE", limitMegabytes: UNPACKED_MEGABYTES_MAX } };
  }
}

/** Parts of a sheet no list is read from. The checks of a whole column are one node, and a million entries in memory. */
const NODES_NOT_READ = ["dataValidations", "conditionalFormatting"];

async function openWorkbook(bytes: Uint8Array): Promise<ExcelJS.Workbook | undefined> {
  const workbook = new ExcelJS.Workbook();
  try {
    // exceljs declares its own Buffer type; the bytes are the same
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer, { ignoreNodes: NODES_NOT_READ });
    return workbook;
  } catch {
    return undefined; // whatever exceljs stumbles over, the person can only be told that the workbook is damaged
  }
}

/**
 * Whether a formula of the sheet has a result. exceljs does not tell an empty text from no result: where no formula of
 * a workbook has one, nobody computed them; where some have, the others are empty.
 */
function hasResult(sheet: ExcelJS.Worksheet): boolean {
  if (sheet.rowCount > SHEET_ROWS_MAX) return true;
  let found = false;
  sheet.eachRow((row) => {
    if (!found) row.eachCell(({ value }) => (found ||= isFormula(value) && value.result !== undefined));
  });
  return found;
}

function sheetOf(sheet: ExcelJS.Worksheet, isComputed: boolean): Sheet {
  const hidden = sheet.state !== "visible";
  const { name } = sheet;
  const isWalkable = sheet.rowCount <= SHEET_ROWS_MAX; // exceljs counts columns, too, by walking up the rows
  if (!isWalkable) return { name, hidden, rowCount: Infinity, columnCount: 0, hiddenColumns: [], rows: () => [] };
  return {
    ...{ name, hidden, rowCount: sheet.actualRowCount, columnCount: sheet.columnCount },
    hiddenColumns: hiddenColumnsOf(sheet),
    rows: (limit = Infinity) => rowsOf(sheet, { limit, isComputed }),
  };
}

function hiddenColumnsOf(sheet: ExcelJS.Worksheet): number[] {
  const width = Math.min(sheet.columnCount, COLUMNS_MAX);
  return Array.from({ length: width }, (_, index) => index).filter((index) => sheet.getColumn(index + 1).hidden);
}

interface RowsWanted {
  readonly limit: number;
  /** Whether a formula without a result shows nothing; else nobody computed it. */
  readonly isComputed: boolean;
}

function rowsOf(sheet: ExcelJS.Worksheet, { limit, isComputed }: RowsWanted): ListRow[] {
  const rows: ListRow[] = [];
  const last = sheet.rowCount; // counted anew at each asking
  for (let number = 1; number <= last && rows.length < limit; number += 1) {
    const row = sheet.findRow(number);
    if (row?.hasValues) rows.push(rowOf(row, number, isComputed));
  }
  return rows;
}

type Marked = { -readonly [K in "struck" | "grey" | "uncomputed" | "spread"]: number[] };

function rowOf(row: ExcelJS.Row, number: number, isComputed: boolean): ListRow {
  const cells: string[] = [];
  const marked: Marked = { struck: [], grey: [], uncomputed: [], spread: [] };
  row.eachCell((cell, column) => {
    const index = column - 1;
    cells[index] = cellText(cell.value, cell.numFmt);
    const look = lookOf(cell);
    if (look.struck) marked.struck.push(index);
    if (look.grey) marked.grey.push(index);
    if (cell.isMerged && cell.fullAddress.col > cell.master.fullAddress.col) marked.spread.push(index);
    if (!isComputed && cells[index] === "" && isFormula(cell.value)) marked.uncomputed.push(index);
  });
  const marks = marksOf(marked, row.hidden);
  return { row: number, cells: Array.from(cells, (cell) => cell ?? ""), ...(marks === undefined ? {} : { marks }) };
}

function marksOf(marked: Marked, hidden: boolean): RowMarks | undefined {
  const held = Object.entries(marked).filter(([, columns]) => columns.length > 0);
  if (held.length === 0 && !hidden) return undefined;
  return { ...Object.fromEntries(held), ...(hidden ? { hidden: true as const } : {}) };
}

/** A cell's value as a person sees it: rich text without its runs, the last result of a formula, a date as YYYY-MM-DD. */
function cellText(value: ExcelJS.CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return shownNumber(value, format);
  if (value instanceof Date) return shownDate(value);
  if (typeof value !== "object") return String(value);
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("result" in value) return cellText(value.result as ExcelJS.CellValue, format);
  if ("text" in value) return cellText(value.text as ExcelJS.CellValue, format);
  if ("error" in value) return String(value.error);
  return ""; // a formula never computed: told by its mark
}

function isFormula(value: ExcelJS.CellValue): value is ExcelJS.CellFormulaValue | ExcelJS.CellSharedFormulaValue {
  return typeof value === "object" && value !== null && ("formula" in value || "sharedFormula" in value);
}

/** Writes rows as a workbook of one sheet. Every cell is text, so that no code loses a zero and nothing is a formula. */
export async function writeXlsx(rows: readonly (readonly string[])[], sheet: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const worksheet = workbook.addWorksheet(sheet, { views: [{ state: "frozen", ySplit: 1 }] });
  for (const cells of rows) {
    const row = worksheet.addRow([...cells]);
    row.eachCell((cell) => {
      cell.numFmt = "@";
    });
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
