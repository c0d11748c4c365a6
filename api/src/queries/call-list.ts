import { requireAccess } from "#domain/access/decide.ts";
import { isToBeCalled } from "#domain/proposal/approach.ts";
import { matchingQuestionOf } from "#jobs/search-task.ts";
import { callsFor, type CallQuestion } from "#matching/calls.ts";
import { askQuestion } from "#matching/question.ts";
import type { ProposalWithQuestion } from "#persistence/stored-answer.ts";
import { callReasonText } from "#words/call.ts";
import { findAbsorbing } from "./absorbing-businesses.ts";
import { listApproaches } from "./approach-pages.ts";
import { findBusinessPages, type BusinessPage } from "./business-pages.ts";
import { callQuestionPage, type CallQuestionPage } from "./call-questions.ts";
import { findAnsweringRules } from "./never-together.ts";
import type { ReadingContext } from "./reading-context.ts";
import { loadSnapshot } from "./snapshot.ts";

/** A candidate somebody works on, as far as its calls need it. */
export interface CalledCandidate {
  readonly id: string;
  readonly kept: ProposalWithQuestion;
}

/** How far one business was approached. */
export type ApproachLine = Awaited<ReturnType<typeof listApproaches>>[number];

/** Whom to call about one candidate and what to ask. */
export interface Call {
  readonly business: BusinessPage;
  readonly line: ApproachLine;
  readonly questions: readonly (CallQuestionPage & { readonly asked: CallQuestion })[];
}

const URGENCIES = ["LATE", "SOON", "IN_TIME"] as const;

/**
 * Whom to call or visit about a candidate and what to ask, what moves it most first; then those whom only to sound out
 * is left. Who would rather not is rung no more, nor who closed, nor who is interested and of whom all is known.
 */
export async function listCalls(ctx: ReadingContext, candidate: CalledCandidate) {
  const calls = await callsOf(ctx, candidate);
  return calls.map(({ business, line, questions }) => ({
    ...{ business, approached: line },
    questions: questions.map(({ asked, ...page }) => ({
      ...page,
      gain: asked.gain,
      reason: callReasonText(asked, ctx.language),
    })),
  }));
}

/** The calls about one candidate with what they are read from, for lists of more than one. */
export async function callsOf(ctx: ReadingContext, { id, kept }: CalledCandidate): Promise<Call[]> {
  requireAccess(ctx.viewer, "proposal.read");
  const { members } = kept.proposal;
  const lines = await listApproaches(ctx, id, members);
  const absorbing = await findAbsorbing(ctx.em, members);
  const standing = new Map(lines.map((line) => [currentId(line.business.musubiNumber, absorbing), line]));
  const ground = await groundOf(ctx, kept, [...standing.keys()]);
  const calls = [...ground.questions].flatMap(([member, asked]): Call[] => {
    const [business, line] = [ground.pages.get(member), standing.get(member)];
    if (!business || !line) return [];
    if (!isToBeCalled(line.state, { isClosed: business.isClosed, hasQuestions: asked.length > 0 })) return [];
    const questions = asked.map((one) => ({ ...callQuestionPage(ctx, one, { own: business, ground }), asked: one }));
    return [{ business, line, questions: questions.filter(isFirstOfItsFact) }];
  });
  return calls.sort((a, b) => mostOf(b) - mostOf(a) || urgencyOf(a) - urgencyOf(b));
}

/** Questions of every member, also of whom nothing is to be asked, those who move the candidate most first. */
async function groundOf(ctx: ReadingContext, { question: asked }: ProposalWithQuestion, ids: readonly string[]) {
  const question = askQuestion(matchingQuestionOf(asked, await findAnsweringRules(ctx)));
  if (!question.accepted) throw new Error(`A kept question was refused: ${JSON.stringify(question.problems)}`);
  const businesses = await loadSnapshot(ctx.em, { today: ctx.today(), ids });
  const questions = new Map(ids.map((id): [string, readonly CallQuestion[]] => [id, []]));
  for (const call of callsFor(businesses, question.change)) questions.set(call.member, call.questions);
  return { businesses, questions, demand: question.change.demand, pages: await findBusinessPages(ctx, ids) };
}

function currentId(id: string, absorbing: ReadonlyMap<string, string>): string {
  return absorbing.get(id) ?? id;
}

/** A place and a municipality are both asked for by the address: once is enough. */
function isFirstOfItsFact({ fact }: CallQuestionPage, at: number, all: readonly CallQuestionPage[]): boolean {
  return all.findIndex((one) => one.fact === fact) === at;
}

const mostOf = ({ questions }: Call) => questions[0]?.asked.gain ?? 0;
const urgencyOf = ({ line }: Call) => URGENCIES.indexOf(line.urgency ?? "IN_TIME");
