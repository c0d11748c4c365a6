import { randomUUID } from "node:crypto";
import type { MikroORM } from "@mikro-orm/postgresql";
import pg from "pg";
import { inject } from "vitest";
import { openStore } from "#persistence/database.ts";
import { appUrlOf } from "#persistence/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The owner's address of a migrated database nobody writes to: each test file copies it. */
    templateUrl: string;
  }
}

/** A database of a test's own, copied from the migrated template. */
export interface TestDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** The store as the app sees it: under row-level security. */
  readonly orm: MikroORM;
  close(): Promise<void>;
}

/** Copies the template; close it when done. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const template = new URL(inject("templateUrl"));
  const name = `musubi_test_${randomUUID().replaceAll("-", "")}`;
  const url = new URL(template);
  url.pathname = `/${name}`;
  await onTemplateServer(template, `create database ${name} template ${template.pathname.slice(1)}`);
  const appUrl = appUrlOf(url.href);
  const orm = await openStore(appUrl);
  return {
    ownerUrl: url.href,
    appUrl,
    orm,
    async close() {
      await orm.close();
      await onTemplateServer(template, `drop database if exists ${name} with (force)`);
    },
  };
}

/** Copying needs a template without connections, so the statement runs beside it. */
async function onTemplateServer(template: URL, statement: string): Promise<void> {
  const beside = new URL(template);
  beside.pathname = "/postgres";
  const client = new pg.Client({ connectionString: beside.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
