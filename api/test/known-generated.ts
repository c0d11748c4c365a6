import { randomUUID } from "node:crypto";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { BusinessIdentity } from "#domain/business/entry.ts";
import type { Facts } from "#domain/business/facts.ts";
import { searchTextOf } from "#domain/business/search-text.ts";
import { recordBusinesses, type BusinessRow } from "#persistence/record-businesses.ts";

/** Makes whole businesses known to a federation. @returns their ids in order */
export async function makeKnown(
  em: EntityManager,
  federation: string,
  businesses: Iterable<{ readonly identity: BusinessIdentity; readonly facts: Facts }>,
): Promise<string[]> {
  const rows = [...businesses].map(({ identity, facts }): BusinessRow => ({
    ...{ id: randomUUID(), federation_code: federation, name: identity.name, facts },
    external_id: identity.externalId ?? null,
    corporate_number: identity.corporateNumber ?? null,
    name_kana: identity.nameKana ?? null,
    search_text: searchTextOf(identity, facts),
    ...{ seen_version: 0, removed_at: null, merged_into: null },
  }));
  await recordBusinesses(em, rows, new Date("2026-11-01T00:00:00Z"));
  return rows.map(({ id }) => id);
}
