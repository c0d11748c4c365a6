import type { PlainDate } from "../calendar.ts";
import { decisionOf, type Decision } from "../decision.ts";
import { workingDaysAfter } from "../working-days.ts";

/** How far a business was approached about a candidate (打診状況). Staff alone sees it; a refusal is told to nobody. */
export const APPROACH_STATES = ["NOT_ASKED", "ASKED", "INTERESTED", "DECLINED"] as const;
/** One of them. */
export type ApproachState = (typeof APPROACH_STATES)[number];

/** How a business was approached. */
export const APPROACH_CHANNELS = ["PHONE", "VISIT", "OFFICE", "ONLINE", "MAIL", "PAPER"] as const;
/** One of them. */
export type ApproachChannel = (typeof APPROACH_CHANNELS)[number];

/** What came of it: they talked, nobody was there, or somebody will call back. */
export const APPROACH_OUTCOMES = ["TALKED", "NOBODY_THERE", "CALLS_BACK"] as const;
/** One of them. */
export type ApproachOutcome = (typeof APPROACH_OUTCOMES)[number];

/** The longest note, in characters: a paragraph, not a report. */
export const APPROACH_NOTE_MAX = 1000;

/** Working days within which somebody who was asked hears again. */
export const APPROACH_DAYS_MAX = 5;
/** Working days from which it is soon time. */
export const APPROACH_DAYS_SOON = 3;

/** What is noted of one approach. */
export interface ApproachNote {
  readonly state: ApproachState;
  readonly channel: ApproachChannel;
  readonly outcome: ApproachOutcome;
  readonly on: PlainDate;
  readonly note: string;
}

/** One approach as the history has it. */
export interface Approach extends ApproachNote {
  readonly id: string;
  /** Its place among those of one business and candidate, from 1. */
  readonly number: number;
  readonly actorId: string;
  /** The approach it takes back; then nothing else of it counts. */
  readonly takesBack: string | null;
}

/** Why an approach is not noted or not taken back. */
export type ApproachProblem =
  | { readonly code: "APPROACH_NOT_MEMBER"; readonly field: "businessId" }
  | { readonly code: "APPROACH_IN_FUTURE"; readonly field: "on"; readonly today: PlainDate }
  | { readonly code: "APPROACH_NOTE_TOO_LONG"; readonly field: "note"; readonly max: number }
  | { readonly code: "APPROACH_NOTHING_TO_UNDO" }
  | { readonly code: "APPROACH_NOT_YOURS" };

/** Decides whether an approach is noted so; every state may follow every other, people change their minds. */
export function decideNoteApproach(
  memberIds: readonly string[],
  businessId: string,
  { approach, today }: { readonly approach: ApproachNote; readonly today: PlainDate },
): Decision<ApproachNote, ApproachProblem> {
  const note = approach.note.trim();
  const problems: ApproachProblem[] = [];
  if (!memberIds.includes(businessId)) problems.push({ code: "APPROACH_NOT_MEMBER", field: "businessId" });
  if (approach.on > today) problems.push({ code: "APPROACH_IN_FUTURE", field: "on", today });
  if ([...note].length > APPROACH_NOTE_MAX) {
    problems.push({ code: "APPROACH_NOTE_TOO_LONG", field: "note", max: APPROACH_NOTE_MAX });
  }
  return decisionOf(problems, () => ({ ...approach, note }));
}

/** Within so many milliseconds the same note by the same person is one press too many. */
export const APPROACH_SAME_PRESS_MS = 10_000;

/** Whether an approach is what this person noted a moment ago: a button pressed twice is noted once. */
export function isPressedAgain(
  last: (ApproachNote & { readonly actorId: string; readonly at: Date }) | undefined,
  { note, actorId, at }: { readonly note: ApproachNote; readonly actorId: string; readonly at: Date },
): boolean {
  if (last?.actorId !== actorId || at.getTime() - last.at.getTime() > APPROACH_SAME_PRESS_MS) return false;
  return (["state", "channel", "outcome", "on", "note"] as const).every((key) => last[key] === note[key]);
}

/** The approaches that count, in their order: without those taken back, and without the taking back. */
export function standingApproaches<One extends Approach>(approaches: readonly One[]): readonly One[] {
  const gone = new Set(approaches.flatMap(({ takesBack }) => takesBack ?? []));
  return approaches
    .filter(({ id, takesBack }) => takesBack === null && !gone.has(id))
    .toSorted((a, b) => a.number - b.number);
}

/** How far a business was approached: as the last approach that counts left it. */
export function approachState(approaches: readonly Approach[]): ApproachState {
  return standingApproaches(approaches).at(-1)?.state ?? "NOT_ASKED";
}

/** Decides which approach is taken back: the last that counts, by whoever noted it. */
export function decideUndoApproach(
  approaches: readonly Approach[],
  actorId: string,
): Decision<{ readonly takesBack: string }, ApproachProblem> {
  const last = standingApproaches(approaches).at(-1);
  if (last === undefined) return { accepted: false, problems: [{ code: "APPROACH_NOTHING_TO_UNDO" }] };
  const problems: ApproachProblem[] = last.actorId === actorId ? [] : [{ code: "APPROACH_NOT_YOURS" }];
  return decisionOf(problems, () => ({ takesBack: last.id }));
}

/**
 * Whether a business is to be called about a candidate: there is something to ask, or it has not said yet whether it
 * is interested. Who would rather not is left in peace, and so is who closed.
 */
export function isToBeCalled(
  state: ApproachState,
  { isClosed, hasQuestions }: { readonly isClosed: boolean; readonly hasQuestions: boolean },
): boolean {
  if (isClosed || state === "DECLINED") return false;
  return hasQuestions || state !== "INTERESTED";
}

/** How urgent it is to speak with a business again. */
export type ApproachUrgency = "IN_TIME" | "SOON" | "LATE";

/** How long a business that was asked has not been spoken with. */
export interface ApproachClock {
  /** Working days since it was last touched. */
  readonly days: number;
  readonly urgency: ApproachUrgency;
}

/** The clock of a business that was asked and has not answered; none runs for the others. */
export function approachClock(
  approaches: readonly Approach[],
  { today, holidays }: { readonly today: PlainDate; readonly holidays: ReadonlySet<PlainDate> },
): ApproachClock | undefined {
  const last = standingApproaches(approaches).at(-1);
  if (last?.state !== "ASKED") return undefined;
  const days = workingDaysAfter(last.on, today, holidays);
  if (days > APPROACH_DAYS_MAX) return { days, urgency: "LATE" };
  return { days, urgency: days >= APPROACH_DAYS_SOON ? "SOON" : "IN_TIME" };
}
