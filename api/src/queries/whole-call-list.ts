import { requireAccess } from "#domain/access/decide.ts";
import { ProposalRecord } from "#persistence/proposal-record.ts";
import { callReasonsText, type AskedAbout } from "#words/call.ts";
import type { BusinessPage } from "./business-pages.ts";
import { callsOf, type ApproachLine, type Call } from "./call-list.ts";
import type { CallQuestionPage } from "./call-questions.ts";
import type { ReadingContext } from "./reading-context.ts";
import { savedProposalPagesOf } from "./saved-proposal-pages.ts";

/** Saved candidates the list reads, those changed last first: each is scored anew for every likely answer. */
export const CALLED_CANDIDATES_MAX = 50;

type SavedProposalPage = Awaited<ReturnType<typeof savedProposalPagesOf>>[number];

/** A business to call about some candidates, and what to ask it. */
export interface CallEntry {
  readonly call: {
    readonly business: BusinessPage;
    /** It may have been approached about several. */
    readonly approached: null;
    readonly questions: readonly (CallQuestionPage & { readonly gain: number; readonly reason: string })[];
  };
  readonly approaches: readonly { readonly proposal: SavedProposalPage; readonly line: ApproachLine }[];
}

/** Whom to call over all saved candidates, and how many candidates were read and left out. */
export interface WholeCallList {
  readonly entries: readonly CallEntry[];
  readonly candidates: number;
  readonly leftOut: number;
}

/** Whom to call or visit over all saved candidates: a business stands once, what moves candidates most first. */
export async function listAllCalls(ctx: ReadingContext): Promise<WholeCallList> {
  requireAccess(ctx.viewer, "proposal.read");
  const [saved, count] = await ctx.em.findAndCount(
    ProposalRecord,
    { state: "SAVED" },
    { orderBy: { changedAt: "desc", id: "desc" }, limit: CALLED_CANDIDATES_MAX, disableIdentityMap: true },
  );
  const pages = await savedProposalPagesOf(ctx, saved);
  const about = new Map<string, CallAbout[]>();
  for (const [at, candidate] of saved.entries()) {
    const proposal = pages[at];
    if (!proposal) continue;
    for (const call of await callsOf(ctx, candidate)) {
      const id = call.business.musubiNumber;
      about.set(id, [...(about.get(id) ?? []), { ...call, proposal }]);
    }
  }
  const entries = [...about.values()].flatMap((calls) => entryOf(ctx, calls));
  return {
    entries: entries.sort((a, b) => mostOf(b) - mostOf(a) || b.approaches.length - a.approaches.length),
    ...{ candidates: saved.length, leftOut: count - saved.length },
  };
}

type CallAbout = Call & { readonly proposal: SavedProposalPage };

function entryOf(ctx: ReadingContext, calls: readonly CallAbout[]): CallEntry[] {
  const [first] = calls;
  if (!first) return [];
  const facts = new Set(calls.flatMap(({ questions }) => questions.map(({ fact }) => fact)));
  const questions = [...facts].flatMap((fact) => questionOf(ctx, fact, calls));
  return [
    {
      call: { business: first.business, approached: null, questions: questions.sort((a, b) => b.gain - a.gain) },
      approaches: calls.map(({ proposal, line }) => ({ proposal, line })),
    },
  ];
}

/** One fact asked for once, with the likely answers of all its candidates. */
function questionOf(ctx: ReadingContext, fact: string, calls: readonly CallAbout[]): CallEntry["call"]["questions"] {
  const own = calls.flatMap(({ proposal, questions }) =>
    questions.filter((question) => question.fact === fact).map((question) => ({ proposal, question })),
  );
  const [first] = own;
  if (!first) return [];
  const { asked: _asked, ...page } = first.question;
  const about = own.map(({ proposal, question }): AskedAbout => ({
    candidate: proposal.name,
    question: question.asked,
  }));
  const answers = new Map(
    own.flatMap(({ question }) => question.answers.map((answer) => [answer.text, answer] as const)),
  );
  const kinds = own.map(({ question }) => question.answerKind);
  return [
    {
      ...{ ...page, answers: [...answers.values()], answerKind: kinds.find((kind) => kind !== "WRITTEN") ?? "WRITTEN" },
      gain: about.reduce((sum, { question }) => sum + question.gain, 0),
      reason: callReasonsText(about, ctx.language),
    },
  ];
}

const mostOf = ({ call }: CallEntry) => call.questions[0]?.gain ?? 0;
