import type { EntityManager } from "@mikro-orm/postgresql";
import { NotFoundError } from "#domain/errors.ts";
import type { KeptBusiness } from "#domain/business/compare.ts";
import { keptBusinessOf, KEPT_COLUMNS, type KeptRow } from "./kept-businesses.ts";

/** A business with the moment it became known. */
export type PairedBusiness = KeptBusiness & { readonly knownSince: Date };

/** Two businesses by id, removed ones too, in the order asked for. @throws NotFoundError where this viewer has one of them not */
export async function getTwoBusinesses(
  em: EntityManager,
  [oneId, otherId]: readonly [string, string],
): Promise<readonly [PairedBusiness, PairedBusiness]> {
  const rows: (KeptRow & { readonly created_at: Date })[] = await em.execute(
    `select ${KEPT_COLUMNS}, created_at from business where id in (?, ?)`,
    [oneId, otherId],
  );
  const byId = new Map(rows.map((row) => [row.id, { ...keptBusinessOf(row), knownSince: new Date(row.created_at) }]));
  const [one, other] = [byId.get(oneId), byId.get(otherId)];
  if (one === undefined || other === undefined) throw new NotFoundError("business");
  return [one, other];
}
