import { decisionOf, type Decision } from "#domain/decision.ts";
import type { MatchingLaw } from "#domain/law.ts";
import type { Purpose } from "#domain/purpose.ts";
import type { Demand } from "#matching/demand.ts";
import { markOf } from "#files/snapshot-mark.ts";
import { completeGroup } from "#matching/complete.ts";
import { completionDocument, type CompletionDocument } from "#matching/completion-document.ts";
import { discover } from "#matching/discover.ts";
import { answerDocument, rankedProposals, type AnswerDocument, type RankedAnalysis } from "#matching/document.ts";
import { askQuestion, type QuestionProblem } from "#matching/question.ts";
import { readSnapshot } from "#matching/read-snapshot.ts";
import { memberFinder } from "#matching/score.ts";
import { planSearch, type SearchControl, type SearchProblem, type SearchWishes } from "#matching/search-plan.ts";
import type { SnapshotProblem } from "#matching/snapshot.ts";
import type { Terms } from "#matching/terms.ts";
import { whyNot, type WhyNot } from "#matching/why-not/why-not.ts";

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

/** One business held against an answer: the search it came of, and what it showed. */
export interface WhyNotTask extends SearchTask {
  readonly businessId: string;
  readonly shown: readonly RankedAnalysis[];
}

/** A group that may lack members: the question it is to meet, and how far to look for more. */
export interface CompleteTask extends SearchTask {
  readonly group: readonly string[];
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

/** Says where a business of the snapshot stands in an answer, or why its search can no longer be run. */
export function runWhyNot({
  snapshotText,
  question: asked,
  wishes,
  businessId,
  shown,
}: WhyNotTask): Decision<WhyNot, QuestionProblem | SearchProblem> {
  const snapshot = readSnapshot(snapshotText);
  if (!snapshot.accepted) throw new Error(`A snapshot of our own is refused: ${JSON.stringify(snapshot.problems)}`);
  const question = askQuestion(asked);
  if (!question.accepted) return question;
  const { businesses } = snapshot.change;
  const plan = planSearch(businesses, question.change, wishes);
  if (!plan.accepted) return plan;
  const own = businesses.find(({ id }) => id === businessId);
  if (!own) return { accepted: false, problems: [{ code: "UNKNOWN_BUSINESS", id: businessId }] };
  return { accepted: true, change: whyNot({ own, plan: plan.change, businesses, shown }) };
}

/** Says who is missing in a group of businesses of the snapshot, or everything that is wrong with the task. */
export function runComplete({
  snapshotText,
  question: asked,
  wishes,
  group,
}: CompleteTask): Decision<CompletionDocument, SearchTaskProblem> {
  const begun = performance.now();
  const snapshot = readSnapshot(snapshotText);
  if (!snapshot.accepted) return snapshot;
  const question = askQuestion(asked);
  if (!question.accepted) return question;
  const plan = planSearch(snapshot.change.businesses, question.change, wishes);
  const find = memberFinder(snapshot.change.businesses);
  const unknown = group.filter((id) => find(id) === undefined);
  const problems = unknown.map((id): SearchProblem => ({ code: "UNKNOWN_BUSINESS", id }));
  if (!plan.accepted) return { accepted: false, problems: [...plan.problems, ...problems] };
  return decisionOf(problems, () => {
    const completion = completeGroup(
      group.flatMap((id) => find(id) ?? []),
      plan.change,
    );
    const elapsedMs = Math.round(performance.now() - begun);
    return completionDocument(question.change, { snapshot: markOf(snapshot.change), group, elapsedMs }, completion);
  });
}
