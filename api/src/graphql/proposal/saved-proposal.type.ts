import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import {
  DISMISSAL_REASONS,
  PROPOSAL_EVENT_KINDS,
  PROPOSAL_STATES,
  type DismissalReason,
  type ProposalEventKind,
  type ProposalState,
} from "#domain/proposal/proposal.ts";
import type { ProposalWithQuestion } from "#persistence/stored-answer.ts";
import { PROPOSAL_SORTS, type ProposalSort } from "#queries/saved-proposal-pages.ts";
import { BusinessType } from "../business/business.type.ts";
import { connectionType } from "../connection.ts";
import { BandEnum } from "../discovery/proposal.type.ts";
import { enumOf } from "../enum.ts";
import { NodeType } from "../node.type.ts";
import { PageArguments } from "../page.ts";
import { ProblemType } from "../problem.type.ts";
import { DateTimeScalar } from "../scalars.ts";

const ProposalStateEnum = enumOf(PROPOSAL_STATES);
registerEnumType(ProposalStateEnum, {
  name: "SavedProposalState",
  description: "What became of a candidate somebody worked on.",
  valuesConfig: {
    SAVED: { description: "Kept for later." },
    DISMISSED: { description: "Not followed, for a reason." },
    STARTED: { description: "A group was started from it." },
    TAKEN_BACK: { description: "Its saving was taken back; only its history is left." },
  },
});

const DismissalReasonEnum = enumOf(DISMISSAL_REASONS);
registerEnumType(DismissalReasonEnum, {
  name: "DismissalReason",
  description: "Why a candidate is not followed; for the federation's staff alone.",
  valuesConfig: {
    WORKING_TOGETHER: { description: "すでに連携している: they work together already." },
    NOT_ON_TERMS: { description: "関係がよくない: they are not on good terms." },
    BAD_TIMING: { description: "時期が合わない: the time is not right." },
    NO_WISH: { description: "事業者の意向がない: the businesses do not wish it." },
    DOES_NOT_FIT: { description: "規模や業種が合わない: sizes or trades do not fit." },
    OTHER: { description: "その他: something else, which the note says." },
  },
});

const ProposalEventKindEnum = enumOf(PROPOSAL_EVENT_KINDS);
registerEnumType(ProposalEventKindEnum, {
  name: "ProposalEventKind",
  description: "What happened to a candidate.",
  valuesConfig: {
    SAVED: { description: "It was saved." },
    RENAMED: { description: "It was given another name." },
    DISMISSED: { description: "It was dismissed." },
    RESTORED: { description: "The dismissal was taken back." },
    TAKEN_BACK: { description: "The saving was taken back." },
    NOTED: { description: "A note was left." },
    STARTED: { description: "A group was started from it." },
  },
});

const ProposalSortEnum = enumOf(PROPOSAL_SORTS);
registerEnumType(ProposalSortEnum, {
  name: "ProposalSort",
  description: "The order of a list of saved proposals.",
  valuesConfig: {
    NEWEST: { description: "What changed last comes first." },
    POINTS: { description: "By the lower bound as it was saved, the highest first." },
    NAME: { description: "By name." },
  },
});

@ArgsType()
export class ProposalListArguments extends PageArguments {
  @Field(() => ProposalStateEnum, {
    nullable: true,
    description: "Only those in this state; absent: all not taken back.",
  })
  state!: ProposalState | null;

  @Field(() => String, { nullable: true, description: "Only those for this purpose, by its code." })
  purpose!: string | null;

  @Field(() => ID, { nullable: true, description: "Only those this business is in." })
  businessId!: string | null;

  @Field(() => String, { nullable: true, description: "Words of a business's name or of the candidate's." })
  search!: string | null;

  @Field(() => ProposalSortEnum, { defaultValue: "NEWEST", description: "The order." })
  sort!: ProposalSort;
}

@ObjectType("ProposalEvent", { description: "One thing that happened to a candidate. The history only grows." })
export class ProposalEventType {
  @Field(() => ID, { description: "Opaque and lasting." })
  id!: string;

  @Field(() => ProposalEventKindEnum, { description: "What happened." })
  kind!: ProposalEventKind;

  @Field(() => String, { description: "What happened, as a sentence." })
  sentence!: string;

  @Field(() => String, { nullable: true, description: "The note that was left with it." })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: "When it was recorded." })
  at!: Date;

  @Field(() => String, { description: "Who recorded it." })
  by!: string;
}

export const ProposalEventConnectionType = connectionType("ProposalEvent", () => ProposalEventType);

@ObjectType("SavedProposal", {
  implements: NodeType,
  description: "A candidate somebody works on, with the analysis it was kept with.",
})
export class SavedProposalType extends NodeType {
  @Field(() => String, { description: "Its name, given by whoever saved it." })
  name!: string;

  @Field(() => String, { description: "Code of its purpose." })
  purpose!: string;

  @Field(() => String, { description: "The purpose in words." })
  purposeName!: string;

  @Field(() => String, { description: "The question it was found by, in one line." })
  summary!: string;

  @Field(() => String, { description: "The form of the question, in words." })
  formName!: string;

  @Field(() => Int, {
    nullable: true,
    description: "Fewest members that form may be founded by, as it was saved; null where no figure was known.",
  })
  foundersMin!: number | null;

  @Field(() => ProposalStateEnum, { description: "What became of it." })
  state!: ProposalState;

  @Field(() => String, { description: "The state in words." })
  stateName!: string;

  @Field(() => DismissalReasonEnum, { nullable: true, description: "Why it was dismissed; null where it is not." })
  reason!: DismissalReason | null;

  @Field(() => String, { nullable: true, description: "That reason in words." })
  reasonName!: string | null;

  @Field(() => String, { nullable: true, description: "What was noted with the reason." })
  reasonNote!: string | null;

  @Field(() => ID, { nullable: true, description: "The run it was found in; null where it was handed in." })
  discoveryId!: string | null;

  @Field(() => Int, { nullable: true, description: "Its place there; null where somebody put it together." })
  rank!: number | null;

  @Field(() => [BusinessType], { description: "Its businesses, also ones that are no longer known." })
  members!: BusinessType[];

  @Field(() => Int, { description: "How many they are." })
  memberCount!: number;

  @Field(() => Int, { description: "Lower bound of the score as it was saved, 0 to 100,000." })
  lower!: number;

  @Field(() => Int, { description: "Upper bound as it was saved." })
  upper!: number;

  @Field(() => Int, { description: "How much of what the score needs was known, permille." })
  coverage!: number;

  @Field(() => [BandEnum], {
    description: "The band as it was saved; those of both bounds where too little was known.",
  })
  bands!: (keyof typeof BandEnum)[];

  @Field(() => String, { description: "The band as it was saved, in words." })
  bandName!: string;

  @Field(() => String, { description: "Version of the terms it was weighed by." })
  terms!: string;

  @Field(() => String, { description: "Version of the calculation it was weighed by." })
  engine!: string;

  @Field(() => String, { description: "Version of the terms that hold today." })
  termsNow!: string;

  @Field(() => String, { description: "Who saved it first." })
  keptBy!: string;

  @Field(() => DateTimeScalar, { description: "When it was saved first." })
  keptAt!: Date;

  @Field(() => String, { description: "Who brought it into its state." })
  changedBy!: string;

  @Field(() => DateTimeScalar, { description: "Since when it is in its state." })
  changedAt!: Date;

  @Field(() => Int, { description: "Goes up with each change; a change names the version it saw." })
  version!: number;

  @Field(() => ID, { nullable: true, description: "The group that was started from it." })
  groupId!: string | null;

  /** The analysis it was kept with; worded by the resolver only when asked for. */
  stored!: ProposalWithQuestion;

  @Field(() => Boolean, { description: "Whether the viewer may work on it." })
  viewerCanChange!: boolean;
}

export const SavedProposalConnectionType = connectionType("SavedProposal", () => SavedProposalType);

@ObjectType("CandidateMark", {
  description: "A candidate of an answer that somebody worked on, in this run or another.",
})
export class CandidateMarkType {
  @Field(() => Int, { description: "Its place among the answer's candidates." })
  rank!: number;

  @Field(() => SavedProposalType, { description: "What became of it." })
  proposal!: SavedProposalType;
}

@InputType("CandidateInput", { description: "A candidate as it was found, or as somebody put it together." })
export class CandidateInput {
  @Field(() => ID, { description: "The run whose question it is weighed by." })
  discoveryId!: string;

  @Field(() => Int, { nullable: true, description: "Its place there." })
  rank?: number;

  @Field(() => [ID], {
    nullable: true,
    description: "Its businesses, where it was put together; it is scored here and now. Either these or the rank.",
  })
  memberIds?: string[];

  @Field(() => String, { description: "The name to remember it by, at most 60 characters." })
  name!: string;
}

@InputType("SaveProposalInput", { description: "A candidate to keep." })
export class SaveProposalInput extends CandidateInput {}

@InputType("DismissProposalInput", {
  description: "A candidate not to follow: one that is kept, or one as it was found.",
})
export class DismissProposalInput {
  @Field(() => ID, { nullable: true, description: "The kept one." })
  proposalId?: string;

  @Field(() => Int, { nullable: true, description: "The version of it that was seen." })
  version?: number;

  @Field(() => CandidateInput, { nullable: true, description: "Or the candidate as it was found." })
  candidate?: CandidateInput;

  @Field(() => DismissalReasonEnum, { nullable: true, description: "Why; one of them is needed." })
  reason?: DismissalReason;

  @Field(() => String, { nullable: true, description: "In which words; needed with OTHER." })
  note?: string;
}

@InputType("SeenProposalInput", { description: "A kept candidate as it was looked at." })
export class SeenProposalInput {
  @Field(() => ID, { description: "The kept candidate." })
  proposalId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  version!: number;
}

@InputType("RenameProposalInput", { description: "Another name for a kept candidate." })
export class RenameProposalInput extends SeenProposalInput {
  @Field(() => String, { description: "The name, at most 60 characters." })
  name!: string;
}

@InputType("NoteProposalInput", { description: "A note on a kept candidate." })
export class NoteProposalInput extends SeenProposalInput {
  @Field(() => String, { description: "The note, at most 1000 characters." })
  note!: string;
}

/** A payload with a proposal or the problems; GraphQL wants one type a mutation. */
function proposalPayload(name: string) {
  @ObjectType(name, { description: "Exactly one of the two is filled." })
  class PayloadType {
    @Field(() => SavedProposalType, { nullable: true, description: "It as it is now; null where it was refused." })
    proposal!: SavedProposalType | null;

    @Field(() => [ProblemType], { description: "Why it was refused." })
    problems!: ProblemType[];
  }
  return PayloadType;
}

export const SaveProposalPayload = proposalPayload("SaveProposalPayload");
export const RenameProposalPayload = proposalPayload("RenameProposalPayload");
export const NoteProposalPayload = proposalPayload("NoteProposalPayload");
export const TakeBackProposalPayload = proposalPayload("TakeBackProposalPayload");
export const DismissProposalPayload = proposalPayload("DismissProposalPayload");
export const RestoreProposalPayload = proposalPayload("RestoreProposalPayload");
