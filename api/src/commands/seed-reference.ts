import pg from "pg";
import { loadFederations } from "#files/seeds/vocabularies.ts";

/**
 * Loads the reference data that lives in tables: the federations. Runs as the owner of the database, who alone may
 * write it. Twice changes nothing.
 * @returns how many federations there are
 */
export async function seedReference(ownerUrl: string): Promise<number> {
  const federations = loadFederations();
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(
      `insert into federation (code, name)
       select code, name from json_to_recordset($1) as row (code text, name text)
       on conflict (code) do update set name = excluded.name where federation.name <> excluded.name`,
      [JSON.stringify(federations)],
    );
    return federations.length;
  } finally {
    await client.end();
  }
}
