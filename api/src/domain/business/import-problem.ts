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
  | { readonly code: "LICENCE_UNTIL_NOT_READ"; readonly item: string }
  | { readonly code: "NUMBER_ROUNDED" }
  | { readonly code: "ZERO_LOST"; readonly full: string }
  | { readonly code: "OPTION_NOT_READ"; readonly option: string };

/** What is wrong with a row as such. */
export type RowProblem =
  | { readonly code: "NAME_MISSING" }
  | { readonly code: "RESPONDENT_NOT_NAMED" }
  | { readonly code: "CELL_ERROR_VALUE" }
  | { readonly code: "CELL_NOT_COMPUTED" }
  | { readonly code: "CELL_UNPRINTABLE" }
  | { readonly code: "DITTO_WITHOUT_ABOVE" }
  | { readonly code: "CELL_TOO_LONG"; readonly limit: number; readonly length: number }
  | { readonly code: "MORE_CELLS_THAN_COLUMNS"; readonly columns: number };

/** Rows a notice speaks of: the first of them by number, and how many there are. */
interface NamedRows {
  readonly rows: readonly number[];
  readonly count: number;
}

/** What a person should know of the table as a whole. */
export type TableNotice =
  | { readonly code: "SHEET_CHOSEN"; readonly sheet: string; readonly sheets: number }
  | { readonly code: "SHEET_LIKELIER"; readonly sheet: string; readonly likelier: string }
  | ({ readonly code: "ROWS_PASSED_OVER" } & NamedRows)
  | ({ readonly code: "ROWS_HIDDEN"; readonly taken: boolean } & NamedRows)
  | { readonly code: "COLUMNS_HIDDEN"; readonly letters: readonly string[]; readonly taken: boolean }
  | ({ readonly code: "ROWS_MARKED"; readonly choice: "take" | "leaveOut" | "closed" } & NamedRows)
  | { readonly code: "TWO_ROWS_JOINED" }
  | { readonly code: "TWO_ROWS_UNSURE" }
  | { readonly code: "CAPITAL_UNIT_FROM_TITLE"; readonly unit: string }
  | { readonly code: "COLUMN_WITHOUT_HEADER"; readonly letter: string }
  | { readonly code: "QUESTION_TAKEN_AS_NEEDS" }
  | { readonly code: "MACROS_NOT_RUN" }
  | { readonly code: "LINKS_NOT_FOLLOWED" }
  | { readonly code: "LOOK_NOT_KNOWN" };

/** What a person should know, though the row is taken. */
export type Notice =
  | TableNotice
  | { readonly code: "ERROR_VALUE_NOT_TAKEN" }
  | { readonly code: "NOT_COMPUTED_NOT_TAKEN" }
  | { readonly code: "COLUMN_UNKNOWN" }
  | { readonly code: "COLUMN_NOT_KEPT" }
  | { readonly code: "COLUMN_TWICE"; readonly used: string; readonly beside: boolean }
  | { readonly code: "DITTO_TAKEN"; readonly taken: string }
  | { readonly code: "LICENCE_NOT_KNOWN"; readonly item: string }
  | { readonly code: "LICENCE_AREA_UNKNOWN"; readonly item: string }
  | { readonly code: "PURPOSE_NOT_KNOWN"; readonly item: string }
  | { readonly code: "MUNICIPALITY_NOT_KNOWN" }
  | { readonly code: "MUNICIPALITY_MERGED"; readonly former: string; readonly today: string }
  | { readonly code: "INVOICE_NUMBER_NOT_USED" }
  | { readonly code: "MUSUBI_NUMBER_NOT_KNOWN" }
  | { readonly code: "PHONE_NOT_POSSIBLE" }
  | { readonly code: "EMAIL_NOT_POSSIBLE" }
  | { readonly code: "FACT_CONTRADICTED"; readonly kept: string; readonly keptRow: number }
  | ({ readonly code: "ROWS_JOINED"; readonly firstRow?: number; readonly businesses: number } & NamedRows)
  | { readonly code: "OPERATORS_JOINED"; readonly rows: number; readonly businesses: number }
  | { readonly code: "OPERATOR_BLANK"; readonly rows: number }
  | { readonly code: "PLACES_ESTIMATED"; readonly towns: number; readonly offices: number }
  | { readonly code: "PLACES_UNKNOWN"; readonly businesses: number; readonly loaded: boolean }
  | { readonly code: "TRADES_ESTIMATED"; readonly businesses: number }
  | { readonly code: "TRADE_CODES_CARRIED"; readonly same: number; readonly wider: number }
  | { readonly code: "NO_ROWS" };

/** Why a file as a whole is not read. */
export type FileProblem =
  | { readonly code: "FILE_EMPTY" }
  | { readonly code: "FILE_TOO_LARGE"; readonly limitMegabytes: number }
  | { readonly code: "FILE_KIND_BINARY_EXCEL" }
  | { readonly code: "FILE_KIND_WEB_PAGE" }
  | { readonly code: "FILE_KIND_OTHER"; readonly kind: "word" | "powerpoint" | "picture" | "pdf" }
  | { readonly code: "FILE_PASSWORD" }
  | { readonly code: "FILE_KIND_UNKNOWN"; readonly extension: string }
  | { readonly code: "FILE_BROKEN" }
  | { readonly code: "TEXT_NOT_READ" }
  | { readonly code: "TEXT_HAS_NUL" }
  | { readonly code: "UNPACKED_TOO_LARGE"; readonly limitMegabytes: number }
  | { readonly code: "TOO_MANY_PARTS"; readonly limit: number }
  | { readonly code: "TOO_MANY_ROWS"; readonly limit: number }
  | { readonly code: "TOO_MANY_COLUMNS"; readonly limit: number }
  | { readonly code: "TOO_MANY_CELLS"; readonly limit: number }
  | { readonly code: "FILE_TOO_HEAVY" }
  | { readonly code: "SHEET_NOT_FOUND"; readonly sheets: readonly string[] }
  | { readonly code: "QUOTE_NOT_CLOSED" }
  | { readonly code: "HEADER_NOT_FOUND" }
  | { readonly code: "NAME_COLUMN_MISSING" }
  | { readonly code: "RESPONDENT_COLUMN_MISSING" };

/** Something a cell reader has to say: a refusal, or a notice about a value it took all the same. */
export type CellProblem = NumberProblem | CodeProblem | Notice;

/** Where in the file: the row as Excel numbers it, the column's header as written, the cell by name (C12) and as written. */
export interface Where {
  readonly row?: number;
  readonly column?: string;
  readonly cell?: string;
  readonly value?: string;
}

/** One thing to tell about a file, with its place. */
export type ImportProblem = (NumberProblem | CodeProblem | RowProblem | Notice | FileProblem) & Where;

const NOTICES: Readonly<Record<Notice["code"], true>> = {
  SHEET_CHOSEN: true,
  SHEET_LIKELIER: true,
  ROWS_PASSED_OVER: true,
  ROWS_HIDDEN: true,
  COLUMNS_HIDDEN: true,
  ROWS_MARKED: true,
  TWO_ROWS_JOINED: true,
  TWO_ROWS_UNSURE: true,
  CAPITAL_UNIT_FROM_TITLE: true,
  COLUMN_WITHOUT_HEADER: true,
  QUESTION_TAKEN_AS_NEEDS: true,
  MACROS_NOT_RUN: true,
  LINKS_NOT_FOLLOWED: true,
  LOOK_NOT_KNOWN: true,
  ERROR_VALUE_NOT_TAKEN: true,
  NOT_COMPUTED_NOT_TAKEN: true,
  COLUMN_UNKNOWN: true,
  COLUMN_NOT_KEPT: true,
  COLUMN_TWICE: true,
  DITTO_TAKEN: true,
  LICENCE_NOT_KNOWN: true,
  LICENCE_AREA_UNKNOWN: true,
  PURPOSE_NOT_KNOWN: true,
  MUNICIPALITY_NOT_KNOWN: true,
  MUNICIPALITY_MERGED: true,
  INVOICE_NUMBER_NOT_USED: true,
  MUSUBI_NUMBER_NOT_KNOWN: true,
  PHONE_NOT_POSSIBLE: true,
  EMAIL_NOT_POSSIBLE: true,
  FACT_CONTRADICTED: true,
  ROWS_JOINED: true,
  OPERATORS_JOINED: true,
  OPERATOR_BLANK: true,
  PLACES_ESTIMATED: true,
  PLACES_UNKNOWN: true,
  TRADES_ESTIMATED: true,
  TRADE_CODES_CARRIED: true,
  NO_ROWS: true,
};

/** Whether it only informs: the row is taken all the same. Everything else refuses its row or its file. */
export function isNotice(problem: Pick<ImportProblem, "code">): boolean {
  return problem.code in NOTICES;
}
