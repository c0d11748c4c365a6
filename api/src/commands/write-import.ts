import type { EntityManager } from "@mikro-orm/postgresql";
import { ConflictError } from "#domain/errors.ts";
import { isUnderWay, UNDER_WAY } from "#domain/job-status.ts";
import type { JobContext } from "#jobs/answer-discovery.ts";
import { actingFor } from "#persistence/acting-for.ts";
import { BusinessImportRecord, type AskedWriting } from "#persistence/business-import-record.ts";
import { applyImport, ImportStoppedError } from "./apply-import.ts";
import type { CommandContext } from "./context.ts";

/** How often a list is compared anew where somebody edited one of its businesses while it was being written. */
const TRIES_MAX = 3;

/** Which import is to be written, of which federation: the job sees the rows of no other. */
export interface WritingJob {
  readonly importId: string;
  readonly federation: string;
}

/** What the process that runs the job gives it. */
export type WritingContext = Omit<JobContext, "matching"> & Pick<CommandContext, "newId">;

/**
 * Writes a list on behalf of whoever asked, all of it or nothing. How far it is is told outside the transaction that
 * writes, so that others see it. Delivered twice, it writes once; cancelled, it writes nothing.
 */
export async function writeImport(job: WritingContext, { importId, federation }: WritingJob): Promise<void> {
  const em = () => actingFor(job.orm, { federation });
  const kept = await em().findOne(BusinessImportRecord, { id: importId });
  if (!kept?.jobAsked || !isUnderWay(kept.jobStatus)) return;
  await change(em(), importId, { jobStatus: "RUNNING", jobDone: 0, jobTotal: null });
  try {
    await writeAnew(job, em, { importId, asked: kept.jobAsked });
  } catch (defect) {
    if (defect instanceof ImportStoppedError) return;
    await change(em(), importId, { jobStatus: "FAILED", faultId: job.noteDefect(defect) });
  }
}

async function writeAnew(
  job: WritingContext,
  em: () => EntityManager,
  { importId, asked: { wishes, viewer } }: { readonly importId: string; readonly asked: AskedWriting },
): Promise<void> {
  const { reference, now, today, newId } = job;
  const onProgress = async ({ done, total }: { readonly done: number; readonly total: number }) => {
    if (!(await change(em(), importId, { jobDone: done, jobTotal: total }))) throw new ImportStoppedError();
  };
  for (let tries = 1; ; tries += 1) {
    try {
      const ctx = { ...{ reference, now, today, newId, viewer }, em: em() };
      const decision = await applyImport(ctx, importId, { ...wishes, job: { onProgress } });
      if (decision.accepted || decision.problems.some(({ code }) => code === "IMPORT_APPLIED_ALREADY")) return;
      throw new Error(`A checked import was refused: ${decision.problems.map(({ code }) => code).join(", ")}`);
    } catch (defect) {
      if (!(defect instanceof ConflictError) || tries === TRIES_MAX) throw defect;
    }
  }
}

/** Changes an import whose job nobody ended. @returns whether there was one */
async function change(em: EntityManager, id: string, data: Partial<BusinessImportRecord>): Promise<boolean> {
  const changed = await em.nativeUpdate(BusinessImportRecord, { id, jobStatus: { $in: UNDER_WAY } }, data);
  return changed > 0;
}
