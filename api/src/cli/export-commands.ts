import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Command } from "commander";
import {
  TABLE_FORMATS,
  tableFile,
  unwritableIn,
  type TableFormat,
  type UnwritableCharacter,
} from "#files/table-file.ts";
import { exportBusinesses } from "#queries/business-export.ts";
import type { ReadingContext } from "#queries/reading-context.ts";
import type { OpenInstallation } from "#server/installation.ts";
import { Refusal, UsageError } from "./refusal.ts";
import { actingContext, withInstallation, type ActingOptions } from "./with-installation.ts";

interface ExportOptions extends ActingOptions {
  readonly format: string;
  readonly out?: string;
  readonly search?: string;
}

/** Commands that hand lists out. */
export function addExportCommands(musubi: Command): void {
  const group = musubi.command("export").description("一覧を書き出す / hand lists out");
  group
    .command("businesses")
    .description(
      "事業者の一覧を、編集して再び取り込める形で書き出す / write the businesses as a list that can be imported again",
    )
    .requiredOption("--federation <code>", "00〜47")
    .option("--as <email>", "この人として行う / act as this person")
    .option("--format <format>", TABLE_FORMATS.join(" / "), "xlsx")
    .option("--out <file>", "書き出し先（なければ標準出力） / the file to write; absent: standard output")
    .option("--search <words>", "この言葉を含む事業者だけ / only businesses with these words")
    .action(exportFile);
}

async function exportFile(options: ExportOptions): Promise<void> {
  const format = TABLE_FORMATS.find((one) => one === options.format);
  if (format === undefined) {
    const formats = TABLE_FORMATS.join("・");
    throw new UsageError(`--format は ${formats} のどれかです。 / --format takes one of ${formats}.`);
  }
  await withInstallation((installation) => writeFile(installation, options, format));
}

async function writeFile(installation: OpenInstallation, options: ExportOptions, format: TableFormat): Promise<void> {
  const acting = await actingContext(installation, options, "business.export");
  const ctx: ReadingContext = { ...acting, reference: installation.reference, language: "ja" };
  const table = async () => (await exportBusinesses(ctx, { filter: { search: options.search ?? null } })).table;
  if (format === "csv-cp932") tellUnwritable(await unwritableIn(await table()));
  const pieces = Readable.from(tableFile(await table(), format));
  if (options.out === undefined) return pipeline(pieces, process.stdout, { end: false });
  await pipeline(pieces, createWriteStream(options.out)).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(`${options.out} に書けません（${error.code}）。 / Cannot write ${options.out} (${error.code}).`);
  });
}

function tellUnwritable(characters: readonly UnwritableCharacter[]): void {
  for (const { character, count, examples } of characters) {
    process.stderr.write(
      `「${character}」はCP932で書けないため〓にします（${count}か所。例: ${examples[0] ?? ""}）。 / ` +
        `CP932 lacks "${character}": written as 〓 in ${count} cells.\n`,
    );
  }
}
