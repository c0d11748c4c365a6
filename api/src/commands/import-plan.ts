import type { EntityManager } from "@mikro-orm/postgresql";
import type { PlainDate } from "#domain/calendar.ts";
import { factsAfter, identityAfter, planImport, type ImportPlan, type KeptBusiness } from "#domain/business/compare.ts";
import { estimateMissing } from "#domain/business/estimate.ts";
import { isNotice, type ImportProblem } from "#domain/business/import-problem.ts";
import type { ImportPreview, PreviewChange, PreviewSetAside } from "#domain/business/import-preview.ts";
import type { ImportChoice } from "#domain/business/import-choice.ts";
import type { ListReading } from "#domain/business/read-list.ts";
import type { BroughtBack, SetAside } from "#domain/business/set-aside.ts";
import type { TableChoice } from "#domain/business/table-choice.ts";
import type { Decision } from "#domain/decision.ts";
import { readListFile } from "#files/list-file.ts";
import type { TableFound } from "#files/list-reading.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { loadEstimateSources } from "#queries/estimate-sources.ts";
import { loadKeptWithFormer } from "#queries/former-states.ts";
import { planAnswers } from "./answers-plan.ts";
import type { BusinessChange } from "./change-businesses.ts";
import type { CommandContext } from "./context.ts";

/** Problems, notices and changes a preview keeps: what a person can read through; the counts stay whole. */
const PROBLEMS_KEPT = 2_000;
const NOTICES_KEPT = 500;
const CHANGES_KEPT = 200;
const SET_ASIDE_KEPT = 500;
const UNKNOWN_KEPT = 500;
const SHEETS_KEPT = 50;

/** A list as somebody hands it in. */
export interface ListFile extends TableChoice, ImportChoice {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Rows set aside that are taken all the same. */
  readonly broughtBack?: BroughtBack;
  /** What the survey is called whose answers these are; absent for a list of businesses. */
  readonly survey?: string | undefined;
}

/** What a file is read and compared with, and whether one without a column of names is shown all the same. */
export interface PlanOptions {
  readonly reference: Reference;
  readonly today: PlainDate;
  readonly isNameOpen?: boolean;
}

/** A file read and compared with what is known. */
export interface PlannedImport {
  readonly preview: ImportPreview;
  /** Name of the list's shape. */
  readonly shape: string;
  /** What is to be written of each business, where a list has the word of `told`. */
  changes(ctx: Pick<CommandContext, "newId">, told: Told): Iterable<BusinessChange>;
  /** How many those are. */
  readonly changeCount: number;
}

/** Who says what a list says, and when. */
type Told = Parameters<typeof factsAfter>[2];

/** Reads a file and says what it would change; refuses only what cannot be read as a list at all. */
export async function planFile(
  em: EntityManager,
  file: ListFile,
  { reference, today, isNameOpen = false }: PlanOptions,
): Promise<Decision<PlannedImport, ImportProblem>> {
  const { name, bytes, broughtBack, keepUnknownColumns, survey, ...choice } = file;
  if (survey !== undefined) return planAnswers(em, { ...file, survey }, { reference, today, isNameOpen });
  const source = { vocabularies: reference.vocabularies, today, broughtBack, keepUnknownColumns };
  const read = await readListFile({ name, bytes }, choice, source);
  if ("problems" in read) return { accepted: false, problems: read.problems };
  const { table, reading: written } = read;
  const whole = written.problems.filter((problem) => problem.code === "NAME_COLUMN_MISSING");
  if (whole.length > 0 && !isNameOpen) return { accepted: false, problems: whole };
  const reading = await withEstimates(em, written, reference);
  const kept = await loadKeptWithFormer(em);
  const plan = planImport(kept, reading);
  const setAside = [...plan.setAsideEntries, ...reading.setAside.filter(({ isTaken }) => isTaken)].map(setAsideRows);
  const counts = {
    ...{ new: plan.new, changed: plan.changed, unchanged: plan.unchanged },
    ...{ refused: plan.refused, setAside: plan.setAside },
  };
  const problems = [...reading.problems, ...plan.notices];
  const preview = previewOf(table, problems, { counts, setAside, changes: previewChanges(plan) });
  const known = new Map(kept.map((business) => [business.id, business]));
  const changes: PlannedImport["changes"] = (ctx, told) => changesOf(plan, known, { ...told, newId: ctx.newId });
  const changeCount = plan.verdicts.filter(({ verdict }) => verdict !== "unchanged").length;
  return { accepted: true, change: { preview, shape: table.shape, changes, changeCount } };
}

/**
 * Plans a file for a person who is there to choose: one without a column of names is shown all the same, and where no
 * row looks like a header, the first is taken for one.
 */
export async function planOpenly(
  em: EntityManager,
  file: ListFile,
  options: PlanOptions,
): Promise<Decision<{ readonly planned: PlannedImport; readonly headerRow: number | undefined }, ImportProblem>> {
  const open = { ...options, isNameOpen: true };
  const planned = await planFile(em, file, open);
  const { headerRow } = file;
  if (planned.accepted) return { accepted: true, change: { planned: planned.change, headerRow } };
  const isHeaderless = planned.problems.some(({ code }) => code === "HEADER_NOT_FOUND");
  if (!isHeaderless || headerRow !== undefined) return planned;
  const again = await planFile(em, { ...file, headerRow: 1 }, open);
  return again.accepted ? { accepted: true, change: { planned: again.change, headerRow: 1 } } : planned;
}

/** The reading with the facts that can be worked out, and what to tell of them before all else. */
async function withEstimates(em: EntityManager, reading: ListReading, reference: Reference): Promise<ListReading> {
  const sources = await loadEstimateSources(em, reading.entries, reference);
  const { entries, notices } = estimateMissing(reading.entries, sources);
  return { ...reading, entries, problems: [...notices, ...reading.problems] };
}

/** What a table came to, for a person to look at before anything is written. */
export function previewOf(
  table: TableFound,
  told: readonly ImportProblem[],
  came: Pick<ImportPreview, "counts" | "setAside" | "unknown" | "changes">,
): ImportPreview {
  const { encoding, sheet, headerRow } = table;
  const problems = told.filter((problem) => !isNotice(problem));
  const notices = told.filter(isNotice);
  return {
    ...came,
    ...{ encoding: encoding ?? "XLSX", sheet: sheet ?? null, headerRow },
    rows: Object.values(came.counts).reduce((sum, rows) => sum + rows, 0),
    ...{ columns: columnsOf(table), sheets: table.sheets.slice(0, SHEETS_KEPT), headerRows: table.headerRows },
    ...{ problems, problemCount: problems.length, notices, noticeCount: notices.length },
  };
}

function setAsideRows({ key, reason, entry, isTaken }: SetAside): PreviewSetAside {
  const places = entry.facts.places?.length ?? 1;
  return { key, reason, name: entry.name, rows: entry.rows.length, places, isTaken };
}

/** What is kept of a preview for the screen: lists a person can read through, and the whole counts. */
export function keptPreview(preview: ImportPreview): ImportPreview {
  return {
    ...preview,
    problems: preview.problems.slice(0, PROBLEMS_KEPT),
    notices: preview.notices.slice(0, NOTICES_KEPT),
    changes: preview.changes.slice(0, CHANGES_KEPT),
    ...(preview.setAside === undefined ? {} : { setAside: preview.setAside.slice(0, SET_ASIDE_KEPT) }),
    ...(preview.unknown === undefined ? {} : { unknown: preview.unknown.slice(0, UNKNOWN_KEPT) }),
  };
}

function columnsOf({ columns }: TableFound): ImportPreview["columns"] {
  return columns
    .filter(({ role, chosen }) => role !== "blank" || chosen)
    .map(({ index, letter, header, role, sample, kept = false }) => ({ index, letter, header, role, sample, kept }));
}

function previewChanges({ verdicts }: ImportPlan): PreviewChange[] {
  return verdicts.flatMap((one): PreviewChange[] => {
    if (one.verdict === "unchanged") return [];
    const { name, rows } = one.entry;
    return [{ row: rows[0] ?? 0, name, verdict: one.verdict, changes: one.verdict === "changed" ? one.changes : [] }];
  });
}

/** Worked out one by one as they are written: of a long list, all at once would double what is in memory. */
function* changesOf(
  { verdicts }: ImportPlan,
  known: ReadonlyMap<string, KeptBusiness>,
  { newId, ...told }: Told & Pick<CommandContext, "newId">,
): Generator<BusinessChange> {
  for (const verdict of verdicts) {
    if (verdict.verdict === "unchanged") continue;
    const before = "id" in verdict ? known.get(verdict.id) : undefined;
    const former = before?.former === undefined ? {} : { former: before.former };
    const facts = factsAfter(before?.facts ?? {}, verdict.entry, { ...told, ...former });
    const after = { ...identityAfter(before, verdict.entry), facts };
    yield before === undefined ? { id: newId(), after } : { id: before.id, before, after };
  }
}
