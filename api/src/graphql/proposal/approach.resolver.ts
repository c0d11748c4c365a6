import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { noteApproach, undoApproach } from "#commands/note-approach.ts";
import type { Decision } from "#domain/decision.ts";
import { listApproaches, listApproachesOfBusiness, listDueApproaches } from "#queries/approach-pages.ts";
import { idOf } from "#queries/global-id.ts";
import { wholeConnectionOf } from "#queries/page.ts";
import { findSavedProposalPage } from "#queries/saved-proposal-pages.ts";
import type { CommandProblem } from "#words/problem.ts";
import { BusinessType } from "../business/business.type.ts";
import type { Connection } from "../connection.ts";
import type { GraphqlContext } from "../context.ts";
import { PageArguments, pageRequest } from "../page.ts";
import { problemsOf, type ProblemType } from "../problem.type.ts";
import { withoutNulls } from "../without-nulls.ts";
import {
  ApproachedInput,
  ApproachLineType,
  CandidateApproachConnectionType,
  CandidateApproachType,
  NoteApproachInput,
  NoteApproachPayload,
  UndoApproachPayload,
} from "./approach.type.ts";
import { SavedProposalType } from "./saved-proposal.type.ts";

/** How far a candidate's businesses were approached takes two reads. */
const COST_OF_APPROACHES = 100;

@Resolver(() => SavedProposalType)
export class ApproachResolver {
  @FieldResolver(() => [ApproachLineType], {
    complexity: COST_OF_APPROACHES,
    description: "How far each of its businesses was approached.",
  })
  approaches(@Root() { id, stored }: SavedProposalType, @Ctx() ctx: GraphqlContext): Promise<ApproachLineType[]> {
    return listApproaches(ctx, idOf("SavedProposal", id), stored.proposal.members);
  }

  @Query(() => CandidateApproachConnectionType, {
    description:
      "Businesses that were asked and have not been spoken with for three working days or more; the longest first.",
  })
  async dueApproaches(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Connection<CandidateApproachType>> {
    return wholeConnectionOf(await listDueApproaches(ctx), pageRequest(page));
  }

  @Mutation(() => NoteApproachPayload, { description: "Notes that a business was approached about a candidate." })
  async noteApproach(
    @Arg("input", () => NoteApproachInput, { description: "The approach." }) input: NoteApproachInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    const { state, channel, outcome, on = ctx.today(), note = "" } = withoutNulls(input);
    return answer(ctx, await noteApproach(ctx, approachedOf(input), { state, channel, outcome, on, note }));
  }

  @Mutation(() => UndoApproachPayload, { description: "Takes back the viewer's own last approach to a business." })
  async undoApproach(
    @Arg("input", () => ApproachedInput, { description: "Candidate and business." }) input: ApproachedInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    return answer(ctx, await undoApproach(ctx, approachedOf(input)));
  }
}

@Resolver(() => BusinessType)
export class BusinessApproachResolver {
  @FieldResolver(() => [CandidateApproachType], {
    complexity: COST_OF_APPROACHES,
    description: "The saved candidates it is in, with how far it was approached about each.",
  })
  approaches(@Root() { id }: BusinessType, @Ctx() ctx: GraphqlContext): Promise<CandidateApproachType[]> {
    return listApproachesOfBusiness(ctx, idOf("Business", id));
  }
}

interface Answer {
  proposal: SavedProposalType | null;
  problems: ProblemType[];
}

function approachedOf({ proposalId, businessId }: ApproachedInput) {
  return { proposalId: idOf("SavedProposal", proposalId), businessId: idOf("Business", businessId) };
}

async function answer(
  ctx: GraphqlContext,
  decision: Decision<{ readonly proposalId: string }, CommandProblem>,
): Promise<Answer> {
  const proposal = decision.accepted ? await findSavedProposalPage(ctx, decision.change.proposalId) : null;
  return { proposal, problems: problemsOf(decision, ctx.language) };
}
