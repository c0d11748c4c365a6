import type { Change } from "./compare.ts";
import type { ImportProblem } from "./import-problem.ts";

/** A column as it was understood. */
export interface PreviewColumn {
  readonly header: string;
  /** The role it was given; `unknown`, `blank` and `notKept` are not taken. */
  readonly role: string;
  /** The first filled cell below the header. */
  readonly sample: string | null;
}

/** One row that would be written. */
export interface PreviewChange {
  readonly row: number;
  readonly name: string;
  readonly verdict: "new" | "changed";
  readonly changes: readonly Change[];
}

/** What a file means. Counts are always whole; as it is kept, the lists are cut at a number a person can read. */
export interface ImportPreview {
  readonly encoding: string;
  readonly sheet: string | null;
  readonly headerRow: number;
  /** Rows that speak of a business. */
  readonly rows: number;
  readonly counts: {
    readonly new: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly refused: number;
  };
  readonly columns: readonly PreviewColumn[];
  /** What refuses a row, in the order of the rows. */
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  /** What informs only. */
  readonly notices: readonly ImportProblem[];
  readonly noticeCount: number;
  readonly changes: readonly PreviewChange[];
}
