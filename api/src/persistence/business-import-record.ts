import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { BroughtBack } from "#domain/business/set-aside.ts";
import type { ImportChoice } from "#domain/business/import-choice.ts";
import type { ImportPreview } from "#domain/business/import-preview.ts";
import type { Viewer } from "#domain/access/viewer.ts";
import type { ApplyWishes } from "#domain/business/apply-import.ts";
import type { Provenance } from "#domain/business/provenance.ts";
import type { UndoOutcome } from "#domain/business/undo-import.ts";
import type { JobStatus } from "#domain/job-status.ts";

/** What was said about an earlier list of the same shape. */
export interface RememberedList {
  /** When that list was taken in, as an instant. */
  readonly usedAt: string;
  readonly provenance: Provenance;
}

/** The writing of a list as somebody asked for it. */
export interface AskedWriting {
  readonly wishes: ApplyWishes;
  readonly viewer: Viewer;
}

/** One file handed in, with what it would change. Applied at most once; for some days it can be taken back. */
export const BusinessImportRecord = defineEntity({
  name: "BusinessImportRecord",
  tableName: "business_import",
  properties: {
    id: p.uuid().primary(),
    federationCode: p.string().length(2),
    fileName: p.text(),
    /** What the survey is called whose answers these are; empty for a list of businesses. */
    survey: p.text().strictNullable(),
    content: p.blob().lazy(),
    sheet: p.text().strictNullable(),
    headerRow: p.integer().strictNullable(),
    /** Keys of the rows set aside that are taken all the same. */
    broughtBack: p.json<BroughtBack>(),
    preview: p.json<ImportPreview>(),
    /** The counts of `preview`, for lists. */
    counts: p.json<ImportPreview["counts"]>(),
    /** How a person said it is to be read. */
    choice: p.json<ImportChoice>(),
    /** The shape it had before anybody said anything. */
    shape: p.string().length(40).strictNullable(),
    /** What was remembered of the last list of its shape, where that was used. */
    remembered: p.json<RememberedList>().strictNullable(),
    /** Where the list comes from; empty where nobody was asked. */
    provenance: p.json<Provenance>().strictNullable(),
    /** How far the job is that writes it; empty where nobody asked for one. */
    jobStatus: p.string().length(12).$type<JobStatus>().strictNullable(),
    jobAsked: p.json<AskedWriting>().strictNullable(),
    /** Businesses written so far, and how many there are to write once that is known. */
    jobDone: p.integer(),
    jobTotal: p.integer().strictNullable(),
    /** Number of the fault in the log, where the job failed. */
    faultId: p.text().strictNullable(),
    askedBy: p.text(),
    createdAt: p.datetime(),
    appliedAt: p.datetime().strictNullable(),
    appliedBy: p.text().strictNullable(),
    /** Since when it is taken back; empty again once that was taken back itself. */
    undoneAt: p.datetime().strictNullable(),
    undoneBy: p.text().strictNullable(),
    /** What taking it back, or making it again, came to. */
    undoOutcome: p.json<UndoOutcome>().strictNullable(),
  },
});
export type BusinessImportRecord = InferEntity<typeof BusinessImportRecord>;
