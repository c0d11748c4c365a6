import { readFile, writeFile } from "node:fs/promises";
import type { Command } from "commander";

import { printGraphqlSchema } from "#graphql/schema.ts";
import { accessDocument } from "./access-document.ts";
import { Refusal } from "./refusal.ts";

/** Files that are printed from the code and committed, so that a change of either shows in a review. */
const PRINTED: readonly (readonly [file: string, print: () => string | Promise<string>])[] = [
  ["schema/schema.graphql", printGraphqlSchema],
  ["api/ACCESS.md", accessDocument],
];

/** `musubi print`: writes what is printed from the code; `--check` fails on a difference instead. */
export function addPrintCommand(musubi: Command): void {
  musubi
    .command("print")
    .description("コードから作るファイルを書き出す / write the files printed from the code: schema and access table")
    .option("--check", "違いがあれば失敗する / fail where a committed file differs")
    .action(printAll);
}

async function printAll({ check = false }: { readonly check?: boolean }): Promise<void> {
  const stale: string[] = [];
  for (const [file, print] of PRINTED) {
    const path = new URL(`../../../${file}`, import.meta.url);
    const text = await print();
    if (!check) await writeFile(path, text);
    else if ((await readFile(path, "utf8").catch(() => "")) !== text) stale.push(file);
  }
  if (stale.length > 0)
    throw new Refusal(`${stale.join(", ")}: コードと違います。 / differs from the code: pnpm schema:print`);
}
