import { BUSINESS_FIELDS } from "./fields.ts";
import type { ColumnRole } from "./headers.ts";

/** What a person may say a column holds: a role, a line of the note under its header, or nothing to take. */
export type ColumnTarget = Exclude<ColumnRole, "unknown" | "blank" | "notKept"> | "noteWithHeader" | "notTaken";

/** Everything a column may be mapped to, in the order of an exported list. */
export const COLUMN_TARGETS: readonly ColumnTarget[] = [
  "musubiId",
  ...BUSINESS_FIELDS.map(({ key }) => key),
  "registryNumber",
  "invoiceNumber",
  "licenceUntil",
  "answeredOn",
  "noteWithHeader",
  "notTaken",
];

/** What becomes of rows that are hidden: taken, or left out. */
export type HiddenChoice = "take" | "leaveOut";
/** What becomes of rows that are struck through or grey: taken, left out, or taken as businesses that have closed or left. */
export type MarkedChoice = "take" | "leaveOut" | "closed";

/** How the table of a file is to be read, where what we would do by ourselves is not what is meant. */
export interface TableChoice {
  readonly sheet?: string | undefined;
  /** Whether the first sheet is meant where none is named, likely or not: the rule of the command line. */
  readonly firstSheet?: boolean | undefined;
  /** Row of the headers, as Excel numbers it. */
  readonly headerRow?: number | undefined;
  /** What columns hold, by their place from 0; it goes before what their headers say. */
  readonly mapping?: Readonly<Record<number, ColumnTarget>> | undefined;
  /** Yen in the unit of capital where neither cell nor header names one: 1, 1,000, 10,000 or 1,000,000. */
  readonly capitalUnitYen?: number | undefined;
  /** Revision of the industrial classification the codes are of, where the header does not tell. */
  readonly industryRevision?: 13 | 14 | undefined;
  readonly hidden?: HiddenChoice | undefined;
  readonly marked?: MarkedChoice | undefined;
  /** Cells as a person corrected them, by name (C12). */
  readonly corrections?: Readonly<Record<string, string>> | undefined;
  /** Rows that are not to be taken, as Excel numbers them. */
  readonly leftOut?: readonly number[] | undefined;
}
