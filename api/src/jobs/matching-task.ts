import { decisionOf, type Decision } from "#domain/decision.ts";
import type { MatchingLaw } from "#domain/law.ts";
import type { Purpose } from "#domain/purpose.ts";
import type { Demand } from "#matching/demand.ts";
import type { Layout } from "#matching/columns/columns.ts";
import { candidateFinder, memberReader } from "#matching/columns/find-candidate.ts";
import { completeGroup } from "#matching/complete.ts";
import { completionDocument, type CompletionDocument } from "#matching/completion-document.ts";
import { discover } from "#matching/discover.ts";
import { groupsAround, type GroupsAround } from "#matching/groups-around.ts";
import {
  answerDocument,
  rankedProposals,
  type AnswerDocument,
  type RankedAnalysis,
  type SnapshotMark,
} from "#matching/document.ts";
import { askQuestion, type QuestionProblem } from "#matching/question.ts";
import { planSearchIn, type SearchControl, type SearchProblem, type SearchWishes } from "#matching/search-plan.ts";
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

/** A search: the businesses in columns, which a thread shares and does not copy, the question, and how far to look. */
export interface SearchTask {
  readonly layout: Layout;
  /** Which snapshot the columns were laid out of. */
  readonly mark: SnapshotMark;
  readonly question: MatchingQuestion;
  readonly wishes: SearchWishes;
}

/** One business held against an answer: the search it came of, and what it showed. */
export interface WhyNotTask extends SearchTask {
  readonly businessId: string;
  readonly shown: readonly RankedAnalysis[];
}

/** One business whose groups are looked for: what they are for, and how far to look. */
export interface GroupsAroundTask extends SearchTask {
  readonly businessId: string;
}

/** A group that may lack members: the question it is to meet, and how far to look for more. */
export interface CompleteTask extends SearchTask {
  readonly group: readonly string[];
}

export type SearchTaskProblem = QuestionProblem | SearchProblem;

/** Searches, and answers with the document outside clients know; or says everything that is wrong with the task. */
export function runSearch(
  { layout, mark, question: asked, wishes }: SearchTask,
  control: SearchControl,
): Decision<AnswerDocument<RankedAnalysis>, SearchTaskProblem> {
  const begun = performance.now();
  const question = askQuestion(asked);
  if (!question.accepted) return question;
  const plan = planSearchIn(layout, question.change, wishes);
  if (!plan.accepted) return plan;

  const { proposals, ...found } = discover(plan.change, control);
  const course = { ...found, elapsedMs: Math.round(performance.now() - begun) };
  const answer = { course, proposals: rankedProposals(proposals) };
  return { accepted: true, change: answerDocument(question.change, mark, answer) };
}

/** Says where a business of the snapshot stands in an answer, or why its search can no longer be run. */
export function runWhyNot({
  layout,
  question: asked,
  wishes,
  businessId,
  shown,
}: WhyNotTask): Decision<WhyNot, SearchTaskProblem> {
  const question = askQuestion(asked);
  if (!question.accepted) return question;
  const plan = planSearchIn(layout, question.change, wishes);
  if (!plan.accepted) return plan;
  const own = candidateFinder(layout)(businessId);
  if (own === undefined) return { accepted: false, problems: [{ code: "UNKNOWN_BUSINESS", id: businessId }] };
  return { accepted: true, change: whyNot({ own, plan: plan.change, shown }) };
}

/** Finds the groups a business of the snapshot can be in, or says everything that is wrong with the task. */
export function runGroupsAround({
  layout,
  question: asked,
  wishes,
  businessId,
}: GroupsAroundTask): Decision<GroupsAround, SearchTaskProblem> {
  const question = askQuestion(asked);
  if (!question.accepted) return question;
  const plan = planSearchIn(layout, question.change, wishes);
  if (!plan.accepted) return plan;
  const own = candidateFinder(layout)(businessId);
  if (own === undefined) return { accepted: false, problems: [{ code: "UNKNOWN_BUSINESS", id: businessId }] };
  return { accepted: true, change: groupsAround(own, plan.change) };
}

/** Says who is missing in a group of businesses of the snapshot, or everything that is wrong with the task. */
export function runComplete({
  layout,
  mark,
  question: asked,
  wishes,
  group,
}: CompleteTask): Decision<CompletionDocument, SearchTaskProblem> {
  const begun = performance.now();
  const question = askQuestion(asked);
  if (!question.accepted) return question;
  const plan = planSearchIn(layout, question.change, wishes);
  const find = memberReader(layout);
  const unknown = group.filter((id) => find(id) === undefined);
  const problems = unknown.map((id): SearchProblem => ({ code: "UNKNOWN_BUSINESS", id }));
  if (!plan.accepted) return { accepted: false, problems: [...plan.problems, ...problems] };
  return decisionOf(problems, () => {
    const completion = completeGroup(
      group.flatMap((id) => find(id) ?? []),
      plan.change,
    );
    const elapsedMs = Math.round(performance.now() - begun);
    return completionDocument(question.change, { snapshot: mark, group, elapsedMs }, completion);
  });
}
