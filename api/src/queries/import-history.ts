import { requireAccess } from "#domain/access/decide.ts";
import type { ImportStatus } from "#domain/business/import-status.ts";
import { UNDO_IMPORT_DAYS_MAX, type UndoOutcome } from "#domain/business/undo-import.ts";
import { BusinessImportRecord } from "#persistence/business-import-record.ts";
import { keptReasonText } from "#words/undo-import.ts";
import { fieldName } from "./field-name.ts";
import { globalId } from "./global-id.ts";
import { connectionOf, pageOf, type PageRequest } from "./page.ts";
import type { ReadingContext } from "./reading-context.ts";

const DAY_MS = 86_400_000;

/** The lists handed in in the viewer's federation, newest first; without what they mean row by row. */
export async function listImports(ctx: ReadingContext, page: PageRequest) {
  requireAccess(ctx.viewer, "business.import");
  const found = await ctx.em.findByCursor(BusinessImportRecord, {
    ...pageOf(page, ["moment", "uuid"]),
    orderBy: { createdAt: "desc", id: "desc" },
    fields: ["id", "fileName", "survey", "askedBy", "createdAt", "appliedAt", "undoneAt", "jobStatus", "counts"],
  });
  const lines = found.items.map((kept) => {
    const { fileName, survey, askedBy, createdAt, appliedAt, undoneAt, counts } = kept;
    return {
      ...{ id: globalId("BusinessImport", kept.id), fileName, survey, askedBy, createdAt, appliedAt, undoneAt },
      ...{ status: importStatus(kept), newCount: counts.new, changedCount: counts.changed },
      ...{ unchangedCount: counts.unchanged, refusedCount: counts.refused },
      unknownCount: counts.unknown ?? 0,
    };
  });
  return connectionOf(found, lines);
}

/** How far an import is. */
export function importStatus({ appliedAt, undoneAt, jobStatus }: ImportCourse): ImportStatus {
  if (undoneAt !== null) return "UNDONE";
  if (appliedAt !== null) return "APPLIED";
  return jobStatus === "WAITING" ? "WAITING" : jobStatus === "RUNNING" ? "WRITING" : "PREVIEW";
}

type ImportCourse = Pick<BusinessImportRecord, "appliedAt" | "undoneAt" | "jobStatus">;

/** Until when an import can be undone, or made again after that, and which of the two can be done now. */
export function undoable(kept: BusinessImportRecord, now: Date) {
  const { appliedAt, undoneAt, preview } = kept;
  const until = appliedAt === null ? null : new Date(appliedAt.getTime() + UNDO_IMPORT_DAYS_MAX * DAY_MS);
  const isOpen = until !== null && now <= until && preview.counts.new + preview.counts.changed > 0;
  return { undoableUntil: until, canUndo: isOpen && undoneAt === null, canRedo: isOpen && undoneAt !== null };
}

/** What undoing came to, in words. */
export function undoOutcomePage({ language }: ReadingContext, { removed, restored, kept, keptCount }: UndoOutcome) {
  return {
    ...{ removedCount: removed, restoredCount: restored, keptCount },
    kept: kept.map(({ businessId, name, reason, keys }) => ({
      ...{ businessId: globalId("Business", businessId), name },
      facts: keys.map((key) => fieldName(key, language)),
      reason: keptReasonText(reason, language),
    })),
  };
}
