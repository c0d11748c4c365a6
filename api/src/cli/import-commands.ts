import { basename } from "node:path";
import { Option, type Command } from "commander";
import { applyImport } from "#commands/apply-import.ts";
import type { ListFile } from "#commands/import-plan.ts";
import { importBusinesses, previewImport } from "#commands/import-businesses.ts";
import type { PlainDate } from "#domain/calendar.ts";
import type { ImportProblem } from "#domain/business/import-problem.ts";
import {
  decideProvenance,
  HAND_ON_ANSWERS,
  LIST_ORIGINS,
  LIST_USES,
  type Provenance,
} from "#domain/business/provenance.ts";
import type { ImportPreview } from "#domain/business/import-preview.ts";
import { problemText } from "#words/problem.ts";
import type { OpenInstallation } from "#server/installation.ts";
import { listBytes, nothingWritten, problemJson, tableOf, tellProblems, type TableOptions } from "./list-options.ts";
import { Refusal } from "./refusal.ts";
import { dayOf } from "./option-values.ts";
import { addResponsesCommand } from "./response-command.ts";
import { actingContext, withInstallation, type ActingOptions } from "./with-installation.ts";

interface ImportOptions extends ActingOptions, TableOptions {
  readonly dryRun?: boolean;
  readonly skipRefused?: boolean;
  readonly withSetAside?: boolean;
  readonly origin?: string;
  readonly originKind?: string;
  readonly asOf?: string;
  readonly uses?: string;
  readonly handOn?: string;
  readonly json?: boolean;
}

/** Commands that take lists in. */
export function addImportCommands(musubi: Command): void {
  const group = musubi.command("import").description("一覧を取り込む / take lists in");
  group
    .command("businesses <file>")
    .description("事業者の一覧（CSV・XLSX）を取り込む / import a list of businesses")
    .requiredOption("--federation <code>", "00〜47")
    .option("--as <email>", "この人として行う / act as this person")
    .option("--dry-run", "確かめるだけで書き込まない / only say what would change")
    .option("--skip-refused", "問題のある行を除いて取り込む / leave out the rows that need correction")
    .option(
      "--with-set-aside",
      "取り分けた行（大きなチェーン・自動販売機）も取り込む / take large chains and vending machines too",
    )
    .option("--sheet <name>", "シート名 / the sheet to read")
    .option("--header-row <number>", "見出しの行番号 / the row of the headers, from 1")
    .option("--origin <name>", "一覧の名前（どこの一覧か） / what the list is called: the source of its facts")
    .addOption(choiceOption("--origin-kind <kind>", "一覧の種類 / where it comes from", LIST_ORIGINS))
    .addOption(choiceOption("--uses <use>", "使ってよい範囲（空欄は両方） / what it may be used for", LIST_USES))
    .addOption(
      choiceOption("--hand-on <answer>", "提供への同意 / whether handing it on was agreed to", HAND_ON_ANSWERS),
    )
    .option("--as-of <day>", "いつ現在の一覧か（例：2026-04-01） / the day the list is as of")
    .option("--json", "JSON で出力する / print one JSON document")
    .action(importFile);
  addResponsesCommand(group);
}

/** An option that takes one of a list, in small letters. */
function choiceOption(flags: string, description: string, values: readonly string[]): Option {
  return new Option(flags, description).choices(values.map((value) => value.toLowerCase()));
}

/** Where the list comes from, as far as the options tell; absent where none was given. */
function provenanceOf(
  { origin, originKind, asOf, uses, handOn }: ImportOptions,
  today: PlainDate,
): { provenance?: Provenance } {
  if ([origin, originKind, asOf, uses, handOn].every((option) => option === undefined)) return {};
  const wished = {
    origin: LIST_ORIGINS.find((one) => one.toLowerCase() === originKind) ?? "OTHER",
    name: origin,
    uses: uses === undefined ? LIST_USES : LIST_USES.filter((one) => one.toLowerCase() === uses),
    handOn: HAND_ON_ANSWERS.find((one) => one.toLowerCase() === handOn) ?? "UNKNOWN",
    asOf: asOf === undefined ? undefined : dayOf("--as-of", asOf),
  };
  const decision = decideProvenance(wished, today);
  if (decision.accepted) return { provenance: decision.change };
  throw new Refusal(decision.problems.map((one) => `${problemText(one, "ja")} / ${problemText(one, "en")}`).join("\n"));
}

/** What a run came to, as `--json` prints it. */
interface Outcome {
  readonly counts: ImportPreview["counts"];
  readonly problems: readonly ImportProblem[];
  readonly notices: readonly ImportProblem[];
  readonly refusal: string | undefined;
}

async function importFile(file: string, options: ImportOptions): Promise<void> {
  const choice = tableOf(options);
  const bytes = await listBytes(file);
  const broughtBack = options.withSetAside ? { broughtBack: "all" as const } : {};
  const list = { name: basename(file), bytes, firstSheet: true, ...choice, ...broughtBack };
  report(await withInstallation((installation) => runImport(installation, list, options)), options);
}

async function runImport(installation: OpenInstallation, list: ListFile, options: ImportOptions): Promise<Outcome> {
  const { dryRun = false, skipRefused = false } = options;
  const acting = await actingContext(installation, options, "business.import");
  const provenance = provenanceOf(options, acting.today());
  const ctx = { ...acting, reference: installation.reference };
  const preview = await previewImport(ctx, list);
  if (!preview.accepted) return fileRefused(preview.problems);
  const { counts, problems, notices } = preview.change;
  const refused = counts.refused > 0 && !skipRefused;
  if (!dryRun && !refused) {
    const read = await importBusinesses(ctx, list);
    if (!read.accepted) return fileRefused(read.problems);
    await applyImport(ctx, read.change.importId, { skipRefused, ...provenance });
  }
  return { counts, problems, notices, refusal: refused && !dryRun ? nothingWritten(counts.refused) : undefined };
}

function fileRefused(problems: readonly ImportProblem[]): Outcome {
  const refusal = "この一覧は取り込めませんでした。 / This list was not imported.";
  return { counts: { new: 0, changed: 0, unchanged: 0, refused: 0, setAside: 0 }, problems, notices: [], refusal };
}

function report({ counts, problems, notices, refusal }: Outcome, { json }: ImportOptions): void {
  const asJson = { ...counts, problems: problems.map(problemJson), notices: notices.map(problemJson) };
  if (json) process.stdout.write(`${JSON.stringify(asJson)}\n`);
  else {
    process.stdout.write(
      `新規${counts.new}行・変更${counts.changed}行・変更なし${counts.unchanged}行・要修正${counts.refused}行` +
        `・取り分け${counts.setAside ?? 0}行\n`,
    );
    tellProblems([...notices, ...problems]);
  }
  if (refusal) throw new Refusal(refusal);
}
