import type { HeaderOffer, SheetOffer } from "./find-table.ts";
import type { Change } from "./compare.ts";
import type { ImportProblem } from "./import-problem.ts";
import type { UnknownRespondent } from "./plan-responses.ts";
import type { SetAsideReason } from "./set-aside.ts";

/** A column as it was understood. */
export interface PreviewColumn {
  /** Its place from 0, and its letter in the sheet. */
  readonly index: number;
  readonly letter: string;
  readonly header: string;
  /** The role it was given; `unknown`, `blank` and `notKept` are not taken. */
  readonly role: string;
  /** Whether an unknown column is kept in the note, under its header. */
  readonly kept?: boolean;
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

/** Rows of one business that are set aside. */
export interface PreviewSetAside {
  readonly key: string;
  readonly reason: SetAsideReason;
  readonly name: string;
  readonly rows: number;
  readonly places: number;
  /** Whether they were asked for and are taken. */
  readonly isTaken: boolean;
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
    /** Rows not taken unless they are asked for; absent in a preview made before there were any. */
    readonly setAside?: number;
    /** Answers of respondents nobody knows; absent for a list of businesses. */
    readonly unknown?: number;
  };
  /** What is taken only where it is asked for, by business. */
  readonly setAside?: readonly PreviewSetAside[];
  /** Who answered and is not among the known businesses. */
  readonly unknown?: readonly UnknownRespondent[];
  readonly columns: readonly PreviewColumn[];
  /** Other sheets and header rows a person may choose; absent in a preview made before they could. */
  readonly sheets?: readonly SheetOffer[];
  readonly headerRows?: readonly HeaderOffer[];
  /** What refuses a row, in the order of the rows. */
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  /** What informs only. */
  readonly notices: readonly ImportProblem[];
  readonly noticeCount: number;
  readonly changes: readonly PreviewChange[];
}
