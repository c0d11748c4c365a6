import { availableParallelism, cpus, totalmem } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { openEmbeddedDatabase } from "../../../api/src/server/embedded-database.ts";
import { dataDirectory } from "../../served-installation.ts";

async function postgresVersion(): Promise<string> {
  const directory = dataDirectory();
  const database = await openEmbeddedDatabase(join(directory, "postgres"));
  const client = new pg.Client({ connectionString: database.ownerUrl });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>("show server_version");
    return rows[0]?.server_version ?? "";
  } finally {
    await client.end();
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The machine in one line: what has to be the same for two measurements to be compared. */
export async function machineLine(): Promise<string> {
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  const processor = cpus()[0]?.model.trim() ?? process.arch;
  const versions = `Node ${process.versions.node}, PostgreSQL ${await postgresVersion()}`;
  return `Measured on ${processor}, ${availableParallelism()} cores, ${gibibytes} GiB, ${process.platform} ${process.arch}, ${versions}.`;
}

/** Steps of the reckoning that tells a machine's pace: about a tenth of a second. */
const STEPS = 40_000_000;

/** Numbers it goes through without an order: less than any core's own memory holds. */
const NUMBERS = 4_096;

/** @returns a number that depends on every step */
function reckon(steps: number): number {
  const numbers = new Int32Array(NUMBERS);
  let [random, sum] = [1, 0];
  for (let step = 0; step < steps; step += 1) {
    random = (Math.imul(random, 1_103_515_245) + 12_345) | 0;
    const at = (random >>> 8) % NUMBERS;
    numbers[at] = (numbers[at] as number) + (random & 7);
    sum = (sum + (numbers[(at * 7) % NUMBERS] as number)) | 0;
  }
  return sum;
}

/** Times the machine's pace is taken; the quickest counts. */
const PACES = 3;

/** How long one core takes now for what it always has to reckon: between days, and between minutes of a shared machine, it can be twice as long. */
export function paceRemark(): string {
  const seconds = Array.from({ length: PACES }, () => {
    const begun = performance.now();
    reckon(STEPS);
    return (performance.now() - begun) / 1000;
  });
  return `; pace ${Math.min(...seconds).toFixed(2)} s`;
}

/** Milliseconds others are watched for. */
const WATCHED_MS = 2_000;

/** From so many percent of all cores on, others are in the way of a measurement. */
const BUSY_PERCENT = 5;

/** Says how much of the machine others take while nothing is measured; nothing where they hardly take any. */
export async function othersRemark(): Promise<string> {
  const worked = () => {
    const times = cpus().map((core) => core.times);
    const all = times.reduce((sum, { user, nice, sys, idle, irq }) => sum + user + nice + sys + idle + irq, 0);
    return { all, idle: times.reduce((sum, { idle }) => sum + idle, 0) };
  };
  const before = worked();
  await sleep(WATCHED_MS);
  const after = worked();
  const percent = Math.round(100 * (1 - (after.idle - before.idle) / Math.max(1, after.all - before.all)));
  return percent < BUSY_PERCENT ? "" : `; others took ${percent} % of the machine`;
}
