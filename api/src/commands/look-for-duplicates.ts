import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import { clusterSizes, findDuplicates, type DuplicatePair } from "#domain/business/duplicates.ts";
import { loadKeptBusinesses } from "#queries/kept-businesses.ts";
import type { CommandContext } from "./context.ts";

/** One look at a time in a federation. */
const LOOK_LOCK = "select pg_advisory_xact_lock(hashtext('look for duplicates'), hashtext(?))";

/** Each change makes a version more, so no two states of the businesses have the same. */
const STATE = "select count(*) || ' ' || coalesce(sum(version), 0) as state from business";

/** Looks through the federation's businesses for those that may be one, unless nothing has changed since the last look. */
export async function lookForDuplicates(ctx: CommandContext): Promise<void> {
  const federation = requireAccess(ctx.viewer, "business.merge");
  await ctx.em.transactional(async (em) => {
    await em.execute(LOOK_LOCK, [federation]);
    const [now] = await em.execute<{ state: string }[]>(STATE);
    const [last] = await em.execute<{ state: string }[]>("select state from business_duplicate_look");
    if (now === undefined || now.state === last?.state) return;
    const judged = await judgedPairs(em);
    const pairs = findDuplicates(await loadKeptBusinesses(em)).filter((pair) => !judged.has(keyOf(pair)));
    await keepPairs(em, pairs, federation);
    await em.execute(
      `insert into business_duplicate_look (federation_code, state, looked_at) values (?, ?, ?)
       on conflict (federation_code) do update set state = excluded.state, looked_at = excluded.looked_at`,
      [federation, now.state, ctx.now()],
    );
  });
}

async function judgedPairs(em: EntityManager): Promise<ReadonlySet<string>> {
  const rows = await em.execute<{ oneId: string; otherId: string }[]>(
    `select one_id as "oneId", other_id as "otherId" from business_difference`,
  );
  return new Set(rows.map(keyOf));
}

function keyOf({ oneId, otherId }: Pick<DuplicatePair, "oneId" | "otherId">): string {
  return `${oneId} ${otherId}`;
}

async function keepPairs(em: EntityManager, pairs: readonly DuplicatePair[], federation: string): Promise<void> {
  const sizes = clusterSizes(pairs);
  const rows = pairs.map(({ oneId, otherId, sureness, reasons }, rank) => {
    return { federation, oneId, otherId, rank, sureness, reasons, size: sizes.get(oneId) ?? 2 };
  });
  await em.execute("delete from business_duplicate");
  await em.execute(
    `insert into business_duplicate (federation_code, one_id, other_id, rank, sureness, reasons, cluster_size)
     select federation, "oneId", "otherId", rank, sureness, reasons, size
     from jsonb_to_recordset(?::jsonb) as row (federation text, "oneId" uuid, "otherId" uuid, rank integer,
       sureness text, reasons jsonb, size integer)`,
    [JSON.stringify(rows)],
  );
}
