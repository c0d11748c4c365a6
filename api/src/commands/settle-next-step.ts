import { requireAccess } from "#domain/access/decide.ts";
import type { VisitState } from "#domain/visit/visit.ts";
import { getVisit } from "#queries/stored-visit.ts";
import { addVisitVersion } from "./add-visit-version.ts";
import type { CommandContext } from "./context.ts";

/** Notes that the next step of a visit is done; twice changes nothing, and anyone of the federation may. */
export function settleNextStep(ctx: CommandContext, visitId: string): Promise<void> {
  return moveStep(ctx, visitId, { from: "KEPT", to: "DONE" });
}

/** Takes back that a next step is done: it is still to do. */
export function reopenNextStep(ctx: CommandContext, visitId: string): Promise<void> {
  return moveStep(ctx, visitId, { from: "DONE", to: "KEPT" });
}

async function moveStep(
  ctx: CommandContext,
  visitId: string,
  { from, to }: { readonly from: VisitState; readonly to: VisitState },
): Promise<void> {
  requireAccess(ctx.viewer, "visit.write");
  await ctx.em.transactional(async (em) => {
    const { id: _id, at: _at, ...visit } = await getVisit(em, visitId);
    requireAccess(ctx.viewer, "visit.write", { federation: visit.federationCode });
    if (visit.state !== from) return;
    await addVisitVersion({ em, ctx }, { ...visit, visitVersion: visit.visitVersion + 1, state: to });
  });
}
