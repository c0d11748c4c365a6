import { basename } from "node:path";
import type { Command } from "commander";
import { importResponses, type ResponsesOutcome } from "#commands/import-responses.ts";
import type { UnknownRespondent } from "#domain/business/plan-responses.ts";
import { listBytes, problemJson, tableOf, tellProblems, type TableOptions } from "./list-options.ts";
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
  const { dryRun = false, skipRefused = false } = options;
  const name = basename(path);
  const survey = options.origin ?? name.replace(/\.[^.]{1,5}$/, "");
  const file = { name, bytes: await listBytes(path), firstSheet: true, ...tableOf(options), survey };
  const decision = await withInstallation(async (installation) => {
    const acting = await actingContext(installation, options, "business.import");
    return importResponses({ ...acting, reference: installation.reference }, file, { dryRun, skipRefused });
  });
  if (decision.accepted) return report(decision.change, options);
  const nothing = { changed: 0, unchanged: 0, refused: 0, unknown: [], notices: [], written: false };
  report({ ...nothing, problems: decision.problems }, options);
  throw new Refusal("この回答は取り込めませんでした。 / These answers were not imported.");
}

function report(outcome: ResponsesOutcome, { json, dryRun }: ResponsesOptions): void {
  const { changed, unchanged, refused, unknown, problems, notices, written } = outcome;
  if (json) {
    const told = { problems: problems.map(problemJson), notices: notices.map(problemJson) };
    const aside = unknown.map(({ row, respondent }) => ({ row, ...respondent }));
    process.stdout.write(`${JSON.stringify({ changed, unchanged, unknown: aside, refused, ...told })}\n`);
  } else {
    process.stdout.write(`変更${changed}行・変更なし${unchanged}行・未登録${unknown.length}行・要修正${refused}行\n`);
    tellProblems([...notices, ...problems]);
    for (const one of unknown) process.stderr.write(`${unknownText(one)}\n`);
  }
  if (written || dryRun || refused === 0) return;
  throw new Refusal(
    `要修正の行が${refused}行あるため、何も取り込みませんでした。直してから取り込むか、--skip-refused を付けてください。\n` +
      `Nothing was imported: ${refused} rows need correction. Correct them, or add --skip-refused.`,
  );
}

function unknownText({ row, respondent: { externalId, corporateNumber, name } }: UnknownRespondent): string {
  const who = [externalId, corporateNumber, name].filter((part) => part !== undefined).join(" ");
  return (
    `${row}行目: 「${who}」は登録済みの事業者に見つからないため、取り込みませんでした。先に事業者として登録してください。` +
    ` / Row ${row}: "${who}" is not among the known businesses, so the answer was left aside.`
  );
}
