import type { EntityManager } from "@mikro-orm/postgresql";
import type { KeptBusiness } from "#domain/business/compare.ts";
import type { Facts } from "#domain/business/facts.ts";

interface Row {
  readonly id: string;
  readonly external_id: string | null;
  readonly corporate_number: string | null;
  readonly name: string;
  readonly name_kana: string | null;
  readonly facts: Facts;
  readonly version: number;
}

/**
 * Every business of the viewer's federation as rules compare it. Read past the identity map: it is read once, and
 * building ten thousand managed records takes a second.
 */
export async function loadKeptBusinesses(em: EntityManager): Promise<KeptBusiness[]> {
  const rows: Row[] = await em.execute(
    `select id, external_id, corporate_number, name, name_kana, facts, version
     from business where removed_at is null order by id`,
  );
  return rows.map(({ id, external_id, corporate_number, name, name_kana, facts, version }) => ({
    ...{ id, name, facts, version },
    ...(external_id === null ? {} : { externalId: external_id }),
    ...(corporate_number === null ? {} : { corporateNumber: corporate_number }),
    ...(name_kana === null ? {} : { nameKana: name_kana }),
  }));
}
