import { requireAccess } from "#domain/access/decide.ts";
import { reviseChoice, type ImportRevision } from "#domain/business/import-choice.ts";
import type { ImportProblem } from "#domain/business/import-problem.ts";
import type { Decision } from "#domain/decision.ts";
import { ConflictError } from "#domain/errors.ts";
import { isUnderWay } from "#domain/job-status.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { BusinessImportRecord } from "#persistence/business-import-record.ts";
import type { CommandContext } from "./context.ts";
import { keptPreview, planOpenly } from "./import-plan.ts";
import { openImport } from "./kept-import.ts";

/**
 * Changes how a kept file is read (sheet, header row, columns, marked rows, single cells) and compares it anew. Where it
 * cannot be read so, it stays as it was.
 * @throws ConflictError where the list was taken in meanwhile, or is being taken in
 */
export function reviseImport(
  ctx: CommandContext & { readonly reference: Reference },
  importId: string,
  revision: ImportRevision,
): Promise<Decision<{ importId: string }, ImportProblem>> {
  requireAccess(ctx.viewer, "business.import");
  return ctx.em.transactional(async (em) => {
    const kept = await openImport({ em, ctx }, importId, { content: true, locked: true });
    if (kept.appliedAt !== null || isUnderWay(kept.jobStatus)) throw new ConflictError("import");
    const { preview: now, fileName: name, content: bytes, broughtBack } = kept;
    const survey = kept.survey ?? undefined;
    const revised = reviseChoice(kept.choice, revision, now);
    const options = { reference: ctx.reference, today: ctx.today() };
    const plan = await planOpenly(em, { name, bytes, broughtBack, ...revised, survey }, options);
    if (!plan.accepted) return plan;

    const { planned, headerRow } = plan.change;
    const choice = headerRow === undefined ? revised : { ...revised, headerRow };
    const { preview } = planned;
    const read = { sheet: preview.sheet, headerRow: preview.headerRow, preview: keptPreview(preview) };
    const forgotten = revision.startOver ? { remembered: null } : {};
    const changed = { ...read, counts: preview.counts, choice, ...forgotten, jobStatus: null };
    await em.nativeUpdate(BusinessImportRecord, { id: importId }, changed);
    return { accepted: true, change: { importId } };
  });
}
