import { availableParallelism, cpus, totalmem } from "node:os";
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
