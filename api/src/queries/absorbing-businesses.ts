import type { EntityManager } from "@mikro-orm/postgresql";

/** For each of these businesses that turned out to be another: the one that is known now, over any number of merges. */
export async function findAbsorbing(em: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows: { readonly absorbed: string; readonly kept: string }[] = await em.execute(
    `with recursive way as (
       select id as absorbed, merged_into as kept from business
       where merged_into is not null and id in (select (jsonb_array_elements_text(?::jsonb))::uuid)
       union
       select way.absorbed, business.merged_into from way join business on business.id = way.kept
       where business.merged_into is not null)
     select absorbed, kept from way join business on business.id = way.kept where business.removed_at is null`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map(({ absorbed, kept }) => [absorbed, kept]));
}
