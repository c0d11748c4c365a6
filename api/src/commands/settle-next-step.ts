import { requireAccess } from "#domain/access/decide.ts";
import { getVisit } from "#queries/stored-visit.ts";
import { addVisitVersion } from "./add-visit-version.ts";
import type { CommandContext } from "./context.ts";

/** Notes that the next step of a visit is done; twice changes nothing, and anyone of the federation may. */
export async function settleNextStep(ctx: CommandContext, visitId: string): Promise<{ readonly businessId: string }> {
  requireAccess(ctx.viewer, "visit.write");
  return ctx.em.transactional(async (em) => {
    const { id: _id, at: _at, ...visit } = await getVisit(em, visitId);
    requireAccess(ctx.viewer, "visit.write", { federation: visit.federationCode });
    const { businessId, visitVersion, state } = visit;
    if (state === "KEPT") {
      await addVisitVersion({ em, ctx }, { ...visit, visitVersion: visitVersion + 1, state: "DONE" });
    }
    return { businessId };
  });
}
