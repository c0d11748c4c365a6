import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FIGURES, type Chapter } from "./figures.ts";
import { machineLine, othersRemark, paceRemark } from "./machine.ts";
import { exact, orders } from "./nearness-to-exact.ts";
import { oneSeed, planted } from "./one-business.ts";
import { pruning } from "./pruning.ts";
import { withTable, type DatedMeasurement } from "./readme-table.ts";
import { growth, memory, nation } from "./sizes.ts";
import { againstBaseline, wholePrefecture } from "./whole-prefecture.ts";

/**
 * `pnpm bench:figures`: the figures the engine is held to, into the table of the README. Chapters are asked for by name;
 * without a name all but the long ones are measured, with `--long` these, too. Other lines stay with their day.
 */

const CHAPTERS: readonly Chapter[] = [
  wholePrefecture,
  againstBaseline,
  memory,
  planted,
  oneSeed,
  pruning,
  exact,
  orders,
  growth,
  nation,
];

const README = join(import.meta.dirname, "../../../README.md");

const names = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const isLongAsked = process.argv.includes("--long");
const unknown = names.filter((name) => !CHAPTERS.some((chapter) => chapter.name === name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join()}. There are ${CHAPTERS.map(({ name }) => name).join()}.`);
  process.exit(2);
}

const machine = await machineLine();
console.log(machine);
for (const chapter of CHAPTERS) {
  if (names.length > 0 ? !names.includes(chapter.name) : chapter.isLong && !isLongAsked) continue;
  console.log(chapter.name);
  const day = new Date().toISOString().slice(0, 10);
  const moment = chapter.isTimed ? `${paceRemark()}${await othersRemark()}` : "";
  const measurements: readonly DatedMeasurement[] = (await chapter.measure()).map(({ id, measured, spread }) => ({
    ...{ id, measured, day },
    spread: spread + moment,
  }));
  for (const { id, measured, spread } of measurements) console.log(`  ${id.padEnd(4)} ${measured} (${spread})`);
  writeFileSync(README, withTable(readFileSync(README, "utf8"), FIGURES, { machine, measurements }));
}
