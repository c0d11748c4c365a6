import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import { decideApplyImport, type ApplyImportProblem, type ApplyWishes } from "#domain/business/apply-import.ts";
import type { ImportPreview } from "#domain/business/import-preview.ts";
import { sourceOfList } from "#domain/business/provenance.ts";
import { tellsWho } from "#domain/business/read-responses.ts";
import type { Decision } from "#domain/decision.ts";
import { UNDER_WAY } from "#domain/job-status.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { BusinessImportRecord } from "#persistence/business-import-record.ts";
import { changeBusinesses } from "./change-businesses.ts";
import { actorOf, type CommandContext } from "./context.ts";
import { lockImports } from "./import-lock.ts";
import { openImport } from "./kept-import.ts";
import { rememberShape } from "./list-shapes.ts";
import { keptPreview, planFile, type PlannedImport } from "./import-plan.ts";

/** Somebody cancelled the writing of a list; the transaction around it is rolled back. */
export class ImportStoppedError extends Error {}

/** The job a list is written by: it hears how far that is, and is cancelled by whoever ends it meanwhile. */
export interface ApplyJob {
  onProgress(progress: { readonly done: number; readonly total: number }): Promise<void>;
}

/**
 * Writes what a kept file means now, all of it in one transaction or nothing. Compared anew: what others changed since
 * the preview is not undone.
 * @throws ImportStoppedError where its job was cancelled meanwhile
 */
export function applyImport(
  ctx: CommandContext & { readonly reference: Reference },
  importId: string,
  { job, ...wishes }: ApplyWishes & { readonly job?: ApplyJob },
): Promise<Decision<{ importId: string }, ApplyImportProblem>> {
  const federation = requireAccess(ctx.viewer, "business.import");
  return ctx.em.transactional(async (em) => {
    await lockImports(em, federation);
    const kept = await openImport({ em, ctx }, importId, { content: true });
    const planned = await planKept(ctx, em, kept);
    const decision = decideApplyImport(
      {
        applied: kept.appliedAt !== null,
        refused: planned.preview.counts.refused,
        namesFound: hasNames(kept, planned.preview),
        today: ctx.today(),
      },
      wishes,
    );
    if (!decision.accepted) return decision;

    const cause = { federation, kind: "IMPORTED", causeId: importId } as const;
    const { provenance } = decision.change;
    const told = { ...sourceOfList(provenance), on: provenance?.asOf ?? ctx.today() };
    const total = planned.changeCount;
    await job?.onProgress({ done: 0, total });
    const onWritten = job && ((done: number) => job.onProgress({ done, total }));
    await changeBusinesses({ em, ctx, onWritten }, planned.changes(ctx, told), cause);
    const done = job === undefined ? {} : { jobStatus: "DONE" as const };
    const applied = { provenance, appliedAt: ctx.now(), appliedBy: actorOf(ctx.viewer).actorName, ...done };
    const written = await em.nativeUpdate(
      BusinessImportRecord,
      { id: importId, ...(job === undefined ? {} : { jobStatus: { $in: UNDER_WAY } }) },
      { preview: keptPreview(planned.preview), counts: planned.preview.counts, ...applied },
    );
    if (written === 0) throw new ImportStoppedError();
    if (provenance !== null) await rememberShape({ em, federation, now: ctx.now() }, kept, provenance);
    return { accepted: true, change: { importId } };
  });
}

/** What a kept file is read by. */
type KeptList = Pick<
  BusinessImportRecord,
  "fileName" | "content" | "sheet" | "headerRow" | "broughtBack" | "choice" | "survey"
>;

/** The kept file could be read once, so it can again; what it means may have changed since. */
export async function planKept(
  ctx: CommandContext & { readonly reference: Reference },
  em: EntityManager,
  { fileName: name, content, sheet, headerRow, broughtBack, choice, survey }: KeptList,
): Promise<PlannedImport> {
  const file = {
    name,
    ...{ bytes: content, broughtBack },
    ...(sheet === null ? {} : { sheet }),
    ...(headerRow === null ? {} : { headerRow }),
    ...choice,
    survey: survey ?? undefined,
  };
  const planned = await planFile(em, file, { reference: ctx.reference, today: ctx.today(), isNameOpen: true });
  if (planned.accepted) return planned.change;
  throw new Error(`A kept file can no longer be read: ${planned.problems.map(({ code }) => code).join(", ")}`);
}

/** Whether it is known which column holds the names; for answers, whether one tells who answered. */
export function hasNames(
  { survey }: Pick<BusinessImportRecord, "survey">,
  { columns }: Pick<ImportPreview, "columns">,
): boolean {
  return survey !== null ? tellsWho(columns) : columns.some(({ role }) => role === "name");
}
