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

/** The business that is known now under this id: itself, or the one it turned out to be. */
export async function findKnownId(em: EntityManager, id: string): Promise<string> {
  return (await findAbsorbing(em, [id])).get(id) ?? id;
}

/** SQL of the ids of one business (its only parameter): its own, and of all that turned out to be it. */
export const IDS_OF_BUSINESS = `(
  with recursive same(id) as (
    select ?::uuid union select business.id from same join business on business.merged_into = same.id)
  select id from same)`;
