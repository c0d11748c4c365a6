import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { addGroupMember } from "#commands/add-group-member.ts";
import { advanceGroup } from "#commands/advance-group.ts";
import { changeGroupMember } from "#commands/change-group-member.ts";
import { startGroup } from "#commands/start-group.ts";
import { undoGroupStage } from "#commands/undo-group-stage.ts";
import type { Decision } from "#domain/decision.ts";
import { idOf, readGlobalId } from "#queries/global-id.ts";
import { findGroupPage, listGroupEvents, listGroups } from "#queries/group-pages.ts";
import type { CommandProblem } from "#words/problem.ts";
import { groupProposalPage } from "#queries/proposal-pages.ts";
import type { Connection } from "../connection.ts";
import type { GraphqlContext } from "../context.ts";
import { withoutNulls } from "../without-nulls.ts";
import { ProposalType } from "../discovery/proposal.type.ts";
import { PageArguments, pageRequest } from "../page.ts";
import { problemsOf, type ProblemType } from "../problem.type.ts";
import {
  AddGroupMemberInput,
  AddGroupMemberPayload,
  AdvanceGroupInput,
  AdvanceGroupPayload,
  ChangeGroupMemberInput,
  ChangeGroupMemberPayload,
  GroupConnectionType,
  GroupEventConnectionType,
  GroupType,
  StartGroupInput,
  StartGroupPayload,
  UndoGroupStageInput,
  UndoGroupStagePayload,
  type GroupEventType,
} from "./group.type.ts";

/** Characters of a key that are kept. */
const START_KEY_MAX = 64;

@Resolver(() => GroupType)
export class GroupResolver {
  @Query(() => GroupConnectionType, { description: "The federation's groups, newest first." })
  groups(@Args(() => PageArguments) page: PageArguments, @Ctx() ctx: GraphqlContext): Promise<Connection<GroupType>> {
    return listGroups(ctx, pageRequest(page));
  }

  @Query(() => GroupType, { nullable: true, description: "One group; null where there is none for this viewer." })
  async group(
    @Arg("id", () => ID, { description: "The group's id." }) id: string,
    @Ctx() ctx: GraphqlContext,
  ): Promise<GroupType | null> {
    const read = readGlobalId(id);
    return findGroupPage(ctx, read?.kind === "Group" ? read.id : undefined);
  }

  @FieldResolver(() => GroupEventConnectionType, { description: "What happened to it, newest first." })
  history(
    @Root() group: GroupType,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Connection<GroupEventType>> {
    return listGroupEvents(ctx, idOf("Group", group.id), pageRequest(page));
  }

  @FieldResolver(() => ProposalType, {
    nullable: true,
    description: "The analysis it was started with, as it was then.",
  })
  async proposal(@Root() { storedProposal }: GroupType, @Ctx() ctx: GraphqlContext): Promise<ProposalType | null> {
    return storedProposal ? groupProposalPage(ctx, storedProposal) : null;
  }

  @Mutation(() => StartGroupPayload, { description: "Starts a group of businesses of the own federation." })
  async startGroup(
    @Arg("input", () => StartGroupInput, { description: "The group." }) input: StartGroupInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    const { name, purpose, discoveryId, rank, proposalId, startKey } = withoutNulls(input);
    const decision = await startGroup(ctx, {
      name,
      purpose,
      memberIds: input.memberIds.map((id) => idOf("Business", id)),
      from: discoveryId && rank !== undefined ? { discoveryId: idOf("Discovery", discoveryId), rank } : undefined,
      proposalId: proposalId ? idOf("SavedProposal", proposalId) : undefined,
      startKey: startKey?.slice(0, START_KEY_MAX),
    });
    return answer(ctx, decision.accepted ? decision.change.groupId : undefined, decision);
  }

  @Mutation(() => AddGroupMemberPayload, { description: "Adds a business to a group as a candidate." })
  async addGroupMember(
    @Arg("input", () => AddGroupMemberInput, { description: "Group and business." }) input: AddGroupMemberInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    const seen = { id: idOf("Group", input.groupId), version: input.version };
    return answer(ctx, seen.id, await addGroupMember(ctx, seen, idOf("Business", input.businessId)));
  }

  @Mutation(() => ChangeGroupMemberPayload, { description: "Records how far a member has come, or that it left." })
  async changeGroupMember(
    @Arg("input", () => ChangeGroupMemberInput, { description: "Group, business and state." })
    input: ChangeGroupMemberInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    const seen = { id: idOf("Group", input.groupId), version: input.version };
    const wanted = { businessId: idOf("Business", input.businessId), state: input.state };
    return answer(ctx, seen.id, await changeGroupMember(ctx, seen, wanted));
  }

  @Mutation(() => AdvanceGroupPayload, {
    description: "Moves a group to another stage: the next by evidence, any other by an override with its reason.",
  })
  async advanceGroup(
    @Arg("input", () => AdvanceGroupInput, { description: "The move." }) input: AdvanceGroupInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    const seen = { id: idOf("Group", input.groupId), version: input.version };
    return answer(ctx, seen.id, await advanceGroup(ctx, seen, withoutNulls(input)));
  }

  @Mutation(() => UndoGroupStagePayload, { description: "Takes back the viewer's own last move, within half an hour." })
  async undoGroupStage(
    @Arg("input", () => UndoGroupStageInput, { description: "The group." }) input: UndoGroupStageInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<Answer> {
    const seen = { id: idOf("Group", input.groupId), version: input.version };
    return answer(ctx, seen.id, await undoGroupStage(ctx, seen));
  }
}

interface Answer {
  group: GroupType | null;
  problems: ProblemType[];
}

async function answer(
  ctx: GraphqlContext,
  groupId: string | undefined,
  decision: Decision<unknown, CommandProblem>,
): Promise<Answer> {
  const group = decision.accepted ? await findGroupPage(ctx, groupId) : null;
  return { group, problems: problemsOf(decision, ctx.language) };
}
