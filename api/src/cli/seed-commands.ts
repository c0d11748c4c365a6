import type { Command } from "commander";
import { loadReferenceData, type DataSetOutcome, type ReferenceLoad } from "#commands/load-reference-data.ts";
import { seedReference } from "#commands/seed-reference.ts";
import type { Decision } from "#domain/decision.ts";
import type { DataProblem } from "#domain/reference-data.ts";
import { loadDataSets } from "#files/seeds/data-sets.ts";
import { clock } from "#server/clock.ts";
import { dataProblemText } from "#words/reference-data.ts";
import { seedDemoHere } from "./first-start.ts";
import { Refusal } from "./refusal.ts";
import { withDatabase } from "./with-database.ts";
import { withInstallation } from "./with-installation.ts";

interface SeedReferenceOptions {
  readonly from?: string;
  readonly json?: boolean;
}

/** Commands that load reference and demo data. */
export function addSeedCommands(musubi: Command): void {
  const seed = musubi.command("seed").description("基礎資料・見本を読み込む / load reference or demo data");
  seed
    .command("reference")
    .description(
      "基礎資料を読み込む。--from を付けると公開元の資料（産業分類、市区町村と町の位置、境界、既存の協同組合）も読み込む / load the reference data shipped with the project and, with --from, publishers' files",
    )
    .option("--from <folder>", "公開元の資料を入れたフォルダー / folder of publishers' files")
    .option("--json", "JSON で出力する / print one JSON document")
    .action((options: SeedReferenceOptions) => withDatabase((ownerUrl) => seedReferenceHere(ownerUrl, options)));
  seed
    .command("demo")
    .description("架空の町の見本を読み込む / load the demo of an invented town")
    .action(() => withInstallation(async (installation) => say(await seedDemoHere(installation))));
}

async function seedReferenceHere(ownerUrl: string, { from, json = false }: SeedReferenceOptions): Promise<void> {
  const federations = await seedReference(ownerUrl);
  const loaded: Decision<ReferenceLoad, DataProblem> | undefined =
    from === undefined ? undefined : await loadReferenceData(ownerUrl, { folder: from, now: clock.now() });
  if (json) say(JSON.stringify(asJson(federations, loaded)));
  else tell(federations, loaded);
  if (loaded?.accepted === false) {
    throw new Refusal(
      "何も読み込みませんでした。上の箇所を直してください。 / Nothing was loaded. Please mend what is told above.",
    );
  }
}

function asJson(federations: number, loaded: Decision<ReferenceLoad, DataProblem> | undefined) {
  const told = (problems: readonly DataProblem[]) =>
    problems.map((problem) => ({
      ...{ file: problem.file ?? null, line: problem.line ?? null, message: dataProblemText(problem, "ja") },
    }));
  if (loaded?.accepted === false) return { federations, dataSets: [], problems: told(loaded.problems), notices: [] };
  const { dataSets = [], notices = [] } = loaded?.change ?? {};
  return { federations, dataSets, problems: [], notices: told(notices) };
}

function tell(federations: number, loaded: Decision<ReferenceLoad, DataProblem> | undefined): void {
  say(`${federations} federations`);
  if (loaded === undefined) return;
  const problems = loaded.accepted ? loaded.change.notices : loaded.problems;
  for (const problem of problems) {
    process.stderr.write(`${dataProblemText(problem, "ja")} / ${dataProblemText(problem, "en")}\n`);
  }
  if (loaded.accepted) for (const outcome of loaded.change.dataSets) say(outcomeText(outcome));
}

function outcomeText({ id, state, rows }: DataSetOutcome): string {
  const set = loadDataSets().find((one) => one.id === id);
  const name = `${set?.name.ja} / ${set?.name.en}`;
  const count = rows.toLocaleString("ja-JP");
  if (state === "absent") return `－ ${name}: フォルダーにありません。${set?.without.ja} / not in the folder`;
  return `${name}: ${count}${state === "unchanged" ? "（変わりません / unchanged）" : ""} — ${set?.licence.ja}`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
