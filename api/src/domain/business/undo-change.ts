import { decisionOf, type Decision } from "../decision.ts";
import { revertChanges, type BusinessEventKind, type BusinessState, type StateChange } from "./history.ts";
import type { StateKey } from "./read-edit.ts";

/** One line of a business's history, as undoing looks at it. */
export interface PastChange {
  readonly kind: BusinessEventKind;
  readonly changes: readonly StateChange[];
}

/** What is known once a change is taken back; what somebody changed again since stays, and is told. */
export interface ChangeUndone {
  readonly type: "ChangeUndone";
  readonly after: BusinessState;
  readonly changedSince: readonly StateKey[];
}

/** Why a change cannot be taken back. */
export type UndoChangeProblem =
  { readonly code: "CHANGE_NOT_UNDOABLE" } | { readonly code: "CHANGE_OVERTAKEN" } | { readonly code: "ADDED_IS_USED" };

/** Kinds of changes that are taken back one by one; the others are undone where they were made, as a whole. */
const UNDOABLE: readonly BusinessEventKind[] = ["IMPORTED", "EDITED", "CONFIRMED", "SURVEYED", "UNDONE"];

/** Whether something of a change is still as it made it, so that undoing would change something. */
export function canUndoChange(now: BusinessState, { kind, changes }: PastChange): boolean {
  if (!UNDOABLE.includes(kind)) return false;
  return revertChanges(now, changes).changedSince.length < changes.length;
}

/** Decides whether a change may be taken back: as far as nobody has changed the same things since. */
export function decideUndoChange(now: BusinessState, change: PastChange): Decision<ChangeUndone, UndoChangeProblem> {
  if (!UNDOABLE.includes(change.kind)) return { accepted: false, problems: [{ code: "CHANGE_NOT_UNDOABLE" }] };
  const { state: after, changedSince } = revertChanges(now, change.changes);
  if (changedSince.length === change.changes.length) {
    return { accepted: false, problems: [{ code: "CHANGE_OVERTAKEN" }] };
  }
  return { accepted: true, change: { type: "ChangeUndone", after, changedSince } };
}

/** A business that was added, as taking that back looks at it. */
export interface PastAdding {
  /** What added it was one person, not a list: lists are undone as a whole. */
  readonly isByHand: boolean;
  /** Nothing of it was changed since. */
  readonly isUntouched: boolean;
  /** A group counts it in, or another business turned out to be it. */
  readonly isUsed: boolean;
}

/** Decides whether a business that was added by hand leaves the known ones again. */
export function decideUndoAdding({
  isByHand,
  isUntouched,
  isUsed,
}: PastAdding): Decision<{ readonly type: "AddingUndone" }, UndoChangeProblem> {
  if (!isByHand) return { accepted: false, problems: [{ code: "CHANGE_NOT_UNDOABLE" }] };
  const problems: UndoChangeProblem[] = [];
  if (!isUntouched) problems.push({ code: "CHANGE_OVERTAKEN" });
  if (isUsed) problems.push({ code: "ADDED_IS_USED" });
  return decisionOf(problems, () => ({ type: "AddingUndone" }));
}
