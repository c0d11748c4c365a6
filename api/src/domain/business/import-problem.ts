/** What is wrong with one cell; each code has one wording and carries what that sentence needs. */
export type NumberProblem =
  | { readonly code: "AMOUNT_NOT_READ" }
  | { readonly code: "AMOUNT_NOT_WHOLE_YEN" }
  | { readonly code: "CAPITAL_UNIT_MISSING"; readonly limitYen: number }
  | { readonly code: "EMPLOYEES_NOT_READ" }
  | { readonly code: "LEADER_NOT_READ" }
  | { readonly code: "MONTHS_COUNT"; readonly found: number }
  | { readonly code: "MONTH_NOT_READ"; readonly month: number; readonly text: string }
  | { readonly code: "MONTH_NOT_TENTH"; readonly month: number; readonly text: string }
  | { readonly code: "PURCHASE_YEN_NOT_READ"; readonly item: string }
  | { readonly code: "LEVEL_OUT_OF_RANGE"; readonly item: string }
  | { readonly code: "COORDINATE_NOT_READ" }
  | { readonly code: "COORDINATE_OUTSIDE_JAPAN" }
  | { readonly code: "COORDINATES_SWAPPED" }
  | { readonly code: "COORDINATE_ALONE"; readonly missing: "緯度" | "経度" };

/** What is wrong with a code, a date or a choice. */
export type CodeProblem =
  | { readonly code: "CORPORATE_NUMBER_ROUNDED" }
  | { readonly code: "CORPORATE_NUMBER_TWELVE_DIGITS"; readonly full: string }
  | { readonly code: "CORPORATE_NUMBER_LENGTH"; readonly digits: number }
  | { readonly code: "CORPORATE_NUMBER_CHECK_DIGIT" }
  | { readonly code: "MUNICIPALITY_CODE_LENGTH"; readonly digits: number }
  | { readonly code: "MUNICIPALITY_CODE_CHECK_DIGIT"; readonly expected: number }
  | { readonly code: "POSTAL_CODE_LENGTH"; readonly digits: number }
  | { readonly code: "INDUSTRY_CODE_NOT_READ" }
  | { readonly code: "DATE_NOT_READ" }
  | { readonly code: "DATE_NOT_A_DAY" }
  | { readonly code: "AGE_BAND_NOT_READ" }
  | { readonly code: "SUCCESSOR_NOT_READ" }
  | { readonly code: "KIND_NOT_READ" }
  | { readonly code: "LICENCE_AREA_NOT_READ"; readonly item: string }
  | { readonly code: "LICENCE_UNTIL_NOT_READ"; readonly item: string };

/** What is wrong with a row as such. */
export type RowProblem =
  | { readonly code: "NAME_MISSING" }
  | { readonly code: "CELL_TOO_LONG"; readonly limit: number; readonly length: number }
  | { readonly code: "MORE_CELLS_THAN_COLUMNS"; readonly columns: number };

/** What a person should know, though the row is taken. */
export type Notice =
  | { readonly code: "COLUMN_UNKNOWN" }
  | { readonly code: "COLUMN_NOT_KEPT" }
  | { readonly code: "COLUMN_TWICE"; readonly used: string }
  | { readonly code: "DITTO_TAKEN"; readonly taken: string }
  | { readonly code: "LICENCE_NOT_KNOWN"; readonly item: string }
  | { readonly code: "LICENCE_AREA_UNKNOWN"; readonly item: string }
  | { readonly code: "PURPOSE_NOT_KNOWN"; readonly item: string }
  | { readonly code: "MUNICIPALITY_NOT_KNOWN" }
  | { readonly code: "INVOICE_NUMBER_NOT_USED" }
  | { readonly code: "FACT_CONTRADICTED"; readonly kept: string; readonly keptRow: number }
  | { readonly code: "OPERATORS_JOINED"; readonly rows: number; readonly businesses: number }
  | { readonly code: "OPERATOR_BLANK"; readonly rows: number }
  | { readonly code: "NO_ROWS" };

/** Why a file as a whole is not read. */
export type FileProblem =
  | { readonly code: "FILE_EMPTY" }
  | { readonly code: "FILE_TOO_LARGE"; readonly limitMegabytes: number }
  | { readonly code: "FILE_KIND_OLD_EXCEL" }
  | { readonly code: "FILE_KIND_MACRO" }
  | { readonly code: "FILE_KIND_UNKNOWN"; readonly extension: string }
  | { readonly code: "FILE_BROKEN" }
  | { readonly code: "TEXT_NOT_READ" }
  | { readonly code: "UNPACKED_TOO_LARGE"; readonly limitMegabytes: number }
  | { readonly code: "TOO_MANY_PARTS"; readonly limit: number }
  | { readonly code: "TOO_MANY_ROWS"; readonly limit: number }
  | { readonly code: "TOO_MANY_COLUMNS"; readonly limit: number }
  | { readonly code: "TOO_MANY_CELLS"; readonly limit: number }
  | { readonly code: "FILE_TOO_HEAVY" }
  | { readonly code: "SHEET_NOT_FOUND"; readonly sheets: readonly string[] }
  | { readonly code: "QUOTE_NOT_CLOSED" }
  | { readonly code: "HEADER_NOT_FOUND" }
  | { readonly code: "NAME_COLUMN_MISSING" };

/** Something a cell reader has to say: a refusal, or a notice about a value it took all the same. */
export type CellProblem = NumberProblem | CodeProblem | Notice;

/** Where in the file: the row as Excel numbers it, the column's header as written, the cell as written. */
export interface Where {
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
}

/** One thing to tell about a file, with its place. */
export type ImportProblem = (NumberProblem | CodeProblem | RowProblem | Notice | FileProblem) & Where;

const NOTICES: Readonly<Record<Notice["code"], true>> = {
  COLUMN_UNKNOWN: true,
  COLUMN_NOT_KEPT: true,
  COLUMN_TWICE: true,
  DITTO_TAKEN: true,
  LICENCE_NOT_KNOWN: true,
  LICENCE_AREA_UNKNOWN: true,
  PURPOSE_NOT_KNOWN: true,
  MUNICIPALITY_NOT_KNOWN: true,
  INVOICE_NUMBER_NOT_USED: true,
  FACT_CONTRADICTED: true,
  OPERATORS_JOINED: true,
  OPERATOR_BLANK: true,
  NO_ROWS: true,
};

/** Whether it only informs: the row is taken all the same. Everything else refuses its row or its file. */
export function isNotice(problem: Pick<ImportProblem, "code">): boolean {
  return problem.code in NOTICES;
}
