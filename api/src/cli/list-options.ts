import { readFile } from "node:fs/promises";
import type { ImportProblem } from "#domain/business/import-problem.ts";
import { importProblemText } from "#words/import-problem.ts";
import { placedProblemText } from "#words/problem-place.ts";
import { wholeNumber } from "./option-values.ts";
import { Refusal } from "./refusal.ts";

/** Which table of a file is meant, as options. */
export interface TableOptions {
  readonly sheet?: string;
  readonly headerRow?: string;
}

/** The table that options name. */
export function tableOf({ sheet, headerRow }: TableOptions): { sheet?: string; headerRow?: number } {
  const row = headerRow === undefined ? undefined : wholeNumber("--header-row", headerRow);
  return { ...(sheet ? { sheet } : {}), ...(row === undefined ? {} : { headerRow: row }) };
}

/** The bytes of a file. @throws Refusal where it cannot be opened */
export function listBytes(file: string): Promise<Buffer> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(`${file} を開けません（${error.code}）。 / Cannot open ${file} (${error.code}).`);
  });
}

/** A problem as `--json` prints it. */
export function problemJson(problem: ImportProblem) {
  const { row = null, column = null, value = null } = problem;
  return { row, column, value, message: importProblemText(problem, "ja") };
}

/** Tells problems with their places on standard error. */
export function tellProblems(problems: readonly ImportProblem[]): void {
  for (const told of problems)
    process.stderr.write(`${placedProblemText(told, "ja")} / ${importProblemText(told, "en")}\n`);
}

/** That nothing was taken because rows need correction, and what to do. */
export function nothingWritten(refused: number): string {
  return (
    `要修正の行が${refused}行あるため、何も取り込みませんでした。直してから取り込むか、--skip-refused を付けてください。\n` +
    `Nothing was imported: ${refused} rows need correction. Correct them, or add --skip-refused.`
  );
}
