import { readFileSync } from "node:fs";
import { referenceFile, TAKAMATSU } from "../reference-data.ts";
import { serveInstallation } from "../served-installation.ts";
import { signedInCoordinator, type Ask } from "../signed-in.ts";
import { untilWritten } from "../written-list.ts";
import { measureAround } from "./around.ts";
import { measureFinding } from "./finding.ts";
import { measureLoading } from "./loading.ts";
import { measureLongList } from "./long-list.ts";

/** `pnpm bench`: what an installation takes on this machine, as people meet it: over HTTP, from process start. */

interface Measured {
  readonly what: string;
  readonly value: string;
}

const measured: Measured[] = [];
const note = (what: string, value: string) => void measured.push({ what, value });
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

/** Middle of repeated measurements: one odd run says little. */
async function median(runs: number, measure: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let run = 0; run < runs; run += 1) values.push(await measure());
  return values.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

/** A list of as many rows as Takamatsu's registers where those are absent. */
function generatedList(rows: number): Buffer {
  const kinds = ["飲食店営業", "菓子製造業", "美容所", "クリーニング所"];
  const lines = Array.from({ length: rows }, (_, index) => {
    const place = `高松市番町${index},${(34.2 + (index % 200) / 1000).toFixed(6)},${(134 + (index % 97) / 1000).toFixed(6)}`;
    return `${index},試し屋${index},${place},${kinds[index % kinds.length]}`;
  });
  return Buffer.from(`管理番号,事業者名,所在地,緯度,経度,許認可\n${lines.join("\n")}\n`);
}

const IMPORT = `mutation ($contentBase64: String!) { importBusinesses(input: { fileName: "list.csv", contentBase64: $contentBase64 }) {
  businessImport { id rows newCount unchangedCount } problems { message } } }`;

interface Imported {
  readonly importBusinesses: { readonly businessImport: { readonly id: string; readonly rows: number } };
}

async function measureImport(ask: Ask, bytes: Buffer): Promise<void> {
  const contentBase64 = bytes.toString("base64");
  const first = await ask<Imported>(IMPORT, { contentBase64 });
  const { id, rows } = first.data.importBusinesses.businessImport;
  const asked = performance.now();
  await untilWritten(ask, id);
  const writtenMs = performance.now() - asked;
  const second = await ask(IMPORT, { contentBase64 });
  note(`list of ${rows} rows: preview`, seconds(first.ms));
  note(`list of ${rows} rows: write`, seconds(writtenMs));
  note("the same list again: preview", `${seconds(second.ms)} (${(second.ms / first.ms).toFixed(2)} × the first)`);
}

async function measureReading(ask: Ask): Promise<void> {
  const list = `{ businesses(first: 50) { totalCount edges { node { name municipalityName knownCount } } } }`;
  const search = `{ businesses(search: "うどん", first: 50) { totalCount edges { node { name } } } }`;
  note("list page of 50", seconds(await median(9, async () => (await ask(list)).ms)));
  note("search as typed", seconds(await median(9, async () => (await ask(search)).ms)));
}

interface Discovered {
  readonly discoverGroups: { readonly businesses: number; readonly examined: number; readonly elapsedMs: number };
}

async function measureDiscovery(ask: Ask, what: string, question: string): Promise<void> {
  const query = `{ discoverGroups(question: ${question}) { businesses examined elapsedMs proposals { lower } } }`;
  const { data, ms } = await ask<Discovered>(query);
  const { businesses, examined, elapsedMs } = data.discoverGroups;
  note(
    `${what}, ${businesses} businesses, ${examined} groups looked at`,
    `${seconds(elapsedMs)} (answer after ${seconds(ms)})`,
  );
}

const empty = await serveInstallation({ MUSUBI_DEMO: "0" });
note("first start without demo, to ready", seconds(empty.readyMs));
const ask = await signedInCoordinator(empty, "37");
const registers = referenceFile(TAKAMATSU);
await measureImport(ask, registers ? readFileSync(registers) : generatedList(10_000));
await measureReading(ask);
const licences = `[{ kind: "food-restaurant", area: "37201" }, { kind: "food-confectionery", area: "37201" }]`;
await measureDiscovery(
  ask,
  "shared orders",
  `{ purpose: "SHARED_ORDERS", demand: { areas: ["37201"], licences: ${licences} } }`,
);
await measureDiscovery(ask, "cooperative", `{ purpose: "COOPERATIVE" }`);
await empty.stop();

await measureLongList(note);

const demo = await serveInstallation();
note("first start with demo, to ready", seconds(demo.readyMs));
await demo.stop();

await measureFinding(note);

await measureLoading(note);

await measureAround(note);

for (const { what, value } of measured) console.log(`${what.padEnd(70)} ${value}`);
