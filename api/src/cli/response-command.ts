import { basename } from "node:path";
import type { Command } from "commander";
import { applyImport } from "#commands/apply-import.ts";
import { importBusinesses, previewImport } from "#commands/import-businesses.ts";
import type { ListFile } from "#commands/import-plan.ts";
import type { ImportPreview } from "#domain/business/import-preview.ts";
import type { ImportProblem } from "#domain/business/import-problem.ts";
import type { UnknownRespondent } from "#domain/business/plan-responses.ts";
import { decideSurveyName } from "#domain/business/survey-name.ts";
import type { Decision } from "#domain/decision.ts";
import type { OpenInstallation } from "#server/installation.ts";
import { problemText } from "#words/problem.ts";
import { listBytes, nothingWritten, problemJson, tableOf, tellProblems, type TableOptions } from "./list-options.ts";
import { Refusal } from "./refusal.ts";
import { actingContext, withInstallation, type ActingOptions } from "./with-installation.ts";

interface ResponsesOptions extends ActingOptions, TableOptions {
  readonly dryRun?: boolean;
  readonly skipRefused?: boolean;
  readonly origin?: string;
  readonly json?: boolean;
}

/** `musubi import responses`: answers of a survey into the profiles of known businesses. */
export function addResponsesCommand(group: Command): void {
  group
    .command("responses <file>")
    .description("調査の回答を、登録済みの事業者に取り込む / take the answers of a survey into known businesses")
    .requiredOption("--federation <code>", "00〜47")
    .option("--as <email>", "この人として行う / act as this person")
    .option("--dry-run", "確かめるだけで書き込まない / only say what would change")
    .option("--skip-refused", "問題のある行を除いて取り込む / leave out the rows that need correction")
    .option("--sheet <name>", "シート名 / the sheet to read")
    .option("--header-row <number>", "見出しの行番号 / the row of the headers, from 1")
    .option("--origin <name>", "調査の名前（空欄ならファイル名） / what the survey is called, else the file's name")
    .option("--json", "JSON で出力する / print one JSON document")
    .action(importAnswers);
}

async function importAnswers(path: string, options: ResponsesOptions): Promise<void> {
  const name = basename(path);
  const survey = options.origin ?? name.replace(/\.[^.]{1,5}$/, "");
  const file = { name, bytes: await listBytes(path), firstSheet: true, ...tableOf(options), survey };
  report(await withInstallation((installation) => runAnswers(installation, file, options)), options);
}

type AnswersFile = ListFile & { readonly survey: string };

/** What a run came to, as `--json` prints it. */
interface Outcome {
  readonly counts: Pick<ImportPreview["counts"], "changed" | "unchanged" | "refused">;
  readonly unknown: readonly UnknownRespondent[];
  readonly problems: readonly ImportProblem[];
  readonly notices: readonly ImportProblem[];
  readonly refusal?: string;
}

async function runAnswers(
  installation: OpenInstallation,
  file: AnswersFile,
  options: ResponsesOptions,
): Promise<Outcome> {
  const { dryRun = false, skipRefused = false } = options;
  const named = decideSurveyName(file.survey);
  if (!named.accepted) throw new Refusal(named.problems.map((one) => problemText(one, "ja")).join("\n"));
  const acting = await actingContext(installation, options, "business.import");
  const ctx = { ...acting, reference: installation.reference };
  const read = await (dryRun ? previewImport(ctx, file) : readAndTake(ctx, file, { skipRefused }));
  if (!read.accepted) {
    const refusal = "この回答は取り込めませんでした。 / These answers were not imported.";
    const nothing = { changed: 0, unchanged: 0, refused: 0 };
    return { counts: nothing, unknown: [], problems: read.problems, notices: [], refusal };
  }
  const { counts, unknown = [], problems, notices } = read.change;
  const isLeft = counts.refused > 0 && !dryRun && !skipRefused;
  return { counts, unknown, problems, notices, ...(isLeft ? { refusal: nothingWritten(counts.refused) } : {}) };
}

/** Reads the answers and takes them, unless a row is to be corrected first and leaving it out was not asked. */
async function readAndTake(
  ctx: Parameters<typeof importBusinesses>[0],
  file: AnswersFile,
  wishes: { readonly skipRefused: boolean },
): Promise<Decision<ImportPreview, ImportProblem>> {
  const preview = await previewImport(ctx, file);
  if (!preview.accepted || (preview.change.counts.refused > 0 && !wishes.skipRefused)) return preview;
  const read = await importBusinesses(ctx, file);
  if (read.accepted) await applyImport(ctx, read.change.importId, wishes);
  return preview;
}

function report({ counts, unknown, problems, notices, refusal }: Outcome, { json }: ResponsesOptions): void {
  const { changed, unchanged, refused } = counts;
  if (json) {
    const told = { problems: problems.map(problemJson), notices: notices.map(problemJson) };
    const aside = unknown.map(({ row, respondent }) => ({ row, ...respondent }));
    process.stdout.write(`${JSON.stringify({ changed, unchanged, unknown: aside, refused, ...told })}\n`);
  } else {
    process.stdout.write(`変更${changed}行・変更なし${unchanged}行・未登録${unknown.length}行・要修正${refused}行\n`);
    tellProblems([...notices, ...problems]);
    for (const one of unknown) process.stderr.write(`${unknownText(one)}\n`);
  }
  if (refusal !== undefined) throw new Refusal(refusal);
}

function unknownText({ row, respondent: { musubiId, externalId, corporateNumber, name } }: UnknownRespondent): string {
  const who = [musubiId, externalId, corporateNumber, name].filter((part) => part !== undefined).join(" ");
  return (
    `${row}行目: 「${who}」は登録済みの事業者に見つからないため、取り込みませんでした。先に事業者として登録してください。` +
    ` / Row ${row}: "${who}" is not among the known businesses, so the answer was left aside.`
  );
}
