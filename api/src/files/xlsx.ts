import ExcelJS from "exceljs";
import type { ListRow } from "#domain/business/headers.ts";
import type { ImportProblem } from "#domain/business/import-problem.ts";
import type { RowsReading } from "./csv.ts";
import { COLUMNS_MAX, ROWS_MAX, UNPACKED_MEGABYTES_MAX, ZIP_ENTRIES_MAX } from "./list-limits.ts";
import { sheetCounter } from "./sheet-counter.ts";
import { judgeZip } from "./zip-directory.ts";

/** Last row of a sheet in Excel. A number beyond it is no row, and walking up to it could not be broken off. */
const SHEET_ROWS_MAX = 1_048_576;

/** Reads one sheet of a workbook, the first unless named. Formulas count by the value last computed. */
export async function readXlsx(bytes: Uint8Array, sheet?: string): Promise<RowsReading<{ readonly sheet: string }>> {
  const refusal = await refusalOf(bytes);
  if (refusal !== undefined) return { problem: refusal };
  const workbook = await openWorkbook(bytes);
  if (workbook === undefined) return { problem: { code: "FILE_BROKEN" } };
  const sheets = workbook.worksheets;
  if (sheets.length === 0) return { problem: { code: "FILE_BROKEN" } };
  const chosen = sheet === undefined ? sheets[0] : sheets.find(({ name }) => name === sheet);
  if (chosen === undefined) return { problem: { code: "SHEET_NOT_FOUND", sheets: sheets.map(({ name }) => name) } };
  if (chosen.rowCount > SHEET_ROWS_MAX) return { problem: { code: "FILE_BROKEN" } };
  if (chosen.columnCount > COLUMNS_MAX) return { problem: { code: "TOO_MANY_COLUMNS", limit: COLUMNS_MAX } };
  if (chosen.actualRowCount > ROWS_MAX) return { problem: { code: "TOO_MANY_ROWS", limit: ROWS_MAX } };
  return { rows: rowsOf(chosen), sheet: chosen.name };
}

async function refusalOf(bytes: Uint8Array): Promise<ImportProblem | undefined> {
  const counter = sheetCounter();
  const verdict = await judgeZip(bytes, counter.watch);
  if ("names" in verdict) {
    const macro = verdict.names.some((name) => name.toLowerCase().endsWith("vbaproject.bin"));
    if (macro) return { code: "FILE_KIND_MACRO" };
    return verdict.names.includes("xl/workbook.xml") ? undefined : { code: "FILE_BROKEN" };
  }
  switch (verdict.refused) {
    case "broken":
      return { code: "FILE_BROKEN" };
    case "too many parts":
      return { code: "TOO_MANY_PARTS", limit: ZIP_ENTRIES_MAX };
    case "stopped":
      return counter.problem();
    case "too large":
      return { code: "UNPACKED_TOO_LARGE", limitMegabytes: UNPACKED_MEGABYTES_MAX };
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

function rowsOf(sheet: ExcelJS.Worksheet): ListRow[] {
  const rows: ListRow[] = [];
  sheet.eachRow((row, number) => {
    const cells: string[] = [];
    row.eachCell((cell, column) => {
      cells[column - 1] = cellText(cell.value);
    });
    rows.push({ row: number, cells: Array.from(cells, (cell) => cell ?? "") });
  });
  return rows;
}

/** A cell's value as a person sees it: rich text without its runs, the last result of a formula, a date as YYYY-MM-DD. */
function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value !== "object") return String(value);
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("result" in value) return cellText(value.result as ExcelJS.CellValue);
  if ("text" in value) return cellText(value.text as ExcelJS.CellValue);
  return ""; // an error value such as #REF!, or a formula never computed: nothing is known
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
