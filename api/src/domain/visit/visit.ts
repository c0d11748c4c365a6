import type { PlainDate } from "../calendar.ts";
import { decisionOf, type Decision } from "../decision.ts";

/** How a business was met: at its place, at the federation, by telephone, over the network. */
export const VISIT_CHANNELS = ["VISIT", "OFFICE", "PHONE", "ONLINE"] as const;
/** One of them. */
export type VisitChannel = (typeof VISIT_CHANNELS)[number];

/** Where a record stands: its next step is still to do, is done, or the whole was withdrawn. */
export type VisitState = "KEPT" | "DONE" | "WITHDRAWN";

/** What is noted of one meeting. */
export interface VisitNote {
  readonly on: PlainDate;
  readonly channel: VisitChannel;
  /** What was told: facts, in the owner's words. */
  readonly told: string;
  /** What the adviser thinks of it: never shown to the owner. */
  readonly impression: string;
  /** What is to be done next, empty where nothing is. */
  readonly nextStep: string;
  readonly nextOn?: PlainDate | undefined;
  /** How long it took, minutes; for the federation's reports. */
  readonly minutes?: number | undefined;
}

/** Longest text of one field, characters: a page, not a report. */
export const VISIT_TEXT_MAX = 4_000;
/** Longest next step, characters: it stands on a card. */
export const NEXT_STEP_MAX = 200;
/** Most minutes of one meeting: a day. */
export const VISIT_MINUTES_MAX = 1_440;

/** Why a meeting is not noted. */
export type VisitProblem =
  | { readonly code: "VISIT_IN_FUTURE"; readonly field: "on"; readonly today: PlainDate }
  | { readonly code: "VISIT_EMPTY"; readonly field: "told" }
  | { readonly code: "VISIT_TEXT_TOO_LONG"; readonly field: "told" | "impression" | "nextStep"; readonly max: number }
  | { readonly code: "NEXT_STEP_MISSING"; readonly field: "nextStep" }
  | { readonly code: "NEXT_STEP_BEFORE_VISIT"; readonly field: "nextOn" }
  | { readonly code: "MINUTES_OUT_OF_RANGE"; readonly field: "minutes"; readonly max: number }
  | { readonly code: "VISIT_NOT_YOURS" }
  | { readonly code: "VISIT_WITHDRAWN_ALREADY" };

/** The note as it is kept. */
export interface VisitNoted {
  readonly type: "VisitNoted";
  readonly note: VisitNote;
}

/** Decides whether a note can be kept; reports every problem at once. `learnt`: it also brings facts of the business. */
export function decideNoteVisit(
  typed: VisitNote,
  { today, learnt }: { readonly today: PlainDate; readonly learnt: boolean },
): Decision<VisitNoted, VisitProblem> {
  const note = { ...typed, told: tidy(typed.told), impression: tidy(typed.impression), nextStep: tidy(typed.nextStep) };
  const problems: VisitProblem[] = [];
  if (note.on > today) problems.push({ code: "VISIT_IN_FUTURE", field: "on", today });
  const isEmpty = note.told === "" && note.impression === "" && note.nextStep === "";
  if (isEmpty && !learnt) problems.push({ code: "VISIT_EMPTY", field: "told" });
  for (const [field, max] of [
    ["told", VISIT_TEXT_MAX],
    ["impression", VISIT_TEXT_MAX],
    ["nextStep", NEXT_STEP_MAX],
  ] as const) {
    if ([...note[field]].length > max) problems.push({ code: "VISIT_TEXT_TOO_LONG", field, max });
  }
  problems.push(...nextStepProblems(note));
  const { minutes } = note;
  const isSpan = minutes === undefined || (Number.isInteger(minutes) && minutes >= 1 && minutes <= VISIT_MINUTES_MAX);
  if (!isSpan) problems.push({ code: "MINUTES_OUT_OF_RANGE", field: "minutes", max: VISIT_MINUTES_MAX });
  return decisionOf(problems, () => ({ type: "VisitNoted", note }));
}

function nextStepProblems({ on, nextOn, nextStep }: VisitNote): VisitProblem[] {
  if (nextOn === undefined) return [];
  const problems: VisitProblem[] = [];
  if (nextStep === "") problems.push({ code: "NEXT_STEP_MISSING", field: "nextStep" });
  if (nextOn < on) problems.push({ code: "NEXT_STEP_BEFORE_VISIT", field: "nextOn" });
  return problems;
}

/** Control characters come from pasting and say nothing; PostgreSQL refuses NUL. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();
}

/** A record as correcting and withdrawing look at it. */
export interface KeptVisit {
  readonly authorId: string;
  readonly state: VisitState;
}

/** Why somebody may not change a record: only the one who made it may, and not once it was withdrawn. */
export function problemsOfChangingVisit({ authorId, state }: KeptVisit, actorId: string): VisitProblem[] {
  const problems = problemsOfRestoringVisit({ authorId }, actorId);
  if (state === "WITHDRAWN") problems.push({ code: "VISIT_WITHDRAWN_ALREADY" });
  return problems;
}

/** Why somebody may not bring a withdrawn record back: only the one who made it may. */
export function problemsOfRestoringVisit({ authorId }: Pick<KeptVisit, "authorId">, actorId: string): VisitProblem[] {
  return authorId === actorId ? [] : [{ code: "VISIT_NOT_YOURS" }];
}
