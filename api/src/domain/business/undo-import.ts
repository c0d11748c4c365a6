import { decisionOf, type Decision } from "../decision.ts";
import {
  comesToNothing,
  revertChanges,
  type BusinessEventKind,
  type BusinessState,
  type StateChange,
} from "./history.ts";
import type { KeptBusiness } from "./compare.ts";

/** Days within which a whole import may be taken back; after that too much has been built on it. */
export const UNDO_IMPORT_DAYS_MAX = 30;

/** How far an import has come, as far as taking it back is concerned. */
export interface ImportCourse {
  /** Days since it was taken in; absent where it was not. */
  readonly appliedDaysAgo?: number | undefined;
  readonly undone: boolean;
  /** Businesses it changed. */
  readonly changed: number;
}

/** Why an import is not taken back, or not made again. */
export type UndoImportProblem =
  | { readonly code: "IMPORT_NOT_APPLIED" }
  | { readonly code: "IMPORT_UNDONE_ALREADY" }
  | { readonly code: "IMPORT_NOT_UNDONE" }
  | { readonly code: "IMPORT_CHANGED_NOTHING" }
  | { readonly code: "IMPORT_UNDO_TOO_LATE"; readonly daysMax: number };

/** An import is to be taken back, or made again after that. */
export type UndoDirection = "undo" | "redo";

/** Decides whether an import may be taken back, or made again: both for thirty days from the day it was taken in. */
export function decideUndoImport(course: ImportCourse, direction: UndoDirection): Decision<object, UndoImportProblem> {
  const { appliedDaysAgo: daysAgo, undone, changed } = course;
  if (daysAgo === undefined) return { accepted: false, problems: [{ code: "IMPORT_NOT_APPLIED" }] };
  const problems: UndoImportProblem[] = [];
  if (direction === "undo" && undone) problems.push({ code: "IMPORT_UNDONE_ALREADY" });
  if (direction === "redo" && !undone) problems.push({ code: "IMPORT_NOT_UNDONE" });
  if (changed === 0) problems.push({ code: "IMPORT_CHANGED_NOTHING" });
  if (daysAgo > UNDO_IMPORT_DAYS_MAX) problems.push({ code: "IMPORT_UNDO_TOO_LATE", daysMax: UNDO_IMPORT_DAYS_MAX });
  return decisionOf(problems, () => ({}));
}

/** Why a business stays as it is although the import that changed it is taken back or made again. */
export type KeptReason =
  /** Somebody changed it, or the same thing of it, since. */
  | "CHANGED_SINCE"
  /** It is in a group, or another business turned out to be it. */
  | "IN_GROUP"
  | "MERGED"
  /** It is no longer among the known ones. */
  | "REMOVED_SINCE"
  /** Another business has its key now. */
  | "KEY_TAKEN";

/** One business that an import changed, as it is now. */
export interface ChangedByImport {
  readonly now: KeptBusiness;
  /** What this import did to it, oldest first. */
  readonly events: readonly {
    readonly version: number;
    readonly kind: BusinessEventKind;
    readonly changes: readonly StateChange[];
  }[];
  /** What was changed since the last of them, oldest first. */
  readonly since: readonly StateChange[];
  /** What holds it, though nobody changed it. */
  readonly heldBy?: "IN_GROUP" | "MERGED" | undefined;
}

/** What becomes of one business. */
export type Undoing =
  | { readonly outcome: "untouched" }
  | { readonly outcome: "removed"; readonly state: BusinessState }
  | { readonly outcome: "restored"; readonly state: BusinessState; readonly kept: readonly StateChange["key"][] }
  | { readonly outcome: "kept"; readonly reason: KeptReason; readonly keys: readonly StateChange["key"][] };

const keptFor = (reason: KeptReason, keys: readonly StateChange["key"][] = []): Undoing => ({
  outcome: "kept",
  reason,
  keys,
});

/**
 * Takes back what an import did to one business. One it added is removed, unless somebody changed it since or
 * something holds it; of one it changed, each value goes back where nobody has changed the same since.
 */
export function undoForBusiness({ now, events, since, heldBy }: ChangedByImport): Undoing {
  const lastUndone = events.findLastIndex(({ kind }) => kind === "UNDONE");
  const made = events.slice(lastUndone + 1);
  if (made.length === 0) return { outcome: "untouched" };
  if (now.removed) return keptFor("REMOVED_SINCE");
  // Added, or brought back after a first undoing.
  const isAdded = made.some(({ kind, changes }) => kind === "ADDED" || (kind === "REDONE" && changes.length === 0));
  if (isAdded) {
    if (!comesToNothing(since)) return keptFor("CHANGED_SINCE");
    return heldBy === undefined ? { outcome: "removed", state: now } : keptFor(heldBy);
  }
  return reverted(now, made.map(({ changes }) => changes).reverse());
}

/** Makes again what was taken back from one business: brings it back, or gives it the import's values again. */
export function redoForBusiness({ now, events }: ChangedByImport, isKeyTaken: (key: string) => boolean): Undoing {
  const last = events.at(-1);
  if (last === undefined || last.kind !== "UNDONE") return { outcome: "untouched" };
  const wasRemoved = last.changes.length === 0;
  if (!wasRemoved) return now.removed ? keptFor("REMOVED_SINCE") : reverted(now, [last.changes]);
  if (!now.removed || now.version !== last.version) return keptFor("CHANGED_SINCE");
  const key = now.externalId;
  if (key !== undefined && isKeyTaken(key)) return keptFor("KEY_TAKEN");
  return { outcome: "restored", state: now, kept: [] };
}

function reverted(now: BusinessState, newestFirst: readonly (readonly StateChange[])[]): Undoing {
  const start: { state: BusinessState; kept: StateChange["key"][] } = { state: now, kept: [] };
  const { state, kept } = newestFirst.reduce((so, changes) => {
    const { state: back, changedSince } = revertChanges(so.state, changes);
    return { state: back, kept: [...so.kept, ...changedSince] };
  }, start);
  const total = newestFirst.reduce((count, changes) => count + changes.length, 0);
  return kept.length === total ? keptFor("CHANGED_SINCE", kept) : { outcome: "restored", state, kept };
}

/** Businesses named in an outcome: what a person can read through; the counts stay whole. */
const NAMED_MAX = 200;

/** A business that stays, wholly or in part, as it is. */
export interface KeptBack {
  readonly businessId: string;
  readonly name: string;
  readonly reason: KeptReason;
  /** What of it stays; empty where the business as a whole does. */
  readonly keys: readonly StateChange["key"][];
}

/** What taking an import back, or making it again, came to, in businesses. */
export interface UndoOutcome {
  readonly removed: number;
  readonly restored: number;
  readonly kept: readonly KeptBack[];
  readonly keptCount: number;
}

/** Counts what became of businesses and names those that stay as they are. */
export function undoOutcomeOf(done: readonly { readonly now: KeptBusiness; readonly undoing: Undoing }[]): UndoOutcome {
  const kept = done.flatMap(({ now: { id: businessId, name }, undoing }): KeptBack[] => {
    if (undoing.outcome === "kept") return [{ businessId, name, reason: undoing.reason, keys: undoing.keys }];
    if (undoing.outcome !== "restored" || undoing.kept.length === 0) return [];
    return [{ businessId, name, reason: "CHANGED_SINCE", keys: undoing.kept }];
  });
  const count = (outcome: Undoing["outcome"]) => done.filter(({ undoing }) => undoing.outcome === outcome).length;
  return {
    removed: count("removed"),
    restored: count("restored"),
    kept: kept.slice(0, NAMED_MAX),
    keptCount: kept.length,
  };
}
