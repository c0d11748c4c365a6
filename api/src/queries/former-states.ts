import type { EntityManager } from "@mikro-orm/postgresql";
import type { KeptBusiness } from "#domain/business/compare.ts";
import type { BusinessState } from "#domain/business/history.ts";
import { findAbsorbing } from "./absorbing-businesses.ts";
import { keptBusinessOf, KEPT_COLUMNS, loadKeptBusinesses, type KeptRow } from "./kept-businesses.ts";

/** What each known business was before merges: itself, and those that turned out to be it. */
async function loadFormerStates(em: EntityManager): Promise<ReadonlyMap<string, readonly BusinessState[]>> {
  const absorbed: KeptRow[] = await em.execute(`select ${KEPT_COLUMNS} from business where merged_into is not null`);
  const former = new Map<string, BusinessState[]>();
  const add = (id: string | undefined, state: BusinessState) => {
    if (id !== undefined) former.set(id, [...(former.get(id) ?? []), state]);
  };
  if (absorbed.length === 0) return former;
  const ids = absorbed.map(({ id }) => id);
  const absorbing = await findAbsorbing(em, ids);
  for (const row of absorbed) add(absorbing.get(row.id), keptBusinessOf(row));
  const before: { readonly kept_id: string; readonly kept_before: BusinessState }[] = await em.execute(
    "select kept_id, kept_before from business_merge where undone_at is null",
  );
  for (const { kept_id, kept_before } of before) add(absorbing.get(kept_id) ?? kept_id, kept_before);
  return former;
}

/** Every known business with what it was before merges: what lists of those that turned out to be it go on saying. */
export async function loadKeptWithFormer(em: EntityManager): Promise<KeptBusiness[]> {
  const former = await loadFormerStates(em);
  return (await loadKeptBusinesses(em)).map((business) => {
    const states = former.get(business.id);
    return states === undefined ? business : { ...business, former: states };
  });
}
