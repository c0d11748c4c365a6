import { requireAccess } from "#domain/access/decide.ts";
import { compareBytes } from "#matching/byte-order.ts";
import { ProposalRecord } from "#persistence/proposal-record.ts";
import type { AnsweredQuestion } from "#persistence/stored-answer.ts";
import type { ReadingContext } from "./reading-context.ts";
import { savedProposalPagesOf } from "./saved-proposal-pages.ts";

/**
 * Which of an answer's candidates somebody worked on, whether found in this run or in another: the same businesses
 * for the same purpose.
 */
export async function listCandidateMarks(ctx: ReadingContext, { question, answer }: AnsweredQuestion) {
  requireAccess(ctx.viewer, "proposal.read");
  const rankOf = new Map(answer.proposals.map(({ rank, members }) => [memberKeyOf(members), rank]));
  const found = await ctx.em.find(ProposalRecord, {
    purpose: question.purpose,
    memberKey: { $in: [...rankOf.keys()] },
    state: { $ne: "TAKEN_BACK" },
  });
  const pages = await savedProposalPagesOf(ctx, found);
  return pages.map((proposal, index) => ({ rank: rankOf.get(found[index]?.memberKey ?? "") ?? 0, proposal }));
}

/** The same businesses, in whatever order, have the same key. */
export function memberKeyOf(memberIds: readonly string[]): string {
  return [...new Set(memberIds)].toSorted(compareBytes).join(",");
}
