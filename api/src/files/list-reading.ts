import type { HeaderOffer, SheetOffer } from "#domain/business/find-table.ts";
import { shapeOf } from "#domain/business/lay-out-columns.ts";
import { columnLetter, type Column, type ListTable } from "#domain/business/list-table.ts";
import { printable } from "#domain/business/cell.ts";
import { readList, type ListReading } from "#domain/business/read-list.ts";
import { readResponses, type ResponsesReading } from "#domain/business/read-responses.ts";
import type { TableChoice } from "#domain/business/table-choice.ts";
import type { TextEncoding } from "./file-text.ts";
import { listContextOf, type ListSource } from "./list-context.ts";
import { readListTable, type UnreadTable } from "./list-table.ts";

/** A file to read, which of its tables, what for, and what with. */
export interface ListTask {
  readonly bytes: Uint8Array;
  readonly choice: TableChoice;
  readonly kind: "businesses" | "responses";
  readonly source: ListSource;
}

/** A column as a person is shown it: with its letter and the first thing that stands in it. */
export interface ShownColumn extends Column {
  readonly letter: string;
  readonly sample: string | null;
}

/** The table a list was read from, without its rows. */
export interface TableFound {
  readonly encoding?: TextEncoding;
  readonly sheet?: string;
  readonly headerRow: number;
  readonly columns: readonly ShownColumn[];
  /** Rows that speak of a business. */
  readonly rowCount: number;
  /** Name of the list's shape: what was answered about one file of this shape holds for the next. */
  readonly shape: string;
  readonly sheets: readonly SheetOffer[];
  readonly headerRows: readonly HeaderOffer[];
}

/** A list as read, with the table it was read from. */
export interface ListAnswer<Reading = ListReading | ResponsesReading> {
  readonly table: TableFound;
  readonly reading: Reading;
}

/** Reads a file from its bytes to its businesses or answers, in the thread that calls. */
export async function readWhole({ bytes, choice, kind, source }: ListTask): Promise<ListAnswer | UnreadTable> {
  const read = await readListTable(bytes, choice);
  if ("problems" in read) return read;
  const { table, ...found } = read;
  const context = listContextOf(source);
  const reading = kind === "businesses" ? readList(table, context) : readResponses(table, context);
  const { headerRow, columns, rows } = table;
  const shown = columns.map((column) => shownColumn(column, table));
  return { table: { ...found, headerRow, columns: shown, rowCount: rows.length, shape: shapeOf(columns) }, reading };
}

/** Characters of a sample: enough to know the kind of thing by. */
const SAMPLE_CHARACTERS = 80;

function shownColumn(column: Column, { rows }: ListTable): ShownColumn {
  const filled = rows.find(({ cells }) => (cells[column.index] ?? "").trim() !== "")?.cells[column.index];
  const sample = filled === undefined ? null : printable(filled.slice(0, SAMPLE_CHARACTERS));
  return { ...column, letter: columnLetter(column.at?.index ?? column.index), sample };
}
