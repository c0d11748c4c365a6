import { existsSync } from "node:fs";
import pg from "pg";
import { APP_ROLE, pendingMigrations, requireJapaneseSearch } from "#persistence/migrate.ts";
import { openDatabase } from "#server/installation.ts";
import type { Config } from "#server/config.ts";

/** One thing that was looked at. */
export interface Finding {
  readonly ok: boolean;
  readonly what: string;
  readonly remedy: string;
}

/** Oldest Node that runs the sources as they are. */
const NODE_MAJOR_MIN = 22;

/** Looks at everything an installation needs: runtime, built pages, database, its locale, its app role. */
export async function examine(config: Config): Promise<readonly Finding[]> {
  const major = Number(process.versions.node.split(".")[0]);
  const findings: Finding[] = [
    {
      ok: major >= NODE_MAJOR_MIN,
      what: `Node ${process.versions.node}`,
      remedy: `Node ${NODE_MAJOR_MIN}.18 以上で動かしてください / run it with Node ${NODE_MAJOR_MIN}.18 or newer`,
    },
    {
      ok: existsSync(new URL("../../../web/build/handler.js", import.meta.url)),
      what: "画面 / built pages",
      remedy: "pnpm build を実行してください / run pnpm build",
    },
  ];
  return [...findings, ...(await examineDatabase(config))];
}

async function examineDatabase(config: Config): Promise<Finding[]> {
  try {
    const database = await openDatabase(config);
    try {
      return [
        { ok: true, what: `データベース（${database.origin}） / database`, remedy: "" },
        await examineMigrations(database.ownerUrl),
        await examineLocale(database.ownerUrl),
        await examineAppRole(database.ownerUrl),
      ];
    } finally {
      await database.stop();
    }
  } catch (error) {
    const remedy = error instanceof Error ? error.message : String(error);
    return [{ ok: false, what: "データベース / database", remedy }];
  }
}

function examineMigrations(ownerUrl: string): Promise<Finding> {
  return asked(ownerUrl, async (client) => {
    const pending = await pendingMigrations(client);
    const remedy = "musubi migrate を実行してください / run musubi migrate";
    return { ok: pending.length === 0, what: "データベースの形 / tables up to date", remedy };
  });
}

function examineLocale(ownerUrl: string): Promise<Finding> {
  return asked(ownerUrl, async (client) => {
    await requireJapaneseSearch(client);
    return { ok: true, what: "日本語の検索 / Japanese search", remedy: "" };
  });
}

function examineAppRole(ownerUrl: string): Promise<Finding> {
  return asked(ownerUrl, async (client) => {
    const { rows } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
      "select rolsuper, rolbypassrls from pg_roles where rolname = $1",
      [APP_ROLE],
    );
    const ok = rows[0] !== undefined && !rows[0].rolsuper && !rows[0].rolbypassrls;
    const remedy = `役割 ${APP_ROLE} が行の制限を越えられます / the role ${APP_ROLE} can pass row-level security`;
    return { ok, what: "権限の境界 / row-level security", remedy };
  });
}

async function asked(ownerUrl: string, ask: (client: pg.Client) => Promise<Finding>): Promise<Finding> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}
