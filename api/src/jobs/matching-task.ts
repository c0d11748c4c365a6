import type { Decision } from "#domain/decision.ts";
import type { MatchingLaw } from "#domain/law.ts";
import type { Purpose } from "#domain/purpose.ts";
import type { Demand } from "#matching/demand.ts";
import { markOf } from "#files/snapshot-mark.ts";
import { discover, type SearchControl } from "#matching/discover.ts";
import { answerDocument, rankedProposals, type AnswerDocument, type RankedAnalysis } from "#matching/document.ts";
import { askQuestion, type QuestionProblem } from "#matching/question.ts";
import { readSnapshot } from "#matching/read-snapshot.ts";
import { planSearch, type SearchProblem, type SearchWishes } from "#matching/search-plan.ts";
import type { SnapshotProblem } from "#matching/snapshot.ts";
import type { Terms } from "#matching/terms.ts";

/** A question as it is handed to the thread: plain values only, so that it can be copied there. */
export interface MatchingQuestion {
  readonly purpose: Purpose;
  readonly terms: Terms;
  readonly law: MatchingLaw;
  readonly form?: string;
  readonly districts?: readonly string[];
  readonly mustHave?: readonly string[];
  readonly neverTogether?: readonly (readonly [string, string])[];
  readonly demand?: Demand;
}

/** A search: the businesses as snapshot text (JSONL), the question, and how far to look. */
export interface SearchTask {
  readonly snapshotText: string;
  readonly question: MatchingQuestion;
  readonly wishes: SearchWishes;
}

export type SearchTaskProblem = SnapshotProblem | QuestionProblem | SearchProblem;

/** Searches, and answers with the document outside clients know; or says everything that is wrong with the task. */
export function runSearch(
  { snapshotText, question: asked, wishes }: SearchTask,
  control: SearchControl,
): Decision<AnswerDocument<RankedAnalysis>, SearchTaskProblem> {
  const begun = performance.now();
  const snapshot = readSnapshot(snapshotText);
  if (!snapshot.accepted) return snapshot;
  const question = askQuestion(asked);
  if (!question.accepted) return question;
  const plan = planSearch(snapshot.change.businesses, question.change, wishes);
  if (!plan.accepted) return plan;

  const { proposals, ...found } = discover(plan.change, control);
  const course = { ...found, elapsedMs: Math.round(performance.now() - begun) };
  const answer = { course, proposals: rankedProposals(proposals) };
  return { accepted: true, change: answerDocument(question.change, markOf(snapshot.change), answer) };
}
