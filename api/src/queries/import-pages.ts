import { requireAccess } from "#domain/access/decide.ts";
import type { Change } from "#domain/business/compare.ts";
import type { FactKey } from "#domain/business/facts.ts";
import { targetOf } from "#domain/business/import-choice.ts";
import type { UnknownRespondent } from "#domain/business/plan-responses.ts";
import { decideProvenance, type Provenance } from "#domain/business/provenance.ts";
import { BusinessImportRecord } from "#persistence/business-import-record.ts";
import { factText } from "#words/fact.ts";
import { importProblemText } from "#words/import-problem.ts";
import { placedProblemText } from "#words/problem-place.ts";
import { handOnText, listOriginName, listUseName } from "#words/provenance.ts";
import { setAsideReasonName } from "#words/set-aside.ts";
import { faultProblem } from "./fault-problem.ts";
import { fieldName } from "./field-name.ts";
import { globalId } from "./global-id.ts";
import { importStatus, undoable } from "./import-history.ts";
import type { ReadingContext } from "./reading-context.ts";

/** A handed-in list with what it means; null where this viewer has none of that id. */
export async function findImportPage(ctx: ReadingContext, id: string | undefined) {
  requireAccess(ctx.viewer, "business.import");
  const kept = id === undefined ? null : await ctx.em.findOne(BusinessImportRecord, { id });
  return kept ? importPage(ctx, kept) : null;
}

function importPage(ctx: ReadingContext, kept: BusinessImportRecord) {
  const { preview, fileName, createdAt, appliedAt } = kept;
  const { encoding, sheet, headerRow, rows, counts, problemCount, noticeCount } = preview;
  return {
    kind: "BusinessImport" as const,
    id: globalId("BusinessImport", kept.id),
    survey: kept.survey,
    ...{ fileName, encoding, sheet, headerRow, rows, problemCount, noticeCount, createdAt, appliedAt },
    ...{ status: importStatus(kept), askedBy: kept.askedBy, appliedBy: kept.appliedBy },
    ...{ undoneAt: kept.undoneAt, undoneBy: kept.undoneBy, undoing: kept.undoOutcome },
    provenance: kept.provenance && provenancePage(ctx, kept.provenance),
    ...writingPage(ctx, kept),
    ...undoable(kept, ctx.now()),
    ...{ newCount: counts.new, changedCount: counts.changed },
    ...{ unchangedCount: counts.unchanged, refusedCount: counts.refused },
    unknownCount: counts.unknown ?? 0,
    unknownRespondents: (preview.unknown ?? []).map(respondentPage),
    setAsideCount: counts.setAside ?? 0,
    setAside: (preview.setAside ?? []).map((one) => {
      return { ...one, reasonName: setAsideReasonName(one.reason, ctx.language) };
    }),
    readBy: { choice: kept.choice, preview },
    rememberedOn: kept.remembered && new Date(kept.remembered.usedAt),
    suggestedProvenance: suggestedProvenance(ctx, kept),
    columns: preview.columns.map(({ index = -1, letter = "", header, role, sample, kept: isKept = false }) => ({
      ...{ index, letter, header, sample, target: targetOf({ role, kept: isKept }) },
      ...{ field: isTaken(role) ? role : null, fieldName: isTaken(role) ? fieldName(role, ctx.language) : null },
    })),
    problemRows: preview.problems.map((problem) => ({
      row: problem.row ?? null,
      column: problem.column ?? null,
      cell: problem.cell ?? null,
      value: problem.value ?? null,
      message: importProblemText(problem, ctx.language),
    })),
    notices: preview.notices.map((notice) => placedProblemText(notice, ctx.language)),
    changeRows: preview.changes.map(({ row, name, verdict, changes }) => ({
      ...{ row, name, verdict: verdict === "new" ? ("NEW" as const) : ("CHANGED" as const) },
      changes: changes.map((change) => changePage(ctx, change)),
    })),
  };
}

/** An answer nobody knows whose, with everything that was looked for. */
function respondentPage({ row, respondent }: UnknownRespondent) {
  const { musubiId, externalId, corporateNumber, name = null } = respondent;
  return { row, name, keys: [musubiId, externalId, corporateNumber].filter((key) => key !== undefined) };
}

/** How far the writing is, and where an earlier one ended without anything written. */
function writingPage({ language }: ReadingContext, { jobStatus, jobDone, jobTotal, faultId }: BusinessImportRecord) {
  const progressPermille = jobTotal === null ? null : Math.floor((1000 * jobDone) / Math.max(jobTotal, 1));
  return {
    ...{ writtenCount: jobDone, toWriteCount: jobTotal, progressPermille },
    isCancelled: jobStatus === "CANCELLED",
    fault: jobStatus === "FAILED" ? faultProblem(faultId, language) : null,
  };
}

function provenancePage({ language }: ReadingContext, { origin, name, uses, handOn, asOf }: Provenance) {
  return {
    ...{ origin, originName: listOriginName(origin, language), name, uses: [...uses], handOn, asOf: asOf ?? null },
    useNames: uses.map((use) => listUseName(use, language)),
    handOnText: handOnText(handOn, language),
  };
}

/** What was answered for this very list before its writing ended, else for the last one of its shape. */
function suggestedProvenance(ctx: ReadingContext, { jobAsked, remembered }: BusinessImportRecord) {
  const answered = jobAsked?.wishes.provenance && decideProvenance(jobAsked.wishes.provenance, ctx.today());
  if (answered?.accepted) return provenancePage(ctx, answered.change);
  // The next list of a shape is of another day.
  return remembered && { ...provenancePage(ctx, remembered.provenance), asOf: null };
}

function isTaken(role: string): boolean {
  return !["unknown", "blank", "notKept"].includes(role);
}

function changePage(ctx: ReadingContext, { key, before, after }: Change) {
  const text = (value: unknown) => (value === undefined ? null : changeText(ctx, key, value));
  return { name: fieldName(key, ctx.language), before: text(before), after: text(after) };
}

const IDENTITY: readonly string[] = ["externalId", "corporateNumber", "name", "nameKana"];

function changeText(ctx: ReadingContext, key: Change["key"], value: unknown): string {
  if (IDENTITY.includes(key)) return String(value);
  const wording = { language: ctx.language, labelOf: ctx.reference.labelOf(ctx.language) };
  return factText(key as FactKey, value as never, wording);
}
