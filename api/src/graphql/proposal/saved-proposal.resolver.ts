import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { dismissProposal } from "#commands/dismiss-proposal.ts";
import { saveProposal } from "#commands/save-proposal.ts";
import { noteProposal, renameProposal, restoreProposal, takeBackProposal } from "#commands/work-on-proposal.ts";
import type { Decision } from "#domain/decision.ts";
import { idOf, readGlobalId } from "#queries/global-id.ts";
import { changesSinceKept, scoreNow } from "#queries/proposal-changes.ts";
import { groupProposalPage } from "#queries/proposal-pages.ts";
import { findSavedProposalPage, listProposalEvents, listSavedProposals } from "#queries/saved-proposal-pages.ts";
import { termsTextOf } from "#queries/terms-pages.ts";
import type { CommandProblem } from "#words/problem.ts";
import type { Connection } from "../connection.ts";
import type { GraphqlContext } from "../context.ts";
import { ProposalType } from "../discovery/proposal.type.ts";
import { PageArguments, pageRequest } from "../page.ts";
import { problemsOf, type ProblemType } from "../problem.type.ts";
import { withoutNulls } from "../without-nulls.ts";
import { candidateOf, dismissedOf } from "./candidate.ts";
import {
  DismissProposalInput,
  DismissProposalPayload,
  NoteProposalInput,
  NoteProposalPayload,
  ProposalEventConnectionType,
  ProposalListArguments,
  RenameProposalInput,
  RenameProposalPayload,
  RestoreProposalPayload,
  SavedProposalConnectionType,
  SavedProposalType,
  SaveProposalInput,
  SaveProposalPayload,
  SeenProposalInput,
  TakeBackProposalPayload,
  type ProposalEventType,
} from "./saved-proposal.type.ts";

/** Wording an analysis reads its members; scoring it anew reads them once more. */
const COST_OF_AN_ANALYSIS = 500;

@Resolver(() => SavedProposalType)
export class SavedProposalResolver {
  @Query(() => SavedProposalConnectionType, { description: "The candidates somebody works on in this federation." })
  proposals(
    @Args(() => ProposalListArguments) args: ProposalListArguments,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Connection<SavedProposalType>> {
    const { state, purpose, businessId, search, sort } = withoutNulls(args);
    const business = businessId ? idOf("Business", businessId) : undefined;
    const request = { state: state ?? undefined, purpose: purpose ?? undefined, search: search ?? undefined, sort };
    return listSavedProposals(ctx, { ...request, businessId: business }, pageRequest(args));
  }

  @Query(() => SavedProposalType, {
    nullable: true,
    description: "One of them; null where there is none for this viewer.",
  })
  async proposal(
    @Arg("id", () => ID, { description: "The saved proposal's id." }) id: string,
    @Ctx() ctx: GraphqlContext,
  ): Promise<SavedProposalType | null> {
    const read = readGlobalId(id);
    return findSavedProposalPage(ctx, read?.kind === "SavedProposal" ? read.id : undefined);
  }

  @FieldResolver(() => ProposalType, {
    complexity: COST_OF_AN_ANALYSIS,
    description: "The analysis it was kept with, as it was then.",
  })
  analysis(@Root() { stored }: SavedProposalType, @Ctx() ctx: GraphqlContext): Promise<ProposalType> {
    return groupProposalPage(ctx, stored);
  }

  @FieldResolver(() => ProposalType, {
    nullable: true,
    complexity: COST_OF_AN_ANALYSIS,
    description: "What the same question says of the same businesses today; null where one of them is no longer known.",
  })
  async analysisNow(@Root() proposal: SavedProposalType, @Ctx() ctx: GraphqlContext): Promise<ProposalType | null> {
    const now = await scoreNow(ctx, proposal);
    return now ? groupProposalPage(ctx, now) : null;
  }

  @FieldResolver(() => String, { description: "Those terms in words: which version, who made it, when and why." })
  termsText(@Root() { terms }: SavedProposalType, @Ctx() ctx: GraphqlContext): Promise<string> {
    return termsTextOf(ctx, terms);
  }

  @FieldResolver(() => String, { description: "The terms that hold today, in words." })
  termsNowText(@Root() { termsNow }: SavedProposalType, @Ctx() ctx: GraphqlContext): Promise<string> {
    return termsTextOf(ctx, termsNow);
  }

  @FieldResolver(() => [String], {
    complexity: COST_OF_AN_ANALYSIS,
    description: "What changed with its businesses since it was kept, a sentence each.",
  })
  changes(@Root() proposal: SavedProposalType, @Ctx() ctx: GraphqlContext): Promise<string[]> {
    return changesSinceKept(ctx, proposal);
  }

  @FieldResolver(() => ProposalEventConnectionType, { description: "What happened to it, newest first." })
  history(
    @Root() proposal: SavedProposalType,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Connection<ProposalEventType>> {
    return listProposalEvents(ctx, idOf("SavedProposal", proposal.id), pageRequest(page));
  }

  @Mutation(() => SaveProposalPayload, {
    description:
      "Keeps a candidate with its analysis. The same businesses for the same purpose are kept once; saving them again shows the one that is there.",
  })
  async saveProposal(
    @Arg("input", () => SaveProposalInput, { description: "The candidate." }) input: SaveProposalInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    return answer(ctx, await saveProposal(ctx, candidateOf(withoutNulls(input)), input.name));
  }

  @Mutation(() => DismissProposalPayload, {
    description: "Dismisses a candidate for a reason; one that was never kept is remembered as dismissed.",
  })
  async dismissProposal(
    @Arg("input", () => DismissProposalInput, { description: "The candidate and the reason." })
    input: DismissProposalInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    const given = withoutNulls(input);
    return answer(ctx, await dismissProposal(ctx, dismissedOf(given), given));
  }

  @Mutation(() => RestoreProposalPayload, { description: "Takes a dismissal back: it is again what it was before." })
  async restoreProposal(
    @Arg("input", () => SeenProposalInput, { description: "The candidate." }) input: SeenProposalInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    return answer(ctx, await restoreProposal(ctx, seenOf(input)));
  }

  @Mutation(() => TakeBackProposalPayload, { description: "Takes the saving of a candidate back; its history stays." })
  async takeBackProposal(
    @Arg("input", () => SeenProposalInput, { description: "The candidate." }) input: SeenProposalInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    return answer(ctx, await takeBackProposal(ctx, seenOf(input)));
  }

  @Mutation(() => RenameProposalPayload, { description: "Gives a kept candidate another name." })
  async renameProposal(
    @Arg("input", () => RenameProposalInput, { description: "Candidate and name." }) input: RenameProposalInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    return answer(ctx, await renameProposal(ctx, seenOf(input), input.name));
  }

  @Mutation(() => NoteProposalPayload, { description: "Leaves a note on a kept candidate; it stays in its history." })
  async noteProposal(
    @Arg("input", () => NoteProposalInput, { description: "Candidate and note." }) input: NoteProposalInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    return answer(ctx, await noteProposal(ctx, seenOf(input), input.note));
  }
}

interface Answer {
  proposal: SavedProposalType | null;
  problems: ProblemType[];
}

function seenOf({ proposalId, version }: SeenProposalInput) {
  return { id: idOf("SavedProposal", proposalId), version };
}

async function answer(
  ctx: GraphqlContext,
  decision: Decision<{ readonly proposalId: string }, CommandProblem>,
): Promise<Answer> {
  const proposal = decision.accepted ? await findSavedProposalPage(ctx, decision.change.proposalId) : null;
  return { proposal, problems: problemsOf(decision, ctx.language) };
}
