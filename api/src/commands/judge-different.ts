import { requireAccess } from "#domain/access/decide.ts";
import { BusinessDifferenceRecord } from "#persistence/business-duplicate-record.ts";
import { getTwoBusinesses } from "#queries/stored-pair.ts";
import { actorOf, type CommandContext } from "./context.ts";

/** Remembers that two businesses are two, so that they are not proposed as one again. Twice changes nothing. */
export function judgeDifferent(ctx: CommandContext, pair: readonly [string, string]): Promise<void> {
  const federation = requireAccess(ctx.viewer, "business.merge");
  const [oneId, otherId] = inOrder(pair);
  return ctx.em.transactional(async (em) => {
    await getTwoBusinesses(em, pair);
    await em.upsert(
      BusinessDifferenceRecord,
      {
        ...{ oneId, otherId, federationCode: federation },
        ...{ judgedBy: actorOf(ctx.viewer).actorName, judgedAt: ctx.now() },
      },
      { onConflictAction: "ignore", onConflictFields: ["federationCode", "oneId", "otherId"] },
    );
    await em.execute("delete from business_duplicate where one_id = ? and other_id = ?", [oneId, otherId]);
  });
}

/** Forgets that two businesses were judged to be two; they are compared again. */
export function withdrawDifference(ctx: CommandContext, pair: readonly [string, string]): Promise<void> {
  requireAccess(ctx.viewer, "business.merge");
  const [oneId, otherId] = inOrder(pair);
  return ctx.em.transactional(async (em) => {
    await getTwoBusinesses(em, pair);
    await em.nativeDelete(BusinessDifferenceRecord, { oneId, otherId });
    await em.execute("delete from business_duplicate_look");
  });
}

function inOrder([one, other]: readonly [string, string]): readonly [string, string] {
  return one < other ? [one, other] : [other, one];
}
