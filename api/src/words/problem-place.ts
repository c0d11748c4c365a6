import type { ImportProblem } from "#domain/business/import-problem.ts";
import { importProblemText } from "./import-problem.ts";
import type { Language } from "./language.ts";

/** Problems whose own sentence names their rows. */
const NAME_THEIR_ROWS: readonly ImportProblem["code"][] = [
  "FACT_CONTRADICTED",
  "ROWS_JOINED",
  "ROWS_PASSED_OVER",
  "ROWS_HIDDEN",
  "ROWS_MARKED",
];

/** Where a problem is: 11行目「ＴＥＬ」（B11）; undefined for one of the whole file, or whose sentence says it. */
export function problemPlaceText(problem: ImportProblem, language: Language): string | undefined {
  const { row, column, cell } = problem;
  if (row === undefined || NAME_THEIR_ROWS.includes(problem.code)) return undefined;
  const named = column === undefined || column === "" ? "" : column;
  if (language === "ja") return `${row}行目${named && `「${named}」`}${cell === undefined ? "" : `（${cell}）`}`;
  return `Row ${row}${named && `, “${named}”`}${cell === undefined ? "" : ` (${cell})`}`;
}

/** A problem with its place, in one line. */
export function placedProblemText(problem: ImportProblem, language: Language): string {
  const place = problemPlaceText(problem, language);
  const sentence = importProblemText(problem, language);
  return place === undefined ? sentence : `${place}: ${sentence}`;
}
