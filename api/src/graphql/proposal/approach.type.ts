import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import type { PlainDate } from "#domain/calendar.ts";
import {
  APPROACH_CHANNELS,
  APPROACH_OUTCOMES,
  APPROACH_STATES,
  type ApproachChannel,
  type ApproachOutcome,
  type ApproachState,
  type ApproachUrgency,
} from "#domain/proposal/approach.ts";
import { BusinessType } from "../business/business.type.ts";
import { connectionType } from "../connection.ts";
import { enumOf } from "../enum.ts";
import { ProblemType } from "../problem.type.ts";
import { PlainDateScalar } from "../scalars.ts";
import { SavedProposalType } from "./saved-proposal.type.ts";

const ApproachStateEnum = enumOf(APPROACH_STATES);
registerEnumType(ApproachStateEnum, {
  name: "ApproachState",
  description: "How far a business was approached about a candidate (打診状況); for the federation's staff alone.",
  valuesConfig: {
    NOT_ASKED: { description: "未打診: not yet." },
    ASKED: { description: "打診中: asked, and not answered." },
    INTERESTED: { description: "関心あり: interested." },
    DECLINED: { description: "見送り: would rather not; nobody else is told." },
  },
});

const ApproachChannelEnum = enumOf(APPROACH_CHANNELS);
registerEnumType(ApproachChannelEnum, {
  name: "ApproachChannel",
  description: "How a business was approached.",
  valuesConfig: {
    PHONE: { description: "By telephone." },
    VISIT: { description: "At its place." },
    OFFICE: { description: "At the federation's office." },
    ONLINE: { description: "In an online meeting." },
    MAIL: { description: "By e-mail." },
    PAPER: { description: "By letter or fax." },
  },
});

const ApproachOutcomeEnum = enumOf(APPROACH_OUTCOMES);
registerEnumType(ApproachOutcomeEnum, {
  name: "ApproachOutcome",
  description: "What came of an approach.",
  valuesConfig: {
    TALKED: { description: "They talked." },
    NOBODY_THERE: { description: "Nobody was there." },
    CALLS_BACK: { description: "Somebody will call back." },
  },
});

const ApproachUrgencyEnum = enumOf(["IN_TIME", "SOON", "LATE"]);
registerEnumType(ApproachUrgencyEnum, {
  name: "ApproachUrgency",
  description: "How urgent it is to speak with a business again: five working days are the limit.",
  valuesConfig: {
    IN_TIME: { description: "There is time." },
    SOON: { description: "From the third working day." },
    LATE: { description: "After the fifth." },
  },
});

@ObjectType("Approach", { description: "One approach to a business about a candidate." })
export class ApproachType {
  @Field(() => PlainDateScalar, { description: "The day." })
  on!: PlainDate;

  @Field(() => ApproachStateEnum, { description: "How far the business was after it." })
  state!: ApproachState;

  @Field(() => String, { description: "That in words." })
  stateName!: string;

  @Field(() => String, { description: "How it was approached, in words." })
  channelName!: string;

  @Field(() => ApproachOutcomeEnum, { description: "What came of it." })
  outcome!: ApproachOutcome;

  @Field(() => String, { description: "That in words." })
  outcomeName!: string;

  @Field(() => String, { description: "What was noted." })
  note!: string;

  @Field(() => String, { description: "Who approached it." })
  by!: string;
}

@ObjectType("ApproachLine", { description: "A business of a candidate, with how far it was approached." })
export class ApproachLineType {
  @Field(() => BusinessType, { description: "The business." })
  business!: BusinessType;

  @Field(() => ApproachStateEnum, { description: "How far it is." })
  state!: ApproachState;

  @Field(() => String, { description: "That in words." })
  stateName!: string;

  @Field(() => ApproachUrgencyEnum, {
    nullable: true,
    description: "How urgent it is to speak with it again; null unless it was asked and has not answered.",
  })
  urgency!: ApproachUrgency | null;

  @Field(() => String, { nullable: true, description: "That in words, with the working days." })
  clockText!: string | null;

  @Field(() => [ApproachType], { description: "The approaches that count, in their order." })
  history!: ApproachType[];

  @Field(() => Boolean, { description: "Whether the viewer may take back the last of them." })
  viewerCanUndo!: boolean;
}

@ObjectType("CandidateApproach", { description: "A candidate, with how far one business was approached about it." })
export class CandidateApproachType {
  @Field(() => SavedProposalType, { description: "The candidate." })
  proposal!: SavedProposalType;

  @Field(() => ApproachLineType, { description: "The business and how far it is." })
  line!: ApproachLineType;
}

export const CandidateApproachConnectionType = connectionType("CandidateApproach", () => CandidateApproachType);

@InputType("ApproachedInput", { description: "A business of a candidate." })
export class ApproachedInput {
  @Field(() => ID, { description: "The candidate." })
  proposalId!: string;

  @Field(() => ID, { description: "The business." })
  businessId!: string;
}

@InputType("NoteApproachInput", { description: "An approach to note." })
export class NoteApproachInput extends ApproachedInput {
  @Field(() => ApproachStateEnum, { description: "How far the business is after it." })
  state!: ApproachState;

  @Field(() => ApproachChannelEnum, { description: "How it was approached." })
  channel!: ApproachChannel;

  @Field(() => ApproachOutcomeEnum, { defaultValue: "TALKED", description: "What came of it." })
  outcome!: ApproachOutcome;

  @Field(() => PlainDateScalar, { nullable: true, description: "The day; absent: today." })
  on?: PlainDate;

  @Field(() => String, { nullable: true, description: "A note, at most 1000 characters." })
  note?: string;
}

/** A payload with the candidate or the problems; GraphQL wants one type a mutation. */
function approachPayload(name: string) {
  @ObjectType(name, { description: "Exactly one of the two is filled." })
  class PayloadType {
    @Field(() => SavedProposalType, { nullable: true, description: "The candidate as it is now; null where refused." })
    proposal!: SavedProposalType | null;

    @Field(() => [ProblemType], { description: "Why it was refused." })
    problems!: ProblemType[];
  }
  return PayloadType;
}

export const NoteApproachPayload = approachPayload("NoteApproachPayload");
export const UndoApproachPayload = approachPayload("UndoApproachPayload");
