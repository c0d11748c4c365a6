import pg from "pg";
import type { Decision } from "#domain/decision.ts";
import type { DataProblem, DataSetId } from "#domain/reference-data.ts";
import { readDataFolder, type FoundDataSet } from "#files/reference/data-folder.ts";
import { replaceReference } from "#persistence/record-reference.ts";

/** What became of one data set. */
export interface DataSetOutcome {
  readonly id: DataSetId;
  /** `absent`: not in the folder; what was loaded before stays. */
  readonly state: "loaded" | "unchanged" | "absent";
  readonly rows: number;
}

/** What loading a folder came to. */
export interface ReferenceLoad {
  readonly dataSets: readonly DataSetOutcome[];
  /** Lines left out for a reason that refuses nothing. */
  readonly notices: readonly DataProblem[];
}

/**
 * Loads the publishers' files of a folder into the tables of reference data, all in one transaction: where one file is
 * broken nothing is written. A data set replaces the one loaded before; the same files again change nothing. Runs as
 * the owner of the database, who alone may write these tables.
 */
export async function loadReferenceData(
  ownerUrl: string,
  { folder, now }: { readonly folder: string; readonly now: Date },
): Promise<Decision<ReferenceLoad, DataProblem>> {
  const { found, absent, problems, notices } = readDataFolder(folder);
  if (problems.length > 0) return { accepted: false, problems };
  const outcomes = await inTransaction(ownerUrl, async (client) => {
    const stored: DataSetOutcome[] = [];
    for (const one of found) stored.push(await storeDataSet(client, one, now));
    return stored;
  });
  const missing = absent.map(({ id }) => ({ id, state: "absent" as const, rows: 0 }));
  return { accepted: true, change: { dataSets: [...outcomes, ...missing], notices } };
}

async function inTransaction<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } finally {
    await client.end(); // a transaction left open by a fault is undone with the connection
  }
}

async function storeDataSet(
  client: pg.Client,
  { set, rows, digest }: FoundDataSet,
  now: Date,
): Promise<DataSetOutcome> {
  const { rows: same } = await client.query("select from reference_source where id = $1 and digest = $2", [
    ...[set.id, digest],
  ]);
  if (same.length > 0) return { id: set.id, state: "unchanged", rows: rows.length };
  await replaceReference(client, set.id, rows);
  await client.query(
    `insert into reference_source (id, name_ja, name_en, licence_ja, licence_en, rows, digest, loaded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (id) do update set name_ja = excluded.name_ja, name_en = excluded.name_en,
       licence_ja = excluded.licence_ja, licence_en = excluded.licence_en,
       rows = excluded.rows, digest = excluded.digest, loaded_at = excluded.loaded_at`,
    [set.id, set.name.ja, set.name.en, set.licence.ja, set.licence.en, rows.length, digest, now],
  );
  return { id: set.id, state: "loaded", rows: rows.length };
}
