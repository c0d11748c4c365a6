import type { PlainDate } from "../calendar.ts";
import type { ListContext } from "./entry.ts";
import type { FactKey, FactValues } from "./facts.ts";
import { isNotice, type ImportProblem } from "./import-problem.ts";
import type { Column, ListRow, ListTable } from "./list-table.ts";
import { readDate } from "./read-dates.ts";
import { tableNotices, withoutDitto } from "./read-list.ts";
import { keysOf, musubiIdOf, nameIn, readDraft, readNumber } from "./read-row.ts";

/** Who answered, as far as the row tells; at least one of them is there. */
export interface Respondent {
  readonly musubiId?: string;
  readonly externalId?: string;
  readonly corporateNumber?: string;
  readonly name?: string;
}

/** What one respondent answered. */
export interface Response {
  readonly row: number;
  readonly respondent: Respondent;
  readonly facts: Partial<FactValues>;
  /** Facts the answer gives roughly. */
  readonly about: readonly FactKey[];
  /** The day of the answer, where the table tells. */
  readonly answeredOn?: PlainDate;
}

/** The answers of a survey (連携可能性調査) in the order of the table. */
export interface ResponsesReading {
  readonly responses: readonly Response[];
  readonly problems: readonly ImportProblem[];
  readonly refusedRows: readonly number[];
}

const WHO: readonly string[] = ["musubiId", "externalId", "corporateNumber", "registryNumber", "name"];

/** Whether a table with these columns tells who answered. */
export function tellsWho(columns: readonly { readonly role: string }[]): boolean {
  return columns.some(({ role }) => WHO.includes(role));
}

/**
 * Reads the answers of a survey. Who answered is told by our number, the federation's key, the corporate number or the name; a
 * table with no such column is refused as a whole. One respondent may have answered twice: both are given.
 */
export function readResponses(table: ListTable, context: ListContext): ResponsesReading {
  if (!tellsWho(table.columns))
    return { responses: [], problems: [{ code: "RESPONDENT_COLUMN_MISSING", row: table.headerRow }], refusedRows: [] };
  const problems: ImportProblem[] = tableNotices(table, { keptToo: "answeredOn" });
  const responses: Response[] = [];
  const refusedRows: number[] = [];
  for (const row of withoutDitto(table, problems)) {
    const reading = readResponse(row, table.columns, context);
    problems.push(...reading.problems);
    if (reading.response) responses.push(reading.response);
    else refusedRows.push(row.row);
  }
  if (table.rows.length === 0) problems.push({ code: "NO_ROWS", row: table.headerRow });
  return { responses, problems, refusedRows };
}

function readResponse(
  row: ListRow,
  columns: readonly Column[],
  context: ListContext,
): { readonly response?: Response; readonly problems: readonly ImportProblem[] } {
  const draft = readDraft(row, columns, context);
  const { facts, about, problems } = draft;
  const name = nameIn(draft);
  const { externalId, corporateNumber } = keysOf(draft, readNumber(draft, name ?? ""));
  const dated = draft.cell("answeredOn");
  const answeredOn = dated && draft.take(readDate(dated.text), dated);
  const respondent = {
    ...musubiIdOf(draft),
    ...(externalId === undefined ? {} : { externalId }),
    ...(corporateNumber === undefined ? {} : { corporateNumber }),
    ...(name === undefined ? {} : { name }),
  };
  if (Object.keys(respondent).length === 0 && !problems.some(isRefusal))
    problems.push({ code: "RESPONDENT_NOT_NAMED", row: row.row });
  if (problems.some(isRefusal)) return { problems };
  const response = { row: row.row, respondent, facts, about, ...(answeredOn === undefined ? {} : { answeredOn }) };
  return { response, problems };
}

function isRefusal(problem: ImportProblem): boolean {
  return !isNotice(problem);
}
