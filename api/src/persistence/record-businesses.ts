import type { EntityManager } from "@mikro-orm/postgresql";
import type { BusinessEventKind, StateChange } from "#domain/business/history.ts";
import type { Facts } from "#domain/business/facts.ts";
import type { SurveySheet } from "#domain/business/survey-answers.ts";

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
  /** The version that was looked at; 0 for a new one. */
  readonly seen_version: number;
  /** Instant since when it is no longer among the known ones. */
  readonly removed_at: string | null;
  readonly merged_into: string | null;
}

/** A line of a business's history to add. */
export interface BusinessEventRow {
  readonly id: string;
  readonly federation_code: string;
  readonly business_id: string;
  readonly business_version: number;
  readonly kind: BusinessEventKind;
  readonly cause_id: string | null;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly changes: readonly StateChange[];
  readonly survey: SurveySheet | null;
}

/** Rows of one statement: one JSON text of a few megabytes. */
const ROWS_PER_STATEMENT = 2_000;

function* batchesOf<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    yield rows.slice(start, start + ROWS_PER_STATEMENT);
  }
}

/**
 * Adds new businesses and replaces changed ones, a few thousand in one statement: a list has ten thousand rows, and
 * one statement a row takes minutes. A row of the same id goes up one version, where it still is the one looked at.
 * @returns how many were written: fewer than given where somebody else was faster
 */
export async function recordBusinesses(em: EntityManager, rows: readonly BusinessRow[], now: Date): Promise<number> {
  let written = 0;
  for (const batch of batchesOf(rows)) {
    const [counted] = await em.execute<{ written: number }[]>(
      `with written as (
         insert into business (id, federation_code, external_id, corporate_number, name, name_kana, facts, search_text,
           removed_at, merged_into, version, created_at, updated_at)
         select id, federation_code, external_id, corporate_number, name, name_kana, facts, search_text,
           removed_at, merged_into, seen_version + 1, ?, ?
         from jsonb_to_recordset(?::jsonb) as row (id uuid, federation_code text, external_id text,
           corporate_number text, name text, name_kana text, facts jsonb, search_text text, seen_version integer,
           removed_at timestamptz, merged_into uuid)
         on conflict (id) do update set external_id = excluded.external_id,
           corporate_number = excluded.corporate_number, name = excluded.name, name_kana = excluded.name_kana,
           facts = excluded.facts, search_text = excluded.search_text, removed_at = excluded.removed_at,
           merged_into = excluded.merged_into, version = excluded.version, updated_at = excluded.updated_at
         where business.version = excluded.version - 1
         returning 1)
       select count(*)::int as written from written`,
      [now, now, JSON.stringify(batch)],
    );
    written += counted?.written ?? 0;
  }
  return written;
}

/** Adds to the history of businesses. */
export async function recordBusinessEvents(
  em: EntityManager,
  rows: readonly BusinessEventRow[],
  now: Date,
): Promise<void> {
  for (const batch of batchesOf(rows)) {
    await em.execute(
      `insert into business_event (id, federation_code, business_id, business_version, kind, cause_id, at, actor_id,
         actor_name, changes, survey)
       select id, federation_code, business_id, business_version, kind, cause_id, ?, actor_id, actor_name, changes,
         nullif(survey, 'null'::jsonb)
       from jsonb_to_recordset(?::jsonb) as row (id uuid, federation_code text, business_id uuid,
         business_version integer, kind text, cause_id uuid, actor_id text, actor_name text, changes jsonb,
         survey jsonb)`,
      [now, JSON.stringify(batch)],
    );
  }
}
