import { createHmac } from "node:crypto";
import { Migrator } from "@mikro-orm/migrations";
import { MikroORM } from "@mikro-orm/postgresql";
import { runMigrations as migrateQueue } from "graphile-worker";
import pg from "pg";
import { RECORDS } from "./database.ts";
import { Migration20261121000000 } from "./migrations/Migration20261121000000.ts";
import { Migration20261121010000 } from "./migrations/Migration20261121010000.ts";
import { Migration20261121020000 } from "./migrations/Migration20261121020000.ts";
import { Migration20261121021000 } from "./migrations/Migration20261121021000.ts";
import { Migration20261121030000 } from "./migrations/Migration20261121030000.ts";
import { Migration20261121031000 } from "./migrations/Migration20261121031000.ts";
import { Migration20261121040000 } from "./migrations/Migration20261121040000.ts";
import { Migration20261121041000 } from "./migrations/Migration20261121041000.ts";
import { Migration20261121050000 } from "./migrations/Migration20261121050000.ts";
import { Migration20261121051000 } from "./migrations/Migration20261121051000.ts";
import { Migration20261121060000 } from "./migrations/Migration20261121060000.ts";
import { Migration20261121070000 } from "./migrations/Migration20261121070000.ts";
import { Migration20261121070100 } from "./migrations/Migration20261121070100.ts";
import { Migration20261121080000 } from "./migrations/Migration20261121080000.ts";
import { Migration20261121090000 } from "./migrations/Migration20261121090000.ts";
import { Migration20261121100000 } from "./migrations/Migration20261121100000.ts";
import { Migration20261121110000 } from "./migrations/Migration20261121110000.ts";
import { Migration20261121110100 } from "./migrations/Migration20261121110100.ts";
import { Migration20261121110200 } from "./migrations/Migration20261121110200.ts";
import { Migration20261121110300 } from "./migrations/Migration20261121110300.ts";
import { Migration20261121130000 } from "./migrations/Migration20261121130000.ts";
import { Migration20261121140000 } from "./migrations/Migration20261121140000.ts";
import { Migration20261121141000 } from "./migrations/Migration20261121141000.ts";

/** Every migration in order; a committed one is never edited. */
const MIGRATIONS = [
  { name: "Migration20261121000000", class: Migration20261121000000 },
  { name: "Migration20261121010000", class: Migration20261121010000 },
  { name: "Migration20261121020000", class: Migration20261121020000 },
  { name: "Migration20261121021000", class: Migration20261121021000 },
  { name: "Migration20261121030000", class: Migration20261121030000 },
  { name: "Migration20261121031000", class: Migration20261121031000 },
  { name: "Migration20261121040000", class: Migration20261121040000 },
  { name: "Migration20261121041000", class: Migration20261121041000 },
  { name: "Migration20261121050000", class: Migration20261121050000 },
  { name: "Migration20261121051000", class: Migration20261121051000 },
  { name: "Migration20261121060000", class: Migration20261121060000 },
  { name: "Migration20261121070000", class: Migration20261121070000 },
  { name: "Migration20261121070100", class: Migration20261121070100 },
  { name: "Migration20261121080000", class: Migration20261121080000 },
  { name: "Migration20261121090000", class: Migration20261121090000 },
  { name: "Migration20261121100000", class: Migration20261121100000 },
  { name: "Migration20261121110000", class: Migration20261121110000 },
  { name: "Migration20261121110100", class: Migration20261121110100 },
  { name: "Migration20261121110200", class: Migration20261121110200 },
  { name: "Migration20261121110300", class: Migration20261121110300 },
  { name: "Migration20261121130000", class: Migration20261121130000 },
  { name: "Migration20261121140000", class: Migration20261121140000 },
  { name: "Migration20261121141000", class: Migration20261121141000 },
];

/** Locks the database while it is brought up to date, so that two processes starting at once do it once. */
const MIGRATION_LOCK = 4_100_2026;

/** The database cannot serve Musubi; the message says why and what to do. */
export class UnfitDatabaseError extends Error {}

const NEEDS_PASSWORD =
  "DATABASE_URL に所有者のパスワードが入っていません。パスワードで接続するアドレスを指定してください（アプリ用の役割のパスワードも、そこから作ります）。\n" +
  "DATABASE_URL carries no password of the owner. Give an address with one: the app role's password is drawn from it.";

/** The role the app works as: it owns nothing, may not bypass row-level security, and is not the one that migrates. */
export const APP_ROLE = "musubi_app";

/**
 * The app role's address of the same database. Its password is drawn from the owner's by HMAC-SHA-256, so that every
 * process that was given the owner's address knows it and none has to keep it.
 * @throws UnfitDatabaseError where the owner has none: the app's would be known to everyone
 */
export function appUrlOf(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  if (url.password === "") throw new UnfitDatabaseError(NEEDS_PASSWORD);
  url.password = createHmac("sha256", decodeURIComponent(url.password)).update("musubi app role").digest("hex");
  url.username = APP_ROLE;
  return url.href;
}

/** Brings the database at the owner's address up to date: queue, app role, tables. Twice changes nothing. */
export async function migrate(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query("create extension if not exists pg_trgm");
    await requireJapaneseSearch(client);
    await createAppRole(client, new URL(appUrlOf(ownerUrl)).password);
    await migrateQueue({ connectionString: ownerUrl });
    await migrateTables(ownerUrl);
  } finally {
    await client.end();
  }
}

/** Names of the migrations a database still lacks; looks only, changes nothing. */
export async function pendingMigrations(client: pg.Client): Promise<string[]> {
  const { rows: found } = await client.query("select to_regclass('public.musubi_migration') is not null as there");
  if (!found[0]?.there) return MIGRATIONS.map(({ name }) => name);
  const { rows } = await client.query<{ name: string }>("select name from musubi_migration");
  const done = new Set(rows.map(({ name }) => name));
  return MIGRATIONS.map(({ name }) => name).filter((name) => !done.has(name));
}

/**
 * @throws UnfitDatabaseError where trigrams of Japanese text come out empty, as they do under the C locale of libc or
 * a built-in or ICU provider on top of it: search would silently find nothing.
 */
export async function requireJapaneseSearch(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ trigrams: number }>(
    "select coalesce(array_length(show_trgm('東京'), 1), 0) as trigrams",
  );
  if (rows[0]?.trigrams) return;
  throw new UnfitDatabaseError(
    "このデータベースの文字の扱い（ロケール）では日本語を検索できません。LC_CTYPE を C.UTF-8 または ja_JP.UTF-8 にしたデータベースを作り直してください。\n" +
      "This database's locale cannot search Japanese text. Create it anew with LC_CTYPE C.UTF-8 or ja_JP.UTF-8 (libc provider).",
  );
}

async function createAppRole(client: pg.Client, password: string): Promise<void> {
  const { rows } = await client.query("select from pg_roles where rolname = $1", [APP_ROLE]);
  if (rows.length === 0) {
    await client.query(`create role ${APP_ROLE} login nosuperuser nobypassrls nocreatedb nocreaterole`);
  }
  await client.query(`alter role ${APP_ROLE} password ${client.escapeLiteral(password)}`);
  await client.query(`grant usage on schema public to ${APP_ROLE}`);
}

async function migrateTables(ownerUrl: string): Promise<void> {
  const orm = await MikroORM.init({
    clientUrl: ownerUrl,
    entities: RECORDS,
    extensions: [Migrator],
    migrations: { migrationsList: MIGRATIONS, snapshot: false, tableName: "musubi_migration", silent: true },
  });
  try {
    await orm.migrator.up();
  } finally {
    await orm.close();
  }
}
