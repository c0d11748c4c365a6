import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { askAgain } from "#commands/ask-again.ts";
import { cancelDiscovery } from "#commands/cancel-discovery.ts";
import { completeGroup } from "#commands/complete-group.ts";
import { discoverGroups } from "#commands/discover-groups.ts";
import { findGroupsAround } from "#commands/groups-around.ts";
import { scoreGroup } from "#commands/score-group.ts";
import { startDiscovery } from "#commands/start-discovery.ts";
import { tryGroups } from "#commands/try-groups.ts";
import { explainWhyNot } from "#commands/why-not.ts";
import { listCandidateMarks } from "#queries/candidate-marks.ts";
import { completionPage } from "#queries/completion-page.ts";
import { askedQuestionPage, findDiscoveryPage, listDiscoveries } from "#queries/discovery-pages.ts";
import { idOf, readGlobalId } from "#queries/global-id.ts";
import { groupsAroundPage } from "#queries/groups-around-page.ts";
import { answerPage, scoredProposalPage } from "#queries/proposal-pages.ts";
import { whyNotPage } from "#queries/why-not-page.ts";
import { triedGroupPages } from "#queries/tried-group-pages.ts";
import type { Connection } from "../connection.ts";
import type { GraphqlContext } from "../context.ts";
import { PageArguments, pageRequest } from "../page.ts";
import { problemsOf, requireNoProblems } from "../problem.type.ts";
import { CandidateMarkType } from "../proposal/saved-proposal.type.ts";
import { GroupCompletionType } from "./completion.type.ts";
import { GroupsAroundType } from "./groups-around.type.ts";
import { ProposalType, WhyNotType } from "./proposal.type.ts";
import {
  AskAgainInput,
  AskAgainPayload,
  AskedQuestionType,
  CancelDiscoveryInput,
  CancelDiscoveryPayload,
  DiscoveryConnectionType,
  DiscoveryQuestionInput,
  DiscoveryResultType,
  DiscoveryType,
  StartDiscoveryInput,
  StartDiscoveryPayload,
} from "./discovery.type.ts";
import { requestOf } from "./request.ts";
import { TriedGroupType, TryGroupsArguments } from "./try-groups.type.ts";

/** A search takes a core for seconds: two of them are all one request may ask for. */
const COST_OF_A_SEARCH = 25_000;
/** Wording a kept answer reads its members: a page of questions asks for few answers. */
const COST_OF_AN_ANSWER = 500;
/** A look at one business takes a core for about a second. */
const COST_OF_A_LOOK = 12_000;
/** The groups of one business take a core for a tenth of a second. */
const COST_OF_GROUPS_AROUND = 4_000;
/** A score of a group that is handed in takes a read and a millisecond. */
const COST_OF_A_SCORE = 1_000;

/** A group put together on the screen: each with some hundred scores of groups like it, some ten milliseconds. */
const COST_OF_A_TRY = 5_000;

/** The business an id names; undefined for what names none, which is told with the group. */
function businessIdOf(text: string): string | undefined {
  const read = readGlobalId(text);
  return read?.kind === "Business" ? read.id : undefined;
}

@Resolver(() => DiscoveryType)
export class DiscoveryResolver {
  @Query(() => DiscoveryType, {
    nullable: true,
    description: "One question with its answer; null where there is none.",
  })
  discovery(
    @Arg("id", () => ID, { description: "The discovery's id." }) id: string,
    @Ctx() ctx: GraphqlContext,
  ): Promise<DiscoveryType | null> {
    const read = readGlobalId(id);
    return findDiscoveryPage(ctx, read?.kind === "Discovery" ? read.id : undefined);
  }

  @FieldResolver(() => DiscoveryResultType, {
    nullable: true,
    complexity: COST_OF_AN_ANSWER,
    description: "The answer; null while there is none.",
  })
  async result(@Root() { stored }: DiscoveryType, @Ctx() ctx: GraphqlContext): Promise<DiscoveryResultType | null> {
    return stored ? answerPage(ctx, stored) : null;
  }

  @FieldResolver(() => [CandidateMarkType], {
    complexity: COST_OF_AN_ANSWER,
    description: "Which of the answer's candidates somebody worked on, in this run or in another.",
  })
  async marks(@Root() { stored }: DiscoveryType, @Ctx() ctx: GraphqlContext): Promise<CandidateMarkType[]> {
    return stored ? listCandidateMarks(ctx, stored) : [];
  }

  @FieldResolver(() => AskedQuestionType, {
    complexity: COST_OF_A_SCORE,
    description: "The question in codes, to ask it again with changes.",
  })
  asked(@Root() { question }: DiscoveryType, @Ctx() ctx: GraphqlContext): Promise<AskedQuestionType> {
    return askedQuestionPage(ctx, question);
  }

  @Query(() => DiscoveryConnectionType, { description: "The questions asked in this federation, newest first." })
  discoveries(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Connection<DiscoveryType>> {
    return listDiscoveries(ctx, pageRequest(page));
  }

  @Query(() => DiscoveryResultType, {
    complexity: COST_OF_A_SEARCH,
    description:
      "Answers a question at once and keeps nothing; for scripts. A wrong question is an error BAD_USER_INPUT.",
  })
  async discoverGroups(
    @Arg("question", () => DiscoveryQuestionInput, { description: "The question." }) question: DiscoveryQuestionInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<DiscoveryResultType> {
    const answer = requireNoProblems(await discoverGroups(ctx, requestOf(question)), ctx.language);
    return answerPage(ctx, answer);
  }

  @Query(() => ProposalType, {
    complexity: COST_OF_A_SCORE,
    description:
      "Scores a group that is handed in, also where a rule fails. A wrong question is an error BAD_USER_INPUT.",
  })
  async scoreGroup(
    @Arg("question", () => DiscoveryQuestionInput, { description: "The question." }) question: DiscoveryQuestionInput,
    @Arg("memberIds", () => [ID], { description: "The businesses, 1 to 50." }) memberIds: string[],
    @Ctx() ctx: GraphqlContext,
  ): Promise<ProposalType> {
    const ids = memberIds.map((id) => idOf("Business", id));
    const scored = requireNoProblems(await scoreGroup(ctx, requestOf(question), ids), ctx.language);
    return scoredProposalPage(ctx, scored);
  }

  @Query(() => WhyNotType, {
    complexity: COST_OF_A_LOOK,
    description: "Where one business stands in the answer of a discovery: its groups, or why it is in none.",
  })
  async whyNot(
    @Arg("discoveryId", () => ID, { description: "The discovery." }) discoveryId: string,
    @Arg("businessId", () => ID, { description: "The business." }) businessId: string,
    @Ctx() ctx: GraphqlContext,
  ): Promise<WhyNotType> {
    const asked = { discoveryId: idOf("Discovery", discoveryId), businessId: idOf("Business", businessId) };
    return whyNotPage(ctx, requireNoProblems(await explainWhyNot(ctx, asked), ctx.language));
  }

  @Query(() => GroupsAroundType, {
    complexity: COST_OF_GROUPS_AROUND,
    description:
      "The groups one business can be in, found at once and kept nowhere. A wrong question is an error BAD_USER_INPUT.",
  })
  async groupsAround(
    @Arg("businessId", () => ID, { description: "The business." }) businessId: string,
    @Arg("purpose", () => String, {
      nullable: true,
      description: "Code of the purpose; absent: the first the business is open to.",
    })
    purpose: string | null | undefined,
    @Ctx() ctx: GraphqlContext,
  ): Promise<GroupsAroundType> {
    const asked = { businessId: idOf("Business", businessId), purpose: purpose ?? undefined };
    return groupsAroundPage(ctx, requireNoProblems(await findGroupsAround(ctx, asked), ctx.language));
  }

  @Query(() => [TriedGroupType], {
    complexity: ({ args, childComplexity }) =>
      childComplexity + COST_OF_A_TRY * (Array.isArray(args["groups"]) ? args["groups"].length : 1),
    description:
      "Scores groups somebody puts together by the question of a discovery and what is known today, each with what taking a member out would change and who could join. What is wrong with a group is told with it.",
  })
  async tryGroups(
    @Args(() => TryGroupsArguments) { discoveryId, groups, weights }: TryGroupsArguments,
    @Ctx() ctx: GraphqlContext,
  ): Promise<TriedGroupType[]> {
    const ids = groups.map((group) => group.map(businessIdOf));
    const request = { discoveryId: idOf("Discovery", discoveryId), groups: ids, weights: weights ?? undefined };
    return triedGroupPages(ctx, requireNoProblems(await tryGroups(ctx, request), ctx.language));
  }

  @Query(() => GroupCompletionType, {
    complexity: COST_OF_A_SEARCH,
    description:
      "Who is missing in a group: the smallest sets of further members that make it lawful and meet what the demand asks. A wrong question is an error BAD_USER_INPUT.",
  })
  async completeGroup(
    @Arg("question", () => DiscoveryQuestionInput, { description: "The question." }) question: DiscoveryQuestionInput,
    @Arg("memberIds", () => [ID], { description: "The businesses there are, 1 to 50." }) memberIds: string[],
    @Ctx() ctx: GraphqlContext,
  ): Promise<GroupCompletionType> {
    const ids = memberIds.map((id) => idOf("Business", id));
    return completionPage(ctx, requireNoProblems(await completeGroup(ctx, requestOf(question), ids), ctx.language));
  }

  @Mutation(() => StartDiscoveryPayload, { description: "Asks a question; a job answers it." })
  async startDiscovery(
    @Arg("input", () => StartDiscoveryInput, { description: "The question." }) { question }: StartDiscoveryInput,
    @Ctx() ctx: GraphqlContext,
  ) {
    const decision = await startDiscovery(ctx, requestOf(question));
    const discovery = decision.accepted ? await findDiscoveryPage(ctx, decision.change.discoveryId) : null;
    return { discovery, problems: problemsOf(decision, ctx.language) };
  }

  @Mutation(() => AskAgainPayload, {
    description: "Asks a question that was asked before once more, with other weights; a job answers it.",
  })
  async askAgain(
    @Arg("input", () => AskAgainInput, { description: "The question and the weights." }) input: AskAgainInput,
    @Ctx() ctx: GraphqlContext,
  ) {
    const discoveryId = idOf("Discovery", input.discoveryId);
    const decision = await askAgain(ctx, { discoveryId, weights: input.weights });
    const discovery = decision.accepted ? await findDiscoveryPage(ctx, decision.change.discoveryId) : null;
    return { discovery, problems: problemsOf(decision, ctx.language) };
  }

  @Mutation(() => CancelDiscoveryPayload, {
    description: "Stops the answering of a question; an answered one stays answered.",
  })
  async cancelDiscovery(
    @Arg("input", () => CancelDiscoveryInput, { description: "The discovery." }) input: CancelDiscoveryInput,
    @Ctx() ctx: GraphqlContext,
  ) {
    const id = idOf("Discovery", input.discoveryId);
    await cancelDiscovery(ctx, id);
    return { discovery: await findDiscoveryPage(ctx, id), problems: [] };
  }
}
