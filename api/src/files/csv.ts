import { CsvError, parse } from "csv-parse/sync";
import type { ListRow } from "#domain/business/list-table.ts";
import type { ImportProblem } from "#domain/business/import-problem.ts";
import { readFileText, writeFileText, type TextEncoding } from "./file-text.ts";
import { ROWS_MAX } from "./list-limits.ts";

/** The rows of a text table with how it was written, or why it cannot be read. */
export type RowsReading =
  { readonly rows: ListRow[]; readonly encoding: TextEncoding } | { readonly problem: ImportProblem };

/**
 * Reads a CSV or tab-separated file in UTF-8, UTF-16 or CP932. Rows are numbered as a spreadsheet shows them: a line
 * break inside quotes does not start a row, an empty line does.
 */
export function readCsv(bytes: Uint8Array): RowsReading {
  const file = readFileText(bytes);
  if (file === undefined) return { problem: nulIn(bytes) ?? { code: "TEXT_NOT_READ" } };
  try {
    const records: string[][] = parse(file.text, {
      delimiter: delimiterOf(file.text),
      relax_column_count: true,
      relax_quotes: true,
      to: ROWS_MAX + 1,
    });
    const rows = records.map((cells, index) => ({ row: index + 1, cells: cells.map(withoutTextMark) }));
    return { rows, encoding: file.encoding };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { problem: problemOf(error) };
  }
}

/** A text that is whole but for some NULs in it, and the line of the first; more of them are no slip. */
function nulIn(bytes: Uint8Array): ImportProblem | undefined {
  const rest = bytes.filter((byte) => byte !== 0);
  const nuls = bytes.length - rest.length;
  if (nuls === 0 || nuls > rest.length / NUL_SHARE || readFileText(rest) === undefined) return undefined;
  const lines = bytes.subarray(0, bytes.indexOf(0)).filter((byte) => byte === 0x0a).length;
  return { code: "TEXT_HAS_NUL", row: lines + 1 };
}

/** Bytes of text for each NUL at least. */
const NUL_SHARE = 10;

function problemOf(error: CsvError): ImportProblem {
  const records = error["records"];
  const row = typeof records === "number" ? records + 1 : undefined;
  if (error.code === "CSV_QUOTE_NOT_CLOSED")
    return row === undefined ? { code: "QUOTE_NOT_CLOSED" } : { code: "QUOTE_NOT_CLOSED", row };
  return row === undefined ? { code: "FILE_BROKEN" } : { code: "FILE_BROKEN", row };
}

/** Spreadsheets save "Unicode text" with tabs; the first line that has either decides. */
function delimiterOf(text: string): "," | "\t" {
  const line =
    text
      .slice(0, 20_000)
      .split(/\r?\n/)
      .find((each) => /[,\t]/.test(each)) ?? "";
  return line.split("\t").length > line.split(",").length ? "\t" : ",";
}

/** A cell that begins like a formula is text; the apostrophe we and spreadsheets put before it is not part of it. */
const FORMULA_START = /^[=+\-@\t\r]/;

function withoutTextMark(cell: string): string {
  return cell.startsWith("'") && FORMULA_START.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function csvCell(cell: string): string {
  const text = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return /[",\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One row as a line of CSV, safe to open in a spreadsheet. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/**
 * Writes rows as CSV for a spreadsheet. A cell that would be taken for a formula gets an apostrophe before it, which
 * reading takes off again. Characters the encoding does not have are named.
 */
export function writeCsv(
  rows: readonly (readonly string[])[],
  encoding: TextEncoding = "UTF-8 BOM",
): { readonly bytes: Uint8Array; readonly unwritable: readonly string[] } {
  return writeFileText(rows.map(csvLine).join(""), encoding);
}
