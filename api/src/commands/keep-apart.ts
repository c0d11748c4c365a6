import { requireAccess } from "#domain/access/decide.ts";
import { decideKeepApart, type ApartProblem, type ApartRequest } from "#domain/business/never-together.ts";
import type { Decision } from "#domain/decision.ts";
import { NotFoundError } from "#domain/errors.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { NeverTogetherRecord } from "#persistence/never-together-record.ts";
import { getPair } from "#queries/never-together.ts";
import { actorOf, type CommandContext } from "./context.ts";

/** Notes that a business must never be brought together with another. Nothing of it stands anywhere else. */
export function keepApart(
  ctx: CommandContext,
  request: ApartRequest,
): Promise<Decision<{ pairId: string }, ApartProblem>> {
  const federation = requireAccess(ctx.viewer, "pair.write");
  return ctx.em.transactional(async (em): Promise<Decision<{ pairId: string }, ApartProblem>> => {
    const { businessId } = request;
    const asked = [...new Set([businessId, request.otherId])];
    const known = await em.count(BusinessRecord, { id: { $in: asked } });
    if (known !== asked.length) throw new NotFoundError("business");
    await em.execute("select pg_advisory_xact_lock(hashtext(?))", [`apart ${businessId}`]);
    const standing = await em.find(NeverTogetherRecord, { businessId, withdrawnAt: null });
    const decision = decideKeepApart(request, { standing: standing.map(({ otherId }) => otherId) });
    if (!decision.accepted) return decision;
    const pairId = ctx.newId();
    await em.insert(NeverTogetherRecord, {
      ...{ id: pairId, federationCode: federation, ...decision.change },
      ...{ notedBy: actorOf(ctx.viewer).actorName, notedAt: ctx.now(), withdrawnBy: null, withdrawnAt: null },
    });
    return { accepted: true, change: { pairId } };
  });
}

/** Withdraws that two must not meet, or brings it back; the row stays. */
export async function withdrawPair(
  ctx: CommandContext,
  pairId: string,
  { restore }: { readonly restore: boolean },
): Promise<void> {
  requireAccess(ctx.viewer, "pair.write");
  await ctx.em.transactional(async (em) => {
    const pair = await getPair(em, pairId);
    requireAccess(ctx.viewer, "pair.write", { federation: pair.federationCode });
    const withdrawn = restore
      ? { withdrawnBy: null, withdrawnAt: null }
      : { withdrawnBy: actorOf(ctx.viewer).actorName, withdrawnAt: ctx.now() };
    await em.nativeUpdate(NeverTogetherRecord, { id: pairId }, withdrawn);
  });
}
