import { Field, ID, Int, InputType, ObjectType, registerEnumType } from "type-graphql";
import { GROUP_EVENT_KINDS, type GroupEventKind } from "#domain/group/history.ts";
import { MEMBER_STATES, type MemberState } from "#domain/group/member.ts";
import { GROUP_STAGES, type GroupStage } from "#domain/group/stage.ts";
import type { PlainDate } from "#domain/calendar.ts";
import type { ProposalWithQuestion } from "#persistence/stored-answer.ts";
import { groupEventSentence, memberStateName, stageName } from "#words/group.ts";
import { BusinessType } from "../business/business.type.ts";
import { connectionType } from "../connection.ts";
import { enumOf } from "../enum.ts";
import { NodeType } from "../node.type.ts";
import { ProblemType } from "../problem.type.ts";
import { DateTimeScalar, PlainDateScalar } from "../scalars.ts";

const GroupStageEnum = enumOf(GROUP_STAGES);
registerEnumType(GroupStageEnum, {
  name: "GroupStage",
  description: "The way of a group, in order.",
  valuesConfig: Object.fromEntries(
    GROUP_STAGES.map((stage) => [stage, { description: `${stageName(stage, "ja")}: ${stageName(stage, "en")}.` }]),
  ),
});

const MemberStateEnum = enumOf(MEMBER_STATES);
registerEnumType(MemberStateEnum, {
  name: "MemberState",
  description: "How far a business has come into a group.",
  valuesConfig: Object.fromEntries(
    MEMBER_STATES.map((state) => [
      state,
      { description: `${memberStateName(state, "ja")}: ${memberStateName(state, "en")}.` },
    ]),
  ),
});

const GroupEventKindEnum = enumOf(GROUP_EVENT_KINDS);
const anyEvent = { fromStage: null, toStage: null, businessName: undefined, memberState: null };
registerEnumType(GroupEventKindEnum, {
  name: "GroupEventKind",
  description: "What can happen to a group.",
  valuesConfig: Object.fromEntries(
    GROUP_EVENT_KINDS.map((kind) => [kind, { description: groupEventSentence({ kind, ...anyEvent }, "ja") }]),
  ),
});

@ObjectType("NextStep", { description: "What is to be done now." })
export class NextStepType {
  @Field(() => String, { description: "今やること, a sentence without its full stop." })
  action!: string;

  @Field(() => String, { description: "Who does it." })
  who!: string;

  @Field(() => String, { description: "What shows that it is done; empty at the end of the way." })
  evidence!: string;

  @Field(() => GroupStageEnum, {
    nullable: true,
    description: "The stage that is then entered; null at the end of the way.",
  })
  toStage!: GroupStage | null;

  @Field(() => String, { nullable: true, description: "That stage in words." })
  toStageName!: string | null;
}

@ObjectType("GroupMember", { description: "A business in a group." })
export class GroupMemberType {
  @Field(() => BusinessType, { description: "The business." })
  business!: BusinessType;

  @Field(() => MemberStateEnum, { description: "How far it has come." })
  state!: MemberState;

  @Field(() => String, { description: "That in words." })
  stateName!: string;

  @Field(() => PlainDateScalar, { description: "Since when it is so." })
  since!: PlainDate;
}

@ObjectType("GroupEvent", { description: "One thing that happened to a group. The history only grows." })
export class GroupEventType {
  @Field(() => ID, { description: "Opaque and lasting." })
  id!: string;

  @Field(() => GroupEventKindEnum, { description: "What happened." })
  kind!: GroupEventKind;

  @Field(() => String, { description: "What happened, as a sentence." })
  sentence!: string;

  @Field(() => DateTimeScalar, { description: "When it was recorded." })
  at!: Date;

  @Field(() => String, { description: "Who recorded it." })
  by!: string;

  @Field(() => GroupStageEnum, { nullable: true, description: "The stage it left." })
  fromStage!: GroupStage | null;

  @Field(() => GroupStageEnum, { nullable: true, description: "The stage it entered." })
  toStage!: GroupStage | null;

  @Field(() => String, { nullable: true, description: "What shows it." })
  evidenceNote!: string | null;

  @Field(() => PlainDateScalar, { nullable: true, description: "The day it happened." })
  evidenceOn!: PlainDate | null;

  @Field(() => String, { nullable: true, description: "Why the way was left, where it was." })
  overrideReason!: string | null;
}

export const GroupEventConnectionType = connectionType("GroupEvent", () => GroupEventType);

@ObjectType("Group", { implements: NodeType, description: "Businesses on their way to working together." })
export class GroupType extends NodeType {
  @Field(() => String, { description: "Its name, given by the coordinator." })
  name!: string;

  @Field(() => String, { description: "Code of the purpose it was started for." })
  purpose!: string;

  @Field(() => String, { description: "The purpose in words." })
  purposeName!: string;

  @Field(() => GroupStageEnum, { description: "Where on its way it is." })
  stage!: GroupStage;

  @Field(() => String, { description: "The stage in words." })
  stageName!: string;

  @Field(() => PlainDateScalar, { description: "Since when it is there." })
  stageSince!: PlainDate;

  @Field(() => [GroupStageEnum], { description: "The stages of the way of its legal form, in order." })
  way!: GroupStage[];

  @Field(() => NextStepType, { description: "What is to be done now." })
  nextStep!: NextStepType;

  @Field(() => [GroupMemberType], { description: "Its businesses, by name." })
  members!: GroupMemberType[];

  @Field(() => Int, { description: "How many businesses are in it." })
  memberCount!: number;

  /** The analysis it was started with; worded by the resolver only when asked for. */
  storedProposal!: ProposalWithQuestion | null;

  @Field(() => ID, {
    nullable: true,
    description: "The saved proposal it was started from; null where it was of none.",
  })
  savedProposalId!: string | null;

  @Field(() => PlainDateScalar, { description: "The day it was started." })
  startedOn!: PlainDate;

  @Field(() => Int, { description: "Goes up with each change; a change names the version it saw." })
  version!: number;

  @Field(() => Boolean, { description: "Whether the viewer may move it." })
  viewerCanAdvance!: boolean;

  @Field(() => Boolean, { description: "Whether the viewer may take back the last move." })
  viewerCanUndoStage!: boolean;
}

export const GroupConnectionType = connectionType("Group", () => GroupType);

@InputType("StartGroupInput", { description: "A group to start." })
export class StartGroupInput {
  @Field(() => String, { description: "Its name, at most 60 characters." })
  name!: string;

  @Field(() => String, { description: "Code of its purpose." })
  purpose!: string;

  @Field(() => [ID], { description: "Its businesses, at least two." })
  memberIds!: string[];

  @Field(() => ID, { nullable: true, description: "The discovery it comes from." })
  discoveryId?: string;

  @Field(() => Int, {
    nullable: true,
    description: "Its rank there; the candidate is saved first, and its analysis kept with the group.",
  })
  rank?: number;

  @Field(() => ID, { nullable: true, description: "The saved proposal it comes from; it becomes one group." })
  proposalId?: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Any text of at most 64 characters that names this press of a button: the same again is the same group.",
  })
  startKey?: string;
}

@InputType("AddGroupMemberInput", { description: "A business to add to a group." })
export class AddGroupMemberInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;

  @Field(() => ID, { description: "The business." })
  businessId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  version!: number;
}

@InputType("ChangeGroupMemberInput", { description: "How far a member has come." })
export class ChangeGroupMemberInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;

  @Field(() => ID, { description: "The business." })
  businessId!: string;

  @Field(() => MemberStateEnum, { description: "Its new state; LEFT for one that left." })
  state!: MemberState;

  @Field(() => Int, { description: "The version that was seen." })
  version!: number;
}

@InputType("AdvanceGroupInput", {
  description: "A move to another stage, with what shows it or why it is made all the same.",
})
export class AdvanceGroupInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  version!: number;

  @Field(() => GroupStageEnum, { description: "The stage to enter." })
  toStage!: GroupStage;

  @Field(() => String, { nullable: true, description: "What shows that it was reached; needed without a reason." })
  evidenceNote?: string;

  @Field(() => PlainDateScalar, {
    nullable: true,
    description: "The day it happened, today at the latest; needed without a reason.",
  })
  evidenceOn?: PlainDate;

  @Field(() => String, { nullable: true, description: "Why a stage is skipped or gone back to; stays in the history." })
  overrideReason?: string;
}

@InputType("UndoGroupStageInput", { description: "A move to take back." })
export class UndoGroupStageInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  version!: number;
}

abstract class GroupPayload {
  group!: GroupType | null;
  problems!: ProblemType[];
}

/** A payload with a group or the problems; GraphQL wants one type a mutation. */
function groupPayload(name: string) {
  @ObjectType(name, { description: "Exactly one of the two is filled." })
  class PayloadType extends GroupPayload {
    @Field(() => GroupType, { nullable: true, description: "The group as it is now; null where it was refused." })
    declare group: GroupType | null;

    @Field(() => [ProblemType], { description: "Why it was refused." })
    declare problems: ProblemType[];
  }
  return PayloadType;
}

export const StartGroupPayload = groupPayload("StartGroupPayload");
export const AddGroupMemberPayload = groupPayload("AddGroupMemberPayload");
export const ChangeGroupMemberPayload = groupPayload("ChangeGroupMemberPayload");
export const AdvanceGroupPayload = groupPayload("AdvanceGroupPayload");
export const UndoGroupStagePayload = groupPayload("UndoGroupStagePayload");
