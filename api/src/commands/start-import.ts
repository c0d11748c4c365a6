import { requireAccess } from "#domain/access/decide.ts";
import { decideApplyImport, type ApplyImportProblem, type ApplyWishes } from "#domain/business/apply-import.ts";
import type { Decision } from "#domain/decision.ts";
import { isUnderWay } from "#domain/job-status.ts";
import { BusinessImportRecord } from "#persistence/business-import-record.ts";
import { hasNames } from "./apply-import.ts";
import type { CommandContext } from "./context.ts";
import { openImport } from "./kept-import.ts";

/**
 * Asks for a previewed list to be written. What can be refused is refused at once; a job does the writing and is put
 * into the queue with the asking. Asked again while it is under way, it stays the one job.
 */
export function startImport(
  ctx: CommandContext,
  importId: string,
  wishes: ApplyWishes,
): Promise<Decision<{ importId: string }, ApplyImportProblem>> {
  requireAccess(ctx.viewer, "business.import");
  return ctx.em.transactional(async (em) => {
    const kept = await openImport({ em, ctx }, importId, { locked: true });
    if (isUnderWay(kept.jobStatus)) return { accepted: true, change: { importId } };
    const { appliedAt, counts, preview } = kept;
    const course = {
      applied: appliedAt !== null,
      refused: counts.refused,
      namesFound: hasNames(kept, preview),
      today: ctx.today(),
    };
    const decision = decideApplyImport(course, wishes);
    if (!decision.accepted) return decision;

    const asked = { jobStatus: "WAITING", jobAsked: { wishes, viewer: ctx.viewer } } as const;
    await em.nativeUpdate(
      BusinessImportRecord,
      { id: importId },
      { ...asked, ...{ jobDone: 0, jobTotal: null, faultId: null } },
    );
    await em.execute("select enqueue_import(?)", [importId]);
    return { accepted: true, change: { importId } };
  });
}
