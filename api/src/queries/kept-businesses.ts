import type { EntityManager } from "@mikro-orm/postgresql";
import type { KeptBusiness } from "#domain/business/compare.ts";
import type { Facts } from "#domain/business/facts.ts";

/** A row of a business as rules compare it. */
export interface KeptRow {
  readonly id: string;
  readonly external_id: string | null;
  readonly corporate_number: string | null;
  readonly name: string;
  readonly name_kana: string | null;
  readonly facts: Facts;
  readonly version: number;
  readonly removed: boolean;
}

/** The columns of {@link KeptRow}. */
export const KEPT_COLUMNS =
  "id, external_id, corporate_number, name, name_kana, facts, version, removed_at is not null as removed";

/**
 * Every business of the viewer's federation as rules compare it. Read past the identity map: it is read once, and
 * building ten thousand managed records takes a second.
 */
export async function loadKeptBusinesses(em: EntityManager): Promise<KeptBusiness[]> {
  const rows: KeptRow[] = await em.execute(`select ${KEPT_COLUMNS} from business where removed_at is null order by id`);
  return rows.map(keptBusinessOf);
}

/** The business of a row. */
export function keptBusinessOf(row: KeptRow): KeptBusiness {
  const { id, external_id, corporate_number, name, name_kana, facts, version, removed } = row;
  return {
    ...{ id, name, facts, version },
    ...(external_id === null ? {} : { externalId: external_id }),
    ...(corporate_number === null ? {} : { corporateNumber: corporate_number }),
    ...(name_kana === null ? {} : { nameKana: name_kana }),
    ...(removed ? { removed } : {}),
  };
}
