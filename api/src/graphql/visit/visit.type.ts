import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { PlainDate } from "#domain/calendar.ts";
import { VISIT_CHANNELS, type VisitChannel, type VisitState } from "#domain/visit/visit.ts";
import { visitChannelName } from "#words/visit.ts";
import { FieldEditInput } from "../business/field-edit.type.ts";
import { connectionType } from "../connection.ts";
import { enumOf } from "../enum.ts";
import { NodeType } from "../node.type.ts";
import { ProblemType } from "../problem.type.ts";
import { DateTimeScalar, PlainDateScalar } from "../scalars.ts";

const VisitChannelEnum = enumOf(VISIT_CHANNELS);
registerEnumType(VisitChannelEnum, {
  name: "VisitChannel",
  description: "How a business was met.",
  valuesConfig: Object.fromEntries(
    VISIT_CHANNELS.map((channel) => [channel, { description: `${visitChannelName(channel, "en")}.` }]),
  ),
});

const VisitStateEnum = enumOf(["KEPT", "DONE", "WITHDRAWN"]);
registerEnumType(VisitStateEnum, {
  name: "VisitState",
  description: "Where the record of a visit stands.",
  valuesConfig: {
    KEPT: { description: "Kept; its next step, if it has one, is still to do." },
    DONE: { description: "Kept, and its next step is done." },
    WITHDRAWN: { description: "Withdrawn by the one who made it." },
  },
});

@ObjectType("VisitNote", { description: "What a record of a visit said before it was corrected." })
export class VisitNoteType {
  @Field(() => PlainDateScalar, { description: "The day." })
  on!: PlainDate;

  @Field(() => String, { description: "How it was met, in words." })
  channelName!: string;

  @Field(() => String, { description: "What was told." })
  told!: string;

  @Field(() => String, { description: "What the coordinator thought of it." })
  impression!: string;

  @Field(() => String, { description: "What was to be done next; empty where nothing was." })
  nextStep!: string;
}

@ObjectType("Visit", { implements: NodeType, description: "A visit to a business, or another way it was met." })
export class VisitType extends NodeType {
  @Field(() => PlainDateScalar, { description: "The day." })
  on!: PlainDate;

  @Field(() => VisitChannelEnum, { description: "How it was met." })
  channel!: VisitChannel;

  @Field(() => String, { description: "That in words." })
  channelName!: string;

  @Field(() => String, { description: "What was told: facts, in the owner's words." })
  told!: string;

  @Field(() => String, { description: "What the coordinator thinks of it; for the federation's staff." })
  impression!: string;

  @Field(() => String, { description: "What is to be done next; empty where nothing is." })
  nextStep!: string;

  @Field(() => PlainDateScalar, { nullable: true, description: "The day it is to be done; null where none was set." })
  nextOn!: PlainDate | null;

  @Field(() => Int, { nullable: true, description: "How many minutes it took; null where not noted." })
  minutes!: number | null;

  @Field(() => VisitStateEnum, { description: "Where the record stands." })
  state!: VisitState;

  @Field(() => String, { description: "Who met the business." })
  by!: string;

  @Field(() => DateTimeScalar, { description: "When it was first noted." })
  at!: Date;

  @Field(() => Int, { description: "Goes up with each correction." })
  version!: number;

  @Field(() => [VisitNoteType], { description: "What it said before each correction, the oldest first." })
  earlier!: VisitNoteType[];

  @Field(() => Boolean, { description: "Whether the viewer may correct or withdraw it." })
  viewerCanChange!: boolean;

  @Field(() => Boolean, { description: "Whether it is withdrawn and the viewer may bring it back." })
  viewerCanRestore!: boolean;

  businessId!: string;
}

export const VisitConnectionType = connectionType("Visit", () => VisitType);

@InputType("VisitNoteInput", { description: "What is noted of a visit." })
export class VisitNoteInput {
  @Field(() => PlainDateScalar, { nullable: true, description: "The day; absent: today." })
  on?: PlainDate;

  @Field(() => VisitChannelEnum, { nullable: true, description: "How it was met; absent: a visit." })
  channel?: VisitChannel;

  @Field(() => String, { nullable: true, description: "What was told, at most 4,000 characters." })
  told?: string;

  @Field(() => String, { nullable: true, description: "What the coordinator thinks, at most 4,000 characters." })
  impression?: string;

  @Field(() => String, { nullable: true, description: "What is to be done next, at most 200 characters." })
  nextStep?: string;

  @Field(() => PlainDateScalar, { nullable: true, description: "The day it is to be done." })
  nextOn?: PlainDate;

  @Field(() => Int, { nullable: true, description: "Minutes it took, 1 to 1,440." })
  minutes?: number;
}

@InputType("RecordVisitInput", { description: "A visit to note." })
export class RecordVisitInput {
  @Field(() => ID, { description: "The business." })
  businessId!: string;

  @Field(() => Int, { description: "The business's version that was seen." })
  version!: number;

  @Field(() => VisitNoteInput, { description: "What is noted." })
  note!: VisitNoteInput;

  @Field(() => [FieldEditInput], { nullable: true, description: "What the owner answered; becomes the owner's facts." })
  answers?: FieldEditInput[];

  @Field(() => [ID], { nullable: true, description: "Earlier visits whose next step is done with this one." })
  settles?: string[];
}

@InputType("CorrectVisitInput", { description: "A correction of one's own record." })
export class CorrectVisitInput {
  @Field(() => ID, { description: "The visit." })
  visitId!: string;

  @Field(() => Int, { description: "Its version that was seen." })
  version!: number;

  @Field(() => VisitNoteInput, { description: "What it says from now on." })
  note!: VisitNoteInput;
}

@InputType("WithdrawVisitInput", { description: "One's own record to withdraw." })
export class WithdrawVisitInput {
  @Field(() => ID, { description: "The visit." })
  visitId!: string;

  @Field(() => Int, { description: "Its version that was seen." })
  version!: number;
}

@InputType("RestoreVisitInput", { description: "One's own withdrawn record to bring back." })
export class RestoreVisitInput {
  @Field(() => ID, { description: "The visit." })
  visitId!: string;

  @Field(() => Int, { description: "Its version that was seen." })
  version!: number;
}

@InputType("ReopenNextStepInput", { description: "A next step that is still to do after all." })
export class ReopenNextStepInput {
  @Field(() => ID, { description: "The visit it came from." })
  visitId!: string;
}

@InputType("SettleNextStepInput", { description: "A next step that is done." })
export class SettleNextStepInput {
  @Field(() => ID, { description: "The visit it came from." })
  visitId!: string;
}

abstract class VisitPayload {
  visit!: VisitType | null;
  problems!: ProblemType[];
}

/** A payload with a visit or the problems; GraphQL wants one type a mutation. */
function visitPayload(name: string) {
  @ObjectType(name, { description: "Exactly one of the two is filled." })
  class PayloadType extends VisitPayload {
    @Field(() => VisitType, { nullable: true, description: "The visit as it is now; null where it was refused." })
    declare visit: VisitType | null;

    @Field(() => [ProblemType], { description: "Every reason why it was refused, each with its field." })
    declare problems: ProblemType[];
  }
  return PayloadType;
}

export const RecordVisitPayload = visitPayload("RecordVisitPayload");
export const CorrectVisitPayload = visitPayload("CorrectVisitPayload");
export const WithdrawVisitPayload = visitPayload("WithdrawVisitPayload");
export const SettleNextStepPayload = visitPayload("SettleNextStepPayload");
export const RestoreVisitPayload = visitPayload("RestoreVisitPayload");
export const ReopenNextStepPayload = visitPayload("ReopenNextStepPayload");
