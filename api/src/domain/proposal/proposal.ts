/**
 * What becomes of a candidate somebody worked on: kept for later, dismissed with a reason, or made a group. One that
 * was taken back is neither kept nor dismissed; its history stays.
 */
export const PROPOSAL_STATES = ["SAVED", "DISMISSED", "STARTED", "TAKEN_BACK"] as const;
/** One of them. */
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Why a candidate is dismissed, in the few words a federation's people use; `OTHER` needs a note. */
export const DISMISSAL_REASONS = [
  "WORKING_TOGETHER",
  "NOT_ON_TERMS",
  "BAD_TIMING",
  "NO_WISH",
  "DOES_NOT_FIT",
  "OTHER",
] as const;
/** One of them. */
export type DismissalReason = (typeof DISMISSAL_REASONS)[number];

/** What can happen to a proposal; the history only grows. */
export const PROPOSAL_EVENT_KINDS = [
  "SAVED",
  "RENAMED",
  "DISMISSED",
  "RESTORED",
  "TAKEN_BACK",
  "NOTED",
  "STARTED",
] as const;
/** One of them. */
export type ProposalEventKind = (typeof PROPOSAL_EVENT_KINDS)[number];

/** The longest name, in characters: what a line of a list can carry. */
export const PROPOSAL_NAME_MAX = 60;
/** The longest note, in characters: a paragraph, not a report. */
export const PROPOSAL_NOTE_MAX = 1000;
