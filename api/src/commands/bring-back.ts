import { requireAccess } from "#domain/access/decide.ts";
import { decideBringBack, type BringBackProblem } from "#domain/business/bring-back.ts";
import type { Decision } from "#domain/decision.ts";
import { ConflictError } from "#domain/errors.ts";
import { isUnderWay } from "#domain/job-status.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { BusinessImportRecord } from "#persistence/business-import-record.ts";
import { planKept } from "./apply-import.ts";
import type { CommandContext } from "./context.ts";
import { keptPreview } from "./import-plan.ts";
import { openImport } from "./kept-import.ts";

/**
 * Says which of the rows a list sets aside are taken all the same, and reads the list anew with them.
 * @throws ConflictError where the list is being taken in
 */
export function bringBackSetAside(
  ctx: CommandContext & { readonly reference: Reference },
  importId: string,
  keys: readonly string[],
): Promise<Decision<{ importId: string }, BringBackProblem>> {
  requireAccess(ctx.viewer, "business.import");
  return ctx.em.transactional(async (em) => {
    const kept = await openImport({ em, ctx }, importId, { content: true, locked: true });
    if (isUnderWay(kept.jobStatus)) throw new ConflictError("import");
    const offered = (kept.preview.setAside ?? []).map(({ key }) => key);
    const decision = decideBringBack({ applied: kept.appliedAt !== null, offered }, keys);
    if (!decision.accepted) return decision;

    const { broughtBack } = decision.change;
    const { preview } = await planKept(ctx, em, { ...kept, broughtBack });
    await em.nativeUpdate(
      BusinessImportRecord,
      { id: importId },
      { broughtBack, preview: keptPreview(preview), counts: preview.counts, jobStatus: null },
    );
    return { accepted: true, change: { importId } };
  });
}
