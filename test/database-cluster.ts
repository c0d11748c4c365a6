import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openEmbeddedDatabase } from "../api/src/server/embedded-database.ts";
import { migrate } from "../api/src/persistence/migrate.ts";
import { seedReference } from "../api/src/commands/seed-reference.ts";
import type {} from "../api/test/test-database.ts";
import { dataDirectory } from "./served-installation.ts";

/**
 * One PostgreSQL for all database tests: the embedded one in a directory of its own, or a server at DATABASE_URL
 * (its owner must be allowed to create databases). A migrated database with the reference data is the template.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = dataDirectory();
  const given = process.env["DATABASE_URL"];
  const database = given
    ? { ownerUrl: given, stop: async () => {} }
    : await openEmbeddedDatabase(join(directory, "postgres"));
  if (!given) await dropDurability(database.ownerUrl);
  const url = new URL(database.ownerUrl);
  const name = `musubi_template_${randomUUID().replaceAll("-", "")}`;
  await onServer(
    database.ownerUrl,
    `create database ${name} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
  );
  url.pathname = `/${name}`;
  await migrate(url.href);
  await seedReference(url.href);
  project.provide("templateUrl", url.href);

  return async () => {
    await onServer(database.ownerUrl, `drop database if exists ${name} with (force)`);
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}

/** Nothing here outlives the tests, so no write waits for the disk: what a transaction sees is the same. */
async function dropDurability(serverUrl: string): Promise<void> {
  for (const setting of ["fsync", "synchronous_commit", "full_page_writes"])
    await onServer(serverUrl, `alter system set ${setting} = off`);
  await onServer(serverUrl, "select pg_reload_conf()");
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
