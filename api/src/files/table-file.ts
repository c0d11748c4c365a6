import { PassThrough } from "node:stream";
import ExcelJS from "exceljs";
import { csvLine } from "./csv.ts";
import { cp932Checker, writeFileText } from "./file-text.ts";

/** How a table goes out: a workbook, or text for everything else that reads tables. */
export const TABLE_FORMATS = ["xlsx", "csv", "csv-cp932"] as const;
/** One of the formats. */
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** A cell: text stays text, a figure can be calculated with. */
export type TableCell = string | number;

/** A table that goes out row by row: however long it is, little of it is in memory at once. */
export interface Table {
  /** What it holds, in a few words: the sheet's name. */
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly TableCell[]>;
}

/** Media type and ending of each format. */
export const TABLE_MEDIA: Readonly<Record<TableFormat, { readonly type: string; readonly ending: string }>> = {
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ending: "xlsx" },
  csv: { type: "text/csv; charset=utf-8", ending: "csv" },
  "csv-cp932": { type: "text/csv; charset=shift_jis", ending: "csv" },
};

/** The bytes of a table as a file, piece by piece. What CP932 lacks is written as 〓; ask first, see {@link unwritableIn}. */
export function tableFile(table: Table, format: TableFormat): AsyncIterable<Uint8Array> {
  return format === "xlsx" ? xlsxPieces(table) : csvPieces(table, format);
}

/** Rows that become one piece of text. */
const ROWS_PER_PIECE = 200;

async function* csvPieces({ header, rows }: Table, format: "csv" | "csv-cp932"): AsyncGenerator<Uint8Array> {
  const encoded = (text: string) => writeFileText(text, format === "csv" ? "UTF-8" : "CP932").bytes;
  if (format === "csv") yield encoded("\uFEFF");
  let lines = [csvLine(header)];
  for await (const row of rows) {
    lines.push(csvLine(row.map(String)));
    if (lines.length < ROWS_PER_PIECE) continue;
    yield encoded(lines.join(""));
    lines = [];
  }
  yield encoded(lines.join(""));
}

/** Widths of columns in characters: as wide as the header, and wide enough to read names by. */
const COLUMN_WIDTH = { min: 10, first: 30 };
/** Excel takes 31 characters and none of these in the name of a sheet. */
const NOT_IN_SHEET_NAME = /[\\/?*[\]:]/g;

async function* xlsxPieces(table: Table): AsyncGenerator<Uint8Array> {
  const pieces = new PassThrough();
  const writing = writeWorkbook(table, pieces).catch((fault: unknown) => {
    pieces.destroy(fault instanceof Error ? fault : new Error(String(fault)));
  });
  for await (const piece of pieces) yield piece as Uint8Array;
  await writing;
}

/** Text is typed as text, so that no code loses a zero and nothing is a formula. */
async function writeWorkbook({ title, header, rows }: Table, stream: PassThrough): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet(title.replace(NOT_IN_SHEET_NAME, "・").slice(0, 31), {
    views: [{ state: "frozen", xSplit: 1, ySplit: 1 }],
  });
  sheet.columns = header.map((name) => ({ width: Math.max(COLUMN_WIDTH.min, name.length * 2 + 2) }));
  const head = sheet.addRow([...header]);
  head.font = { bold: true };
  head.commit();
  for await (const row of rows) {
    const written = sheet.addRow(row.map((cell) => (cell === "" ? null : cell)));
    written.eachCell((cell) => {
      if (typeof cell.value === "string") cell.numFmt = "@";
    });
    written.commit();
  }
  sheet.commit();
  await workbook.commit();
}

/** A character an encoding does not have, and where it stands. */
export interface UnwritableCharacter {
  readonly character: string;
  readonly count: number;
  /** First texts it was met in. */
  readonly examples: readonly string[];
}

/** Texts named for each character: enough to find it. */
const EXAMPLES_MAX = 3;

/** The characters of a table that CP932 cannot write, the most frequent first, each with texts it stands in. */
export async function unwritableIn({ header, rows }: Table): Promise<readonly UnwritableCharacter[]> {
  const isWritable = cp932Checker();
  const found = new Map<string, { count: number; examples: string[] }>();
  const look = (text: string) => {
    for (const character of new Set(text)) {
      if (isWritable(character)) continue;
      const met = found.get(character) ?? { count: 0, examples: [] };
      met.count += 1;
      if (met.examples.length < EXAMPLES_MAX && !met.examples.includes(text)) met.examples.push(text);
      found.set(character, met);
    }
  };
  header.forEach(look);
  for await (const row of rows) for (const cell of row) if (typeof cell === "string") look(cell);
  return [...found].map(([character, met]) => ({ character, ...met })).sort((one, other) => other.count - one.count);
}
