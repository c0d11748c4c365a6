import type { PreviewColumn } from "./import-preview.ts";
import type { ColumnTarget, HiddenChoice, MarkedChoice, TableChoice } from "./table-choice.ts";

/** How a kept file is to be read, as a person said: everything absent is as we would do by ourselves. */
export interface ImportChoice extends Omit<TableChoice, "firstSheet"> {
  /** Whether what stands in unknown columns is kept as a note. */
  readonly keepUnknownColumns?: boolean | undefined;
}

/** What a person changes about how a kept file is read; absent: stays as it is. */
export interface ImportRevision {
  /** Forget everything that was said, the remembered answers included. */
  readonly startOver?: boolean | undefined;
  readonly sheet?: string | undefined;
  readonly headerRow?: number | undefined;
  readonly mapping?: readonly { readonly index: number; readonly target: ColumnTarget }[] | undefined;
  readonly hidden?: HiddenChoice | undefined;
  readonly marked?: MarkedChoice | undefined;
  readonly keepUnknownColumns?: boolean | undefined;
  readonly capitalUnitYen?: number | undefined;
  /** Cells with what should stand in them. */
  readonly corrections?: readonly { readonly cell: string; readonly text: string }[] | undefined;
  /** Rows that are not to be taken. */
  readonly leaveOut?: readonly number[] | undefined;
  /** Forget the corrections so far, and take every row again. */
  readonly forgetCorrections?: boolean | undefined;
}

/** The table as it is read now: what a revision is compared with. */
export interface ReadNow {
  readonly sheet: string | null;
  readonly headerRow: number;
  readonly columns: readonly PreviewColumn[];
}

/** What a column is read as now, in the words a person chooses from. */
export function targetOf({ role, kept }: Pick<PreviewColumn, "role" | "kept">): ColumnTarget {
  if (role === "unknown") return kept ? "noteWithHeader" : "notTaken";
  return role === "notKept" || role === "blank" ? "notTaken" : (role as ColumnTarget);
}

/**
 * The choice once a revision is taken. On another sheet or below another header row nothing that was said of columns
 * and cells holds any longer; a target that is the column's already is no choice.
 */
export function reviseChoice(choice: ImportChoice, revision: ImportRevision, now: ReadNow): ImportChoice {
  const { startOver, sheet, headerRow } = revision;
  if (startOver) return {};
  if (sheet !== undefined && sheet !== now.sheet) return { sheet };
  if (headerRow !== undefined && headerRow !== now.headerRow) {
    return { ...(now.sheet === null ? {} : { sheet: now.sheet }), headerRow };
  }
  const mapping = { ...choice.mapping, ...changedTargets(revision, now) };
  const before = revision.forgetCorrections ? {} : { corrections: choice.corrections, leftOut: choice.leftOut };
  const corrections = { ...before.corrections, ...correctionsOf(revision) };
  const leftOut = [...new Set([...(before.leftOut ?? []), ...(revision.leaveOut ?? [])])].sort((a, b) => a - b);
  const { corrections: _, leftOut: __, mapping: ___, ...kept } = choice;
  return {
    ...kept,
    ...given({
      hidden: revision.hidden,
      marked: revision.marked,
      keepUnknownColumns: revision.keepUnknownColumns,
      capitalUnitYen: revision.capitalUnitYen,
    }),
    ...(Object.keys(mapping).length > 0 ? { mapping } : {}),
    ...(Object.keys(corrections).length > 0 ? { corrections } : {}),
    ...(leftOut.length > 0 ? { leftOut } : {}),
  };
}

function changedTargets({ mapping = [] }: ImportRevision, { columns }: ReadNow): Record<number, ColumnTarget> {
  const changed = mapping.filter(({ index, target }) => {
    const column = columns.find((one) => one.index === index);
    return column !== undefined && targetOf(column) !== target;
  });
  return Object.fromEntries(changed.map(({ index, target }) => [index, target]));
}

function correctionsOf({ corrections = [] }: ImportRevision): Record<string, string> {
  return Object.fromEntries(corrections.map(({ cell, text }) => [cell, text]));
}

function given<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Values>;
}

/** What of a choice holds for the next file of the same shape: all but what was said of single cells and rows. */
export function rememberedChoice({ corrections: _, leftOut: __, ...choice }: ImportChoice): ImportChoice {
  return choice;
}
