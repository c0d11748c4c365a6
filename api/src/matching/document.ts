import type { Purpose } from "#domain/purpose.ts";
import type { Analysis } from "./analysis.ts";
import type { Question } from "./question.ts";

/** Version of the calculation. Raised when the same snapshot, terms and question would give another answer. */
export const ENGINE_VERSION = "1.1.0";

/** A proposal as it is given out; without `rank` where the groups were handed in. */
export type RankedAnalysis = { readonly rank: number } & Analysis;

/** The answer of a search or of a scoring as one JSON document, its keys in the order they are printed. */
export interface AnswerDocument<Proposal> {
  readonly purpose: Purpose;
  readonly engine: string;
  readonly terms: string;
  readonly snapshot: SnapshotMark;
  /** Groups looked at. */
  readonly examined: number;
  readonly elapsedMs: number;
  /** Whether someone stopped it before it was done. */
  readonly cutShort: boolean;
  readonly proposals: readonly Proposal[];
  /** Ids of businesses a search left out for want of a place. */
  readonly unplaced?: readonly string[];
}

/** Which snapshot was asked: how many businesses, and `sha256:` with the hash of its canonical text. */
export interface SnapshotMark {
  readonly businesses: number;
  readonly hash: string;
}

/** How the answer came about. */
export interface AnswerCourse {
  readonly examined: number;
  readonly elapsedMs: number;
  readonly cutShort: boolean;
  readonly unplaced?: readonly string[];
}

/** Puts rank 1, 2 … before proposals in their order. */
export function rankedProposals(proposals: readonly Analysis[]): readonly RankedAnalysis[] {
  return proposals.map((proposal, index) => ({ rank: index + 1, ...proposal }));
}

/** The JSON document of a search or a scoring. */
export function answerDocument<Proposal>(
  question: Question,
  snapshot: SnapshotMark,
  answer: { readonly course: AnswerCourse; readonly proposals: readonly Proposal[] },
): AnswerDocument<Proposal> {
  const { examined, elapsedMs, cutShort, unplaced } = answer.course;
  return {
    purpose: question.purpose,
    engine: ENGINE_VERSION,
    terms: question.terms.version,
    snapshot: { businesses: snapshot.businesses, hash: snapshot.hash },
    examined,
    elapsedMs,
    cutShort,
    proposals: answer.proposals,
    ...(unplaced === undefined ? {} : { unplaced }),
  };
}
