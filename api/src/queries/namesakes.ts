import type { EntityManager } from "@mikro-orm/postgresql";
import { foldForFinding } from "#domain/business/search-text.ts";
import { coreOfName } from "#domain/text.ts";

/** Most businesses looked at: their search text is near, their names need not be the same. */
const LOOKED_AT_MAX = 50;

/** Known businesses of this name, whatever the legal form and the way it is written. */
export async function findNamesakes(em: EntityManager, name: string): Promise<{ id: string; name: string }[]> {
  const core = coreOfName(name);
  if (core === "") return [];
  const near: { id: string; name: string }[] = await em.execute(
    `select id, name from business where removed_at is null and search_text like ?
     order by name, id limit ${LOOKED_AT_MAX}`,
    [`%${foldForFinding(core).replace(/[\\%_]/g, "\\$&")}%`],
  );
  return near.filter((one) => coreOfName(one.name) === core);
}
