import {
  headerOffers,
  headerScore,
  HEADER_ROWS_SEARCHED,
  likeliestHeader,
  likeliestSheet,
  type HeaderOffer,
  type SheetOffer,
} from "#domain/business/find-table.ts";
import type { ImportProblem } from "#domain/business/import-problem.ts";
import { layOut } from "#domain/business/lay-out.ts";
import { columnLetter, type ListRow, type ListTable } from "#domain/business/list-table.ts";
import type { TableChoice } from "#domain/business/table-choice.ts";
import { readCsv } from "./csv.ts";
import type { TextEncoding } from "./file-text.ts";
import { COLUMNS_MAX, ROWS_MAX } from "./list-limits.ts";
import type { Sheet, SheetsReading } from "./sheet.ts";
import { readXlsx } from "./xlsx.ts";

/** What a person may choose from, where another table than the one at hand is meant. */
export interface TableOffers {
  /** The sheets of a workbook in its order; none for a text. */
  readonly sheets: readonly SheetOffer[];
  readonly headerRows: readonly HeaderOffer[];
}

/** The table of a file with how it was written and what else could have been meant. */
export interface ReadTable extends TableOffers {
  readonly table: ListTable;
  readonly encoding?: TextEncoding;
  readonly sheet?: string;
}

/** Why a file gives no table, and what a person may choose instead. */
export interface UnreadTable extends Partial<TableOffers> {
  readonly problems: readonly [ImportProblem, ...ImportProblem[]];
}

/** Reads the table of a CSV, XLS or XLSX file in the thread that calls. */
export async function readListTable(bytes: Uint8Array, choice: TableChoice): Promise<ReadTable | UnreadTable> {
  const reading = await readSheets(bytes);
  return "problem" in reading ? { problems: [reading.problem] } : tableOf(reading, choice);
}

async function readSheets(bytes: Uint8Array): Promise<SheetsReading> {
  if (isZip(bytes)) return readXlsx(bytes);
  if (isCompoundFile(bytes)) return (await import("./xls.ts")).readXls(bytes);
  const reading = readCsv(bytes);
  if ("problem" in reading) return reading;
  const { rows, encoding } = reading;
  const sheet = { name: "", hidden: false, rowCount: rows.length, columnCount: 0, hiddenColumns: [] };
  return {
    sheets: [{ ...sheet, rows: (limit) => (limit === undefined ? rows : rows.slice(0, limit)) }],
    notices: [],
    encoding,
  };
}

type Sheets = Extract<SheetsReading, { readonly sheets: unknown }>;

function tableOf({ sheets, notices, encoding }: Sheets, choice: TableChoice): ReadTable | UnreadTable {
  const offers = encoding === undefined ? sheets.map(offerOf) : [];
  const { sheet, told, problem } = chosenSheet(sheets, offers, choice);
  if (problem !== undefined) return { problems: [problem], sheets: offers };
  const tooLarge = tooLargeSheet(sheet);
  if (tooLarge !== undefined) return { problems: [tooLarge, ...told], sheets: offers };
  const rows = corrected(sheet.rows(), choice.corrections);
  const wide = rows.find(({ cells }) => cells.length > COLUMNS_MAX);
  if (wide !== undefined)
    return { problems: [{ code: "TOO_MANY_COLUMNS", limit: COLUMNS_MAX, row: wide.row }], sheets: offers };
  const { headerRow } = choice;
  const header = headerRow === undefined ? likeliestHeader(rows) : rows.find(({ row }) => row === headerRow);
  const given = { sheets: offers, headerRows: headerOffers(rows) };
  if (header === undefined) {
    const isEmpty = rows.every(({ cells }) => cells.every((cell) => cell.trim() === ""));
    return { problems: [{ code: isEmpty ? "FILE_EMPTY" : "HEADER_NOT_FOUND" }, ...told], ...given };
  }
  const laid = layOut(rows, header, { ...choice, hiddenColumns: sheet.hiddenColumns });
  const leftOut = new Set(choice.leftOut);
  const taken = laid.rows.filter(({ row }) => !leftOut.has(row));
  const table = { ...laid, rows: taken, notices: [...notices, ...told, ...laid.notices] };
  return { table, ...given, ...(encoding === undefined ? { sheet: sheet.name } : { encoding }) };
}

/** How likely a sheet holds the list: the best of its first rows, if anything stands below it. */
function offerOf({ name, hidden, rowCount, rows }: Sheet): SheetOffer {
  const first = rows(HEADER_ROWS_SEARCHED + 1);
  const header = likeliestHeader(first);
  const isList = header !== undefined && header !== first.at(-1);
  return { name, hidden, rows: Number.isFinite(rowCount) ? rowCount : 0, score: isList ? headerScore(header) : 0 };
}

interface ChosenSheet {
  readonly sheet: Sheet;
  /** What is to be told of the choice. */
  readonly told: readonly ImportProblem[];
  readonly problem?: ImportProblem;
}

/** The sheet a person named; else the first visible one, or the likeliest. Where the two differ it is told. */
function chosenSheet(
  sheets: readonly [Sheet, ...Sheet[]],
  offers: readonly SheetOffer[],
  choice: Pick<TableChoice, "sheet" | "firstSheet">,
): ChosenSheet {
  const first = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
  if (offers.length === 0) return { sheet: first, told: [] };
  if (choice.sheet !== undefined) {
    const named = sheets.find(({ name }) => name === choice.sheet);
    if (named !== undefined) return { sheet: named, told: [] };
    return { sheet: first, told: [], problem: { code: "SHEET_NOT_FOUND", sheets: sheets.map(({ name }) => name) } };
  }
  const likeliest = sheets.find(({ name }) => name === likeliestSheet(offers)?.name) ?? first;
  if (likeliest === first) return { sheet: first, told: [] };
  if (choice.firstSheet)
    return { sheet: first, told: [{ code: "SHEET_LIKELIER", sheet: first.name, likelier: likeliest.name }] };
  return { sheet: likeliest, told: [{ code: "SHEET_CHOSEN", sheet: likeliest.name, sheets: sheets.length }] };
}

function tooLargeSheet({ rowCount, columnCount }: Sheet): ImportProblem | undefined {
  if (rowCount === Infinity) return { code: "FILE_BROKEN" };
  if (columnCount > COLUMNS_MAX) return { code: "TOO_MANY_COLUMNS", limit: COLUMNS_MAX };
  return rowCount > ROWS_MAX ? { code: "TOO_MANY_ROWS", limit: ROWS_MAX } : undefined;
}

/** Puts what a person wrote in the place of single cells. */
function corrected(rows: ListRow[], corrections: TableChoice["corrections"]): ListRow[] {
  if (corrections === undefined) return rows;
  const numbers = new Set(Object.keys(corrections).map((cell) => Number(/\d+$/.exec(cell)?.[0])));
  return rows.map((row) => {
    if (!numbers.has(row.row)) return row;
    const width = Math.max(row.cells.length, ...Object.keys(corrections).map(widthOf));
    const cells = Array.from({ length: width }, (_, index) => row.cells[index] ?? "");
    return { ...row, cells: cells.map((cell, index) => corrections[`${columnLetter(index)}${row.row}`] ?? cell) };
  });
}

/** Columns a row must have for a cell to lie in it. */
function widthOf(cell: string): number {
  const letters = /^[A-Z]{1,2}(?=\d)/.exec(cell)?.[0] ?? "";
  return [...letters].reduce((width, letter) => width * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Whether the bytes begin as a zip archive does, which a workbook is. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** Whether the bytes begin as Excel files did until 2003; those with a password still do. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
}
