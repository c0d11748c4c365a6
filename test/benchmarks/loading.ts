import { rmSync } from "node:fs";
import { join } from "node:path";
import type { PlainDate } from "../../api/src/domain/calendar.ts";
import type { Facts } from "../../api/src/domain/business/facts.ts";
import { bytesOf } from "../../api/src/matching/columns/bytes-of.ts";
import type { SnapshotBusiness } from "../../api/src/matching/snapshot.ts";
import { actingFor } from "../../api/src/persistence/acting-for.ts";
import { openStore } from "../../api/src/persistence/database.ts";
import { appUrlOf, migrate } from "../../api/src/persistence/migrate.ts";
import { loadLayout, loadRevision } from "../../api/src/queries/layout.ts";
import { seedReference } from "../../api/src/commands/seed-reference.ts";
import { openEmbeddedDatabase } from "../../api/src/server/embedded-database.ts";
import { generatedBusinesses } from "../../api/test/generated-businesses.ts";
import { makeKnown } from "../../api/test/known-generated.ts";
import { dataDirectory } from "../served-installation.ts";
import { regionOf } from "./region.ts";

type Note = (what: string, value: string) => void;

/** A large prefecture. */
const BUSINESSES = 60_000;
/** Written in one go: a hundred megabytes of memory at most. */
const PER_WRITE = 5_000;
/** Loads timed; the first ones find code and memory cold. */
const LOADS = 9;

const FEDERATION = "37";
const TODAY = "2026-11-21" as PlainDate;

/** What is known of a business of the region, as a list would have told it. */
function factsOf({ id, lat, lon, industry, licences, ...same }: SnapshotBusiness): Facts {
  const values = {
    place: { lat, lon },
    industryCode: industry,
    licences: licences?.map(([kind, area]) => ({ kind, area })),
    address: `香川県高松市番町${id}`,
    phone: "087-000-0000",
    ...same,
  };
  const known = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known.map(([key, value]) => [key, { value, source: "list", on: "2026-10-01" }])) as Facts;
}

function* asListed(businesses: readonly SnapshotBusiness[]) {
  const named = generatedBusinesses(businesses.length);
  for (const business of businesses) {
    const { identity } = named.next().value as { identity: { name: string } };
    yield { identity: { name: identity.name, externalId: business.id }, facts: factsOf(business) };
  }
}

const spread = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => `${(sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0)} ms`;
  return `median ${at(0.5)}, ${at(0)} to ${at(1)} (${sorted.length} times)`;
};

async function timed(times: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const begun = performance.now();
    await work();
    taken.push(performance.now() - begun);
  }
  return taken;
}

/** What it takes to bring a large prefecture from the database into columns, and how much memory they take. */
export async function measureLoading(note: Note): Promise<void> {
  const directory = dataDirectory();
  const database = await openEmbeddedDatabase(join(directory, "postgres"));
  await migrate(database.ownerUrl);
  await seedReference(database.ownerUrl);
  const store = await openStore(appUrlOf(database.ownerUrl));
  const em = () => actingFor(store, { federation: FEDERATION });
  try {
    const listed = [...asListed(regionOf({ businesses: BUSINESSES, seed: 1 }).businesses)];
    while (listed.length > 0) await makeKnown(em(), FEDERATION, listed.splice(0, PER_WRITE));
    const { columns } = (await loadLayout(em(), { today: TODAY })).layout;
    const loads = await timed(LOADS, () => loadLayout(em(), { today: TODAY }));
    note(`${BUSINESSES} businesses from the database into columns, with their mark`, spread(loads));
    note("asking whether a business has changed", spread(await timed(LOADS, () => loadRevision(em()))));
    const { hot, all } = bytesOf(columns);
    const each = (bytes: number) => `${(bytes / BUSINESSES).toFixed(0)} B`;
    note("columns a business, that a search for cooperatives reads; all", `${each(hot)}; ${each(all)}`);
  } finally {
    await store.close();
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
