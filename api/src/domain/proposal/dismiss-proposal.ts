import { decisionOf, type Decision } from "../decision.ts";
import { PROPOSAL_NOTE_MAX, type DismissalReason, type ProposalState } from "./proposal.ts";

/** Why somebody dismisses a candidate, and in which words. */
export interface DismissRequest {
  readonly reason?: DismissalReason | undefined;
  readonly note?: string | undefined;
}

/** A candidate is dismissed; nobody outside the federation's staff hears of it. */
export interface ProposalDismissed {
  readonly reason: DismissalReason;
  readonly note: string | null;
}

/** Why a candidate is not dismissed, brought back, taken back or noted of. */
export type ChangeProposalProblem =
  | { readonly code: "DISMISSAL_REASON_MISSING"; readonly field: "reason" }
  | { readonly code: "DISMISSAL_NOTE_MISSING"; readonly field: "note" }
  | { readonly code: "PROPOSAL_NOTE_MISSING"; readonly field: "note" }
  | { readonly code: "PROPOSAL_NOTE_TOO_LONG"; readonly field: "note"; readonly max: number }
  | { readonly code: "PROPOSAL_STARTED_ALREADY" }
  | { readonly code: "PROPOSAL_DISMISSED_ALREADY" }
  | { readonly code: "PROPOSAL_NOT_DISMISSED" }
  | { readonly code: "PROPOSAL_NOT_SAVED" };

/**
 * Decides whether a candidate is dismissed so: for one of a few reasons, with a word where none of them says it.
 * One that became a group is dismissed no more; the group has a way of its own.
 * @param state absent: the candidate was found and never kept
 */
export function decideDismissProposal(
  state: ProposalState | undefined,
  { reason, note = "" }: DismissRequest,
): Decision<ProposalDismissed, ChangeProposalProblem> {
  const text = note.trim();
  const problems: ChangeProposalProblem[] = [];
  if (state === "STARTED") problems.push({ code: "PROPOSAL_STARTED_ALREADY" });
  if (state === "DISMISSED") problems.push({ code: "PROPOSAL_DISMISSED_ALREADY" });
  if (reason === undefined) problems.push({ code: "DISMISSAL_REASON_MISSING", field: "reason" });
  if (reason === "OTHER" && text === "") problems.push({ code: "DISMISSAL_NOTE_MISSING", field: "note" });
  problems.push(...lengthProblems(text));
  return decisionOf(problems, () => ({ reason: reason as DismissalReason, note: text || null }));
}

/** Decides what a dismissed candidate comes back to: what it was before. */
export function decideRestoreProposal(
  state: ProposalState,
  before: ProposalState | undefined,
): Decision<{ readonly state: ProposalState }, ChangeProposalProblem> {
  const problems: ChangeProposalProblem[] = state === "DISMISSED" ? [] : [{ code: "PROPOSAL_NOT_DISMISSED" }];
  return decisionOf(problems, () => ({ state: before ?? "SAVED" }));
}

/** Decides whether the saving of a candidate is taken back. */
export function decideTakeBackProposal(
  state: ProposalState,
): Decision<{ readonly state: ProposalState }, ChangeProposalProblem> {
  const problems: ChangeProposalProblem[] = state === "SAVED" ? [] : [{ code: "PROPOSAL_NOT_SAVED" }];
  return decisionOf(problems, () => ({ state: "TAKEN_BACK" }));
}

/** Decides whether a word is noted of a candidate. */
export function decideNoteProposal(note: string): Decision<{ readonly note: string }, ChangeProposalProblem> {
  const text = note.trim();
  const problems: ChangeProposalProblem[] =
    text === "" ? [{ code: "PROPOSAL_NOTE_MISSING", field: "note" }] : lengthProblems(text);
  return decisionOf(problems, () => ({ note: text }));
}

function lengthProblems(text: string): ChangeProposalProblem[] {
  const max = PROPOSAL_NOTE_MAX;
  return [...text].length > max ? [{ code: "PROPOSAL_NOTE_TOO_LONG", field: "note", max }] : [];
}
