import type { ImportProblem } from "./import-problem.ts";
import type { HeaderReading } from "./headers.ts";

/** How a row looks in its workbook, and where its cells came from. Columns are counted from 0. */
export interface RowMarks {
  readonly hidden?: true;
  /** Columns whose text is struck through. */
  readonly struck?: readonly number[];
  /** Columns that are written in grey or on grey. */
  readonly grey?: readonly number[];
  /** Columns that hold a formula nobody computed. */
  readonly uncomputed?: readonly number[];
  /** Columns that only repeat the cell on their left, being merged with it. */
  readonly spread?: readonly number[];
}

/** One row of a table, numbered as Excel numbers it. */
export interface ListRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly marks?: RowMarks;
  /** Whether a person said that such rows are businesses that have closed or left. */
  readonly closed?: true;
}

/** One column of the table at hand. */
export interface Column extends HeaderReading {
  readonly index: number;
  /** The header as written, on one line; with the question before it where the column is one answer. */
  readonly header: string;
  /** The answer a mark in this column chooses. */
  readonly option?: string;
  /** Whether the column takes what people wrote beside the answers of a question. */
  readonly isFree?: true;
  /** Whether an unknown column is kept in the note, under its header. */
  readonly kept?: true;
  /** Whether a person said what the column holds. */
  readonly chosen?: true;
  /** Where its cells stand in the sheet, where each business has two rows. */
  readonly at?: { readonly index: number; readonly rowsBelow: 0 | 1 };
}

/** The table of a list: its header row and what lies below it. */
export interface ListTable {
  readonly headerRow: number;
  readonly columns: readonly Column[];
  readonly rows: readonly ListRow[];
  /** What was noticed while the table was laid out. */
  readonly notices: readonly ImportProblem[];
}

/** Letter of a column counted from 0, as spreadsheets name it: A, Z, AA. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnLetter(Math.floor(index / 26) - 1)}${letter}`;
}

/** Name of the cell where a column of a row stands: C12. */
export function cellName(row: number, { index, at }: Pick<Column, "index" | "at">): string {
  return `${columnLetter(at?.index ?? index)}${row + (at?.rowsBelow ?? 0)}`;
}
