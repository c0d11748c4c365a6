import type { EntityManager } from "@mikro-orm/postgresql";
import type { Facts } from "#domain/business/facts.ts";

/** A business to write whole. */
export interface BusinessRow {
  readonly id: string;
  readonly federation_code: string;
  readonly external_id: string | null;
  readonly corporate_number: string | null;
  readonly name: string;
  readonly name_kana: string | null;
  readonly facts: Facts;
  readonly search_text: string;
}

/** Rows of one statement: one JSON text of a few megabytes. */
const ROWS_PER_STATEMENT = 2_000;

/**
 * Adds new businesses and replaces changed ones, a few thousand in one statement: a list has ten thousand rows, and
 * one statement a row takes minutes. A row of the same id goes up one version.
 */
export async function recordBusinesses(em: EntityManager, rows: readonly BusinessRow[], now: Date): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    await em.execute(
      `insert into business (id, federation_code, external_id, corporate_number, name, name_kana, facts, search_text,
         version, created_at, updated_at)
       select id, federation_code, external_id, corporate_number, name, name_kana, facts, search_text, 1, ?, ?
       from jsonb_to_recordset(?::jsonb) as row (id uuid, federation_code text, external_id text,
         corporate_number text, name text, name_kana text, facts jsonb, search_text text)
       on conflict (id) do update set external_id = excluded.external_id,
         corporate_number = excluded.corporate_number, name = excluded.name, name_kana = excluded.name_kana,
         facts = excluded.facts, search_text = excluded.search_text, version = business.version + 1,
         updated_at = excluded.updated_at`,
      [now, now, JSON.stringify(rows.slice(start, start + ROWS_PER_STATEMENT))],
    );
  }
}
