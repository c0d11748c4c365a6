import { layOut, likeliestHeader, type ListRow, type ListTable } from "#domain/business/headers.ts";
import type { ImportProblem } from "#domain/business/import-problem.ts";
import { readCsv } from "./csv.ts";
import type { TextEncoding } from "./file-text.ts";
import { COLUMNS_MAX, ROWS_MAX } from "./list-limits.ts";
import { readXlsx } from "./xlsx.ts";

/** Which table of a file is meant, where the likeliest is not. */
export interface TableChoice {
  readonly sheet?: string | undefined;
  /** Row of the headers, as Excel numbers it. */
  readonly headerRow?: number | undefined;
}

/** The table of a file with how it was written, or what is wrong with the file. */
export type ListFileReading =
  | { readonly table: ListTable; readonly encoding?: TextEncoding; readonly sheet?: string }
  | { readonly problems: readonly [ImportProblem, ...ImportProblem[]] };

type RawTable = { readonly rows: readonly ListRow[]; readonly encoding?: TextEncoding; readonly sheet?: string };

/** Reads the table of a CSV or XLSX file in the thread that calls. */
export async function readListTable(bytes: Uint8Array, choice: TableChoice): Promise<ListFileReading> {
  const reading = isZip(bytes) ? await readXlsx(bytes, choice.sheet) : readCsv(bytes);
  return "problem" in reading ? { problems: [reading.problem] } : tableOf(reading, choice);
}

function tableOf(raw: RawTable, { headerRow }: TableChoice): ListFileReading {
  const tooLarge = tooLargeTable(raw.rows);
  if (tooLarge !== undefined) return { problems: [tooLarge] };
  const header = headerRow === undefined ? likeliestHeader(raw.rows) : raw.rows.find(({ row }) => row === headerRow);
  if (header === undefined) {
    const empty = raw.rows.every(({ cells }) => cells.every((cell) => cell.trim() === ""));
    return { problems: [empty ? { code: "FILE_EMPTY" } : { code: "HEADER_NOT_FOUND" }] };
  }
  const { encoding, sheet } = raw;
  const table = layOut(raw.rows, header);
  return { table, ...(encoding === undefined ? {} : { encoding }), ...(sheet === undefined ? {} : { sheet }) };
}

function tooLargeTable(rows: readonly ListRow[]): ImportProblem | undefined {
  if (rows.length > ROWS_MAX) return { code: "TOO_MANY_ROWS", limit: ROWS_MAX };
  const wide = rows.find(({ cells }) => cells.length > COLUMNS_MAX);
  return wide === undefined ? undefined : { code: "TOO_MANY_COLUMNS", limit: COLUMNS_MAX, row: wide.row };
}

/** Whether the bytes begin as a zip archive does, which a workbook is. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}
