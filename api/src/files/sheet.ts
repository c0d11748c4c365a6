import type { ImportProblem } from "#domain/business/import-problem.ts";
import type { ListRow } from "#domain/business/list-table.ts";
import type { TextEncoding } from "./file-text.ts";

/** One sheet of a file, its rows made when they are asked for. A text file is one sheet without a name. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows that hold anything. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Hidden columns, counted from 0. */
  readonly hiddenColumns: readonly number[];
  /** The rows that hold anything, all of them or the first ones. */
  rows(limit?: number): ListRow[];
}

/** The sheets of a file, or why it cannot be read. */
export type SheetsReading =
  | {
      readonly sheets: readonly [Sheet, ...Sheet[]];
      readonly notices: readonly ImportProblem[];
      readonly encoding?: TextEncoding;
    }
  | { readonly problem: ImportProblem };
