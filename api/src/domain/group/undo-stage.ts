import { decisionOf, type Decision } from "../decision.ts";
import type { PlainDate } from "../calendar.ts";
import type { GroupStage } from "./stage.ts";

/** Minutes within which the person who moved a group may take it back without giving a reason. */
export const UNDO_MINUTES_MAX = 30;

/** The last move of a group, as the history has it. */
export interface LastMove {
  readonly eventId: string;
  readonly actorId: string;
  readonly minutesAgo: number;
  readonly from: GroupStage;
  readonly fromSince: PlainDate;
}

/** The group is back where it was; the move and its undoing both stay in the history. */
export interface StageUndone {
  readonly type: "StageUndone";
  readonly eventId: string;
  readonly to: GroupStage;
  readonly since: PlainDate;
}

/** Why a move cannot be taken back. */
export type UndoStageProblem =
  | { readonly code: "NOTHING_TO_UNDO" }
  | { readonly code: "UNDO_NOT_YOURS" }
  | { readonly code: "UNDO_TOO_LATE"; readonly minutesMax: number };

/** Decides whether the last move may be undone: by the one who made it, within half an hour. */
export function decideUndoStage(move: LastMove | undefined, actorId: string): Decision<StageUndone, UndoStageProblem> {
  if (move === undefined) return { accepted: false, problems: [{ code: "NOTHING_TO_UNDO" }] };
  const problems: UndoStageProblem[] = [];
  if (move.actorId !== actorId) problems.push({ code: "UNDO_NOT_YOURS" });
  if (move.minutesAgo > UNDO_MINUTES_MAX) problems.push({ code: "UNDO_TOO_LATE", minutesMax: UNDO_MINUTES_MAX });
  return decisionOf(problems, () => ({
    type: "StageUndone",
    eventId: move.eventId,
    to: move.from,
    since: move.fromSince,
  }));
}
