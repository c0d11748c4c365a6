import type { EntityName } from "@mikro-orm/core";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STORED_FIELDS } from "#domain/access/stored-fields.ts";
import { actingAs, KAGAWA, knownBusinesses, TOKUSHIMA } from "../../test/acting.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { actingFor } from "./acting-for.ts";
import { BusinessRecord } from "./business-record.ts";
import { RECORDS } from "./database.ts";
import { APP_ROLE, migrate, requireJapaneseSearch, UnfitDatabaseError } from "./migrate.ts";

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

async function asOwner<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Tables that keep nothing of a federation. */
const NOT_OURS = ["musubi_migration"];

describe("row-level security", () => {
  it("is forced on every table, and every table has a policy", async () => {
    const tables = await asOwner<{ name: string; forced: boolean; policies: number }>(
      `select relname as name, relrowsecurity and relforcerowsecurity as forced,
              (select count(*)::int from pg_policy where polrelid = pg_class.oid) as policies
       from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
    );
    const open = tables.filter(({ name, forced, policies }) => !NOT_OURS.includes(name) && (!forced || policies === 0));
    expect(open).toEqual([]);
    expect(tables.length).toBeGreaterThan(9);
  });

  it("binds an app role that owns nothing and cannot bypass it", async () => {
    const [role] = await asOwner<{ rolsuper: boolean; rolbypassrls: boolean; rolcreaterole: boolean; owned: number }>(
      `select rolsuper, rolbypassrls, rolcreaterole,
              (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
       from pg_roles where rolname = $1`,
      [APP_ROLE],
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0 });
  });

  it("shows a federation its own businesses, another federation none of them, and nobody without one", async () => {
    await knownBusinesses(database.orm, ["うどん本陣"], KAGAWA);
    const names = async (federation?: string) =>
      (await actingFor(database.orm, federation ? { federation } : {}).find(BusinessRecord, {})).map(
        ({ name }) => name,
      );
    expect(await names(KAGAWA)).toEqual(["うどん本陣"]);
    expect(await names(TOKUSHIMA)).toEqual([]);
    expect(await names()).toEqual([]);
  });

  it("refuses to write a row for another federation", async () => {
    const em = actingFor(database.orm, { federation: TOKUSHIMA });
    const insert = em.execute(
      `insert into business (id, federation_code, name, facts, search_text, version, created_at, updated_at)
       values (gen_random_uuid(), '37', 'よそ者', '{}', '', 1, now(), now())`,
    );
    await expect(insert).rejects.toThrow(/row-level security/);
  });

  it("keeps the app role from changing or removing what happened to a group", async () => {
    const em = actingFor(database.orm, { federation: KAGAWA });
    await expect(em.execute("update group_event set actor_name = 'someone else'")).rejects.toThrow(/permission denied/);
    await expect(em.execute("delete from group_event")).rejects.toThrow(/permission denied/);
  });

  it("keeps the app role from taking a federation's rows by setting its role back", async () => {
    const em = actingFor(database.orm, {});
    const owner = new URL(database.ownerUrl).username;
    await expect(em.execute(`set role ${owner}`)).rejects.toThrow(/permission denied/);
  });

  it("lets a job into the queue only for a question the federation itself asked", async () => {
    const { em } = actingAs(database.orm, { federation: TOKUSHIMA });
    await expect(em.execute("select enqueue_discovery(gen_random_uuid())")).rejects.toThrow(/no such discovery/);
  });
});

describe("the store", () => {
  it("has for every table the columns that the records declare", async () => {
    const rows = await asOwner<{ table: string; column: string; nullable: boolean }>(
      `select table_name as table, column_name as column, is_nullable = 'YES' as nullable
       from information_schema.columns where table_schema = 'public'`,
    );
    const stored = new Map(rows.map(({ table, column, nullable }) => [`${table}.${column}`, nullable]));
    const declared = RECORDS.flatMap((record) => {
      const meta = database.orm.getMetadata().get(record as EntityName<object>);
      return meta.props.map((prop) => [`${meta.tableName}.${prop.fieldNames[0]}`, prop.nullable ?? false] as const);
    });
    expect(declared.filter(([name, nullable]) => stored.get(name) !== nullable)).toEqual([]);
  });

  it("has a class for every column, and no class for a column that is gone", async () => {
    const rows = await asOwner<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and table_name <> all($1)`,
      [NOT_OURS],
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(STORED_FIELDS).sort());
  });

  it("stays as it is when it is brought up to date twice", async () => {
    const migrations = () => asOwner("select name from musubi_migration order by id");
    const before = await migrations();
    await migrate(database.ownerUrl);
    expect(before).not.toEqual([]);
    expect(await migrations()).toEqual(before);
  });

  it("is refused where its locale silently finds no Japanese", async () => {
    const name = "musubi_unfit_locale";
    await asOwner(`drop database if exists ${name}`);
    await asOwner(`create database ${name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`);
    const url = new URL(database.ownerUrl);
    url.pathname = `/${name}`;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    await client.query("create extension pg_trgm");
    try {
      await expect(requireJapaneseSearch(client)).rejects.toThrow(UnfitDatabaseError);
    } finally {
      await client.end();
      await asOwner(`drop database ${name}`);
    }
  });
});
