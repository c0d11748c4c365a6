import { requireAccess } from "#domain/access/decide.ts";
import type { ImportChoice } from "#domain/business/import-choice.ts";
import type { ImportProblem } from "#domain/business/import-problem.ts";
import type { ImportPreview } from "#domain/business/import-preview.ts";
import type { Decision } from "#domain/decision.ts";
import { UNDER_WAY } from "#domain/job-status.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { BusinessImportRecord, type RememberedList } from "#persistence/business-import-record.ts";
import { actorOf, type CommandContext } from "./context.ts";
import { keptPreview, planFile, planOpenly, type ListFile, type PlannedImport } from "./import-plan.ts";
import { findShape } from "./list-shapes.ts";

/** A file read, with the choice it was read by. */
interface ReadFile {
  readonly planned: PlannedImport;
  readonly choice: ImportChoice;
  /** Its shape before anybody said anything; null where nobody was there to say it. */
  readonly shape: string | null;
  readonly remembered: RememberedList | null;
}

type ImportContext = CommandContext & { readonly reference: Reference };

/**
 * Reads a list of businesses, or the answers of a survey, and keeps it with what it would change. No business is written yet. With a person at the
 * screen (`isInteractive`) it is read as the last list of its shape was, and kept also where its columns are yet to be
 * chosen.
 */
export async function importBusinesses(
  ctx: ImportContext,
  file: ListFile,
  { isInteractive = false }: { readonly isInteractive?: boolean } = {},
): Promise<Decision<{ importId: string; preview: ImportPreview }, ImportProblem>> {
  const federation = requireAccess(ctx.viewer, "business.import");
  const read = await (isInteractive ? readAsBefore(ctx, file) : readAsGiven(ctx, file));
  if (!read.accepted) return read;

  const importId = ctx.newId();
  const { planned, choice, shape, remembered } = read.change;
  const { preview } = planned;
  await forgetOldPreviews(ctx);
  await ctx.em.insert(BusinessImportRecord, {
    ...{ id: importId, federationCode: federation, fileName: file.name, content: Buffer.from(file.bytes) },
    ...{ preview: keptPreview(preview), counts: preview.counts },
    ...{ sheet: preview.sheet, headerRow: preview.headerRow, appliedAt: null, appliedBy: null },
    ...{ broughtBack: file.broughtBack ?? [], choice, shape, remembered, provenance: null },
    survey: file.survey ?? null,
    ...{ undoneAt: null, undoneBy: null, undoOutcome: null },
    ...{ jobStatus: null, jobAsked: null, jobDone: 0, jobTotal: null, faultId: null },
    ...{ askedBy: actorOf(ctx.viewer).actorName, createdAt: ctx.now() },
  });
  return { accepted: true, change: { importId, preview } };
}

async function readAsGiven(ctx: ImportContext, file: ListFile): Promise<Decision<ReadFile, ImportProblem>> {
  const planned = await planFile(ctx.em, file, { reference: ctx.reference, today: ctx.today() });
  if (!planned.accepted) return planned;
  const { name: _, bytes: __, broughtBack: ___, firstSheet: ____, survey: _____, ...choice } = file;
  return { accepted: true, change: { planned: planned.change, choice, shape: null, remembered: null } };
}

async function readAsBefore(ctx: ImportContext, file: ListFile): Promise<Decision<ReadFile, ImportProblem>> {
  const options = { reference: ctx.reference, today: ctx.today(), isNameOpen: true };
  const first = await planOpenly(ctx.em, file, options);
  if (!first.accepted) return first;
  const { planned, headerRow } = first.change;
  const { sheet } = file;
  const choice = { ...(sheet === undefined ? {} : { sheet }), ...(headerRow === undefined ? {} : { headerRow }) };
  const { shape } = planned;
  // What was said of lists is about businesses; answers of the same headers are another thing.
  const before = file.survey === undefined ? await findShape(ctx.em, shape) : null;
  if (before === null) return { accepted: true, change: { planned, choice, shape, remembered: null } };
  const remembered = { usedAt: before.usedAt.toISOString(), provenance: before.provenance };
  const isPlain = Object.keys(before.choice).length === 0;
  const again = isPlain ? undefined : await planFile(ctx.em, { ...file, ...before.choice }, options);
  // A sheet or a row that is not in this file: then it is read as any other.
  if (again?.accepted !== true) return { accepted: true, change: { planned, choice, shape, remembered } };
  return { accepted: true, change: { planned: again.change, choice: before.choice, shape, remembered } };
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
  const isIdle = { $or: [{ jobStatus: null }, { jobStatus: { $nin: UNDER_WAY } }] };
  await ctx.em.nativeDelete(BusinessImportRecord, { appliedAt: null, createdAt: { $lt: before }, ...isIdle });
}
