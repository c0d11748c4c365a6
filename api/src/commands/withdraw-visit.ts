import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import { revertChanges } from "#domain/business/history.ts";
import type { Decision } from "#domain/decision.ts";
import { ConflictError } from "#domain/errors.ts";
import { problemsOfChangingVisit, type VisitProblem } from "#domain/visit/visit.ts";
import { BusinessEventRecord } from "#persistence/business-event-record.ts";
import type { VisitRecord } from "#persistence/visit-record.ts";
import { findKnownId } from "#queries/absorbing-businesses.ts";
import { getBusinessToChange } from "#queries/stored-business.ts";
import { getVisit } from "#queries/stored-visit.ts";
import { addVisitVersion } from "./add-visit-version.ts";
import { changeBusinesses } from "./change-businesses.ts";
import { actorOf, type CommandContext } from "./context.ts";
import { followLastContact, type SeenVisit } from "./correct-visit.ts";

/**
 * Withdraws one's own record of a visit; it stays in the history. What it brought of the business goes back where
 * nobody changed it since. @throws ConflictError on a stale version
 */
export function withdrawVisit(
  ctx: CommandContext,
  seen: SeenVisit,
): Promise<Decision<{ businessId: string }, VisitProblem>> {
  requireAccess(ctx.viewer, "visit.write");
  return ctx.em.transactional(async (em) => {
    const { id: _id, at: _at, ...visit } = await getVisit(em, seen.visitId);
    requireAccess(ctx.viewer, "visit.write", { federation: visit.federationCode });
    if (visit.visitVersion !== seen.version) throw new ConflictError("visit");
    const problems = problemsOfChangingVisit(visit, actorOf(ctx.viewer).actorId);
    if (problems.length > 0) return { accepted: false, problems };

    await addVisitVersion({ em, ctx }, { ...visit, state: "WITHDRAWN", visitVersion: seen.version + 1 });
    await takeBackFacts({ em, ctx }, visit);
    await followLastContact({ em, ctx }, visit);
    return { accepted: true, change: { businessId: visit.businessId } };
  });
}

async function takeBackFacts(
  { em, ctx }: { readonly em: EntityManager; readonly ctx: CommandContext },
  { visitId, businessId }: Pick<VisitRecord, "visitId" | "businessId">,
): Promise<void> {
  const where = { businessId, causeId: visitId, kind: "VISITED" } as const;
  const brought = await em.find(BusinessEventRecord, where, {
    ...{ orderBy: { businessVersion: "desc" }, disableIdentityMap: true },
  });
  const knownId = await findKnownId(em, businessId);
  for (const { id, changes } of brought) {
    const { kept: before, federation } = await getBusinessToChange(em, knownId);
    const { state: after } = revertChanges(before, changes);
    await changeBusinesses({ em, ctx }, [{ id: knownId, before, after }], {
      federation,
      kind: "UNDONE",
      causeId: id,
    });
  }
}
