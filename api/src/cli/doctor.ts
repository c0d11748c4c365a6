import { existsSync } from "node:fs";
import pg from "pg";
import { APP_ROLE, pendingMigrations, requireJapaneseSearch } from "#persistence/migrate.ts";
import { loadDataSets, type DataSet } from "#files/seeds/data-sets.ts";
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
        ...(await listDataSets(database.ownerUrl)),
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

/** Every publisher's data set, loaded or not: none is needed, so its absence is no fault. */
function listDataSets(ownerUrl: string): Promise<Finding[]> {
  return asked(ownerUrl, async (client) => {
    const { rows: there } = await client.query("select to_regclass('public.reference_source') as name");
    if (there[0]?.name === null) return [];
    const { rows } = await client.query<LoadedSource>(
      "select id, rows, licence_ja, to_char(loaded_at, 'YYYY-MM-DD') as day from reference_source",
    );
    const loaded = new Map(rows.map((row) => [row.id, row]));
    return loadDataSets().map((set) => ({ ok: true, what: dataSetText(set, loaded.get(set.id)), remedy: "" }));
  });
}

interface LoadedSource {
  readonly id: string;
  readonly rows: number;
  readonly licence_ja: string;
  readonly day: string;
}

function dataSetText({ name, without }: DataSet, loaded: LoadedSource | undefined): string {
  const both = `${name.ja} / ${name.en}`;
  if (loaded === undefined) {
    return `${both}: 読み込んでいません。${without.ja}（musubi seed reference --from） / not loaded: ${without.en}`;
  }
  return `${both}: ${loaded.rows.toLocaleString("ja-JP")}（${loaded.licence_ja}、${loaded.day}）`;
}

async function asked<Answer>(ownerUrl: string, ask: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}
