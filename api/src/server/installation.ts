import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { seedReference } from "#commands/seed-reference.ts";
import { loadReference } from "#files/seeds/reference.ts";
import type { JobContext } from "#jobs/answer-discovery.ts";
import { openMatchingBench } from "#jobs/matching-bench.ts";
import { openStore } from "#persistence/database.ts";
import { openPool } from "#persistence/pool.ts";
import { appUrlOf, migrate } from "#persistence/migrate.ts";
import { clock } from "./clock.ts";
import type { Config } from "./config.ts";
import { noteDefect } from "./log.ts";
import { openEmbeddedDatabase, type OwnedDatabase } from "./embedded-database.ts";
import { viewerReader, type Installation } from "./request-context.ts";
import { SignInDesk } from "./sign-in.ts";

/** Connections to the counters of sign-ins. */
const LIMIT_CONNECTIONS_MAX = 2;

/** The installation's database as its owner: the server at DATABASE_URL, or the embedded one. */
export async function openDatabase(config: Config): Promise<OwnedDatabase> {
  if (config.databaseUrl === undefined) return openEmbeddedDatabase(join(config.dataDirectory, "postgres"));
  return { ownerUrl: config.databaseUrl, origin: "external", stop: async () => {} };
}

/** An opened installation and how to close it again, in the reverse order. */
export interface OpenInstallation extends Installation, JobContext {
  readonly ownerUrl: string;
  close(): Promise<void>;
}

/** Brings the database and its reference data up to date and opens everything a command or a server works with. */
export async function openInstallation(config: Config): Promise<OpenInstallation> {
  const database = await openDatabase(config);
  await migrate(database.ownerUrl);
  await seedReference(database.ownerUrl);
  const appUrl = appUrlOf(database.ownerUrl);
  const orm = await openStore(appUrl);
  const pool = openPool(appUrl, LIMIT_CONNECTIONS_MAX);
  const matching = openMatchingBench();
  return {
    ...{ now: clock.now, today: clock.today, noteDefect },
    ...{ config, orm, matching, ownerUrl: database.ownerUrl, reference: loadReference() },
    internalKey: randomBytes(24).toString("base64url"),
    signInDesk: new SignInDesk(orm, pool, config.production),
    viewerOf: viewerReader(orm),
    async close() {
      await matching.close();
      await pool.end();
      await orm.close();
      await database.stop();
    },
  };
}
