import { requireAccess } from "#domain/access/decide.ts";
import { isSurveyed, type SurveyedFact } from "#domain/business/survey.ts";
import { matchingQuestionOf } from "#jobs/search-task.ts";
import { callsFor, type CallQuestion } from "#matching/calls.ts";
import { askQuestion } from "#matching/question.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";
import type { ProposalWithQuestion } from "#persistence/stored-answer.ts";
import { callQuestionText, callReasonText, willingText } from "#words/call.ts";
import type { FactChoice } from "#words/fact-entry.ts";
import { findAbsorbing } from "./absorbing-businesses.ts";
import { findBusinessPages } from "./business-pages.ts";
import { fieldName } from "./field-name.ts";
import type { ReadingContext } from "./reading-context.ts";
import { findAnsweringRules } from "./never-together.ts";
import { loadSnapshot } from "./snapshot.ts";
import { listSurveyQuestions } from "./survey-questions.ts";

/** Issues of the group offered as an answer; the others are a step away. */
const ISSUES_OFFERED = 4;

/** An answer that is one tap: what is typed for it, or that there is none. */
export interface QuickAnswer {
  readonly name: string;
  readonly text: string;
  readonly none: boolean;
}

/** Whom to call or visit about a candidate and what to ask, what moves it most first. */
export async function listCalls(ctx: ReadingContext, { question: asked, proposal }: ProposalWithQuestion) {
  requireAccess(ctx.viewer, "proposal.read");
  const absorbing = await findAbsorbing(ctx.em, proposal.members);
  const ids = [...new Set(proposal.members.map((id) => absorbing.get(id) ?? id))];
  const rules = await findAnsweringRules(ctx);
  const question = askQuestion(matchingQuestionOf(asked, rules));
  if (!question.accepted) throw new Error(`A kept question was refused: ${JSON.stringify(question.problems)}`);
  const businesses = await loadSnapshot(ctx.em, { today: ctx.today(), ids });
  const pages = await findBusinessPages(ctx, ids);
  const issues = commonIssues(businesses);
  return callsFor(businesses, question.change).flatMap(({ member, questions }) => {
    const business = pages.get(member);
    const asking = questions.map((one) => questionPage(ctx, one, { issues, purpose: asked.purpose }));
    return business ? [{ business, questions: asking }] : [];
  });
}

/** The fact an answer becomes: of a place that is not known, the address is asked. */
function factAsked({ fact }: CallQuestion): string {
  return fact === "place" || fact === "municipality" ? "address" : fact;
}

function questionPage(
  ctx: ReadingContext,
  question: CallQuestion,
  group: { readonly issues: readonly string[]; readonly purpose: string },
) {
  const fact = factAsked(question);
  const name = fieldName(fact, ctx.language);
  return {
    ...{ fact, name, gain: question.gain, isSurveyed: isSurveyed(fact) },
    text: callQuestionText(fact, name, ctx.language),
    reason: callReasonText(question, ctx.language),
    answers: isSurveyed(fact) ? quickAnswers(ctx, fact, group) : [],
    isCounted: fact === "employees",
  };
}

function quickAnswers(
  ctx: ReadingContext,
  fact: SurveyedFact,
  { issues, purpose }: { readonly issues: readonly string[]; readonly purpose: string },
): QuickAnswer[] {
  const choices = listSurveyQuestions(ctx).find(({ key }) => key === fact)?.choices ?? [];
  if (fact === "leader") return choices.map(answerOf);
  if (fact === "purposes") {
    return [
      { name: willingText(true, ctx.language), text: purpose, none: false },
      { name: willingText(false, ctx.language), text: "", none: true },
    ];
  }
  if (fact !== "needs") return [];
  return issues.flatMap((code) => choices.filter((choice) => choice.code === code).map(answerOf));
}

function answerOf({ code, name }: FactChoice): QuickAnswer {
  return { name, text: code, none: false };
}

/** The issues most of the businesses have. */
function commonIssues(businesses: readonly SnapshotBusiness[]): string[] {
  const counts = new Map<string, number>();
  for (const { needs = [] } of businesses) for (const [tag] of needs) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const sorted = [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  return sorted.slice(0, ISSUES_OFFERED).map(([tag]) => tag);
}
