import { requireAccess } from "#domain/access/decide.ts";
import type { ImportProblem } from "#domain/business/import-problem.ts";
import type { ImportPreview } from "#domain/business/import-preview.ts";
import type { Decision } from "#domain/decision.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { BusinessImportRecord } from "#persistence/business-import-record.ts";
import { actorOf, type CommandContext } from "./context.ts";
import { keptPreview, planFile, type ListFile } from "./import-plan.ts";

/** Reads a list of businesses and keeps it with what it would change. No business is written yet. */
export async function importBusinesses(
  ctx: CommandContext & { readonly reference: Reference },
  file: ListFile,
): Promise<Decision<{ importId: string; preview: ImportPreview }, ImportProblem>> {
  const federation = requireAccess(ctx.viewer, "business.import");
  const planned = await planFile(ctx.em, file, { reference: ctx.reference, today: ctx.today() });
  if (!planned.accepted) return planned;

  const importId = ctx.newId();
  const { preview } = planned.change;
  await forgetOldPreviews(ctx);
  await ctx.em.insert(BusinessImportRecord, {
    ...{ id: importId, federationCode: federation, fileName: file.name, content: Buffer.from(file.bytes) },
    ...{ preview: keptPreview(preview), counts: preview.counts },
    ...{ sheet: preview.sheet, headerRow: preview.headerRow, appliedAt: null, appliedBy: null },
    ...{ broughtBack: file.broughtBack ?? [] },
    ...{ undoneAt: null, undoneBy: null, undoOutcome: null },
    ...{ askedBy: actorOf(ctx.viewer).actorName, createdAt: ctx.now() },
  });
  return { accepted: true, change: { importId, preview } };
}

/** Reads a list and says what it would change, and keeps nothing of it: a dry run. */
export async function previewImport(
  ctx: CommandContext & { readonly reference: Reference },
  file: ListFile,
): Promise<Decision<ImportPreview, ImportProblem>> {
  requireAccess(ctx.viewer, "business.import");
  const planned = await planFile(ctx.em, file, { reference: ctx.reference, today: ctx.today() });
  return planned.accepted ? { accepted: true, change: planned.change.preview } : planned;
}

/** Hours a list that nobody took is kept: it is full of personal data, and whoever still wants it has the file. */
const UNTAKEN_HOURS_MAX = 24;

async function forgetOldPreviews(ctx: CommandContext): Promise<void> {
  const before = new Date(ctx.now().getTime() - UNTAKEN_HOURS_MAX * 3_600_000);
  await ctx.em.nativeDelete(BusinessImportRecord, { appliedAt: null, createdAt: { $lt: before } });
}
