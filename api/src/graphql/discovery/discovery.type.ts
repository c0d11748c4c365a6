import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { JOB_STATUSES, type JobStatus } from "#domain/job-status.ts";
import { BusinessType } from "../business/business.type.ts";
import { connectionType } from "../connection.ts";
import { enumOf } from "../enum.ts";
import { NodeType } from "../node.type.ts";
import { ProblemType } from "../problem.type.ts";
import { DateTimeScalar } from "../scalars.ts";
import { TermType } from "../vocabulary/vocabulary.type.ts";
import type { AnsweredQuestion, AskedQuestion } from "#persistence/stored-answer.ts";
import type { ProposalType } from "./proposal.type.ts";
import { ScoreScaleType } from "./proposal.type.ts";

const DiscoveryStatusEnum = enumOf(JOB_STATUSES);
registerEnumType(DiscoveryStatusEnum, {
  name: "DiscoveryStatus",
  description: "How far the answering of a question is.",
  valuesConfig: {
    WAITING: { description: "In the queue." },
    RUNNING: { description: "Being answered." },
    DONE: { description: "Answered." },
    CANCELLED: { description: "Stopped by a person." },
    FAILED: { description: "We failed; the problem carries the number to quote." },
  },
});

@InputType("LicenceInput", { description: "A licence an order demands." })
export class LicenceInput {
  @Field(() => String, { description: "Code of its kind." })
  kind!: string;

  @Field(() => String, { nullable: true, description: "Prefecture or municipality it must hold for; absent: any." })
  area?: string;
}

@InputType("CapabilityInput", { description: "A capability an order demands." })
export class CapabilityInput {
  @Field(() => String, { description: "Its tag." })
  tag!: string;

  @Field(() => Int, { defaultValue: 1, description: "Least level, 1 to 3." })
  level!: number;
}

@InputType("DemandInput", { description: "An order. What is absent is not asked." })
export class DemandInput {
  @Field(() => [CapabilityInput], { nullable: true, description: "Capabilities demanded." })
  capabilities?: CapabilityInput[];

  @Field(() => [LicenceInput], { nullable: true, description: "Licences demanded." })
  licences?: LicenceInput[];

  @Field(() => [String], { nullable: true, description: "Municipalities to be served, 5-digit codes." })
  areas?: string[];

  @Field(() => [Int], { nullable: true, description: "Units a month, twelve numbers from January." })
  unitsPerMonth?: number[];
}

@InputType("ComponentWeightInput", { description: "How much one component of the score weighs." })
export class ComponentWeightInput {
  @Field(() => String, { description: "Stable name of the component." })
  component!: string;

  @Field(() => Int, { description: "Its weight, 0 to 100." })
  weight!: number;
}

@InputType("CircleInput", { description: "A circle round a municipality's place." })
export class CircleInput {
  @Field(() => String, { description: "Code of the municipality in its middle." })
  municipality!: string;

  @Field(() => Float, { description: "Its radius in kilometres, more than 0." })
  km!: number;
}

@InputType("DiscoveryQuestionInput", { description: "What groups are sought. What is absent is as the terms have it." })
export class DiscoveryQuestionInput {
  @Field(() => String, { description: "Code of the purpose." })
  purpose!: string;

  @Field(() => [String], {
    nullable: true,
    description: "Prefectures or municipalities the members must be in; absent: any.",
  })
  districts?: string[];

  @Field(() => CircleInput, { nullable: true, description: "Only businesses in a circle; absent: anywhere." })
  around?: CircleInput;

  @Field(() => Int, { nullable: true, description: "Fewest businesses." })
  sizeMin?: number;

  @Field(() => Int, { nullable: true, description: "Most businesses, 50 at most." })
  sizeMax?: number;

  @Field(() => Float, { nullable: true, description: "Greatest distance between two businesses, kilometres." })
  withinKm?: number;

  @Field(() => [ID], { nullable: true, description: "Businesses that must be in." })
  withIds?: string[];

  @Field(() => [ID], { nullable: true, description: "Businesses that must not be in." })
  withoutIds?: string[];

  @Field(() => String, { nullable: true, description: "Number of the legal form aimed at." })
  form?: string;

  @Field(() => DemandInput, { nullable: true, description: "For shared orders: the order." })
  demand?: DemandInput;

  @Field(() => [ComponentWeightInput], {
    nullable: true,
    description: "Own weights, kept with the question; what is not named keeps the terms' weight, and all sum to 100.",
  })
  weights?: ComponentWeightInput[];

  @Field(() => Int, { defaultValue: 20, description: "How many groups at most, 1 to 100." })
  top!: number;
}

@InputType("StartDiscoveryInput", { description: "A question to answer." })
export class StartDiscoveryInput {
  @Field(() => DiscoveryQuestionInput, { description: "The question." })
  question!: DiscoveryQuestionInput;
}

@InputType("AskAgainInput", { description: "A question to ask once more with other weights." })
export class AskAgainInput {
  @Field(() => ID, { description: "The discovery that asked it." })
  discoveryId!: string;

  @Field(() => [ComponentWeightInput], {
    description: "The weights; what is not named keeps the weight it had, and all sum to 100.",
  })
  weights!: ComponentWeightInput[];
}

@InputType("CancelDiscoveryInput", { description: "A question to stop answering." })
export class CancelDiscoveryInput {
  @Field(() => ID, { description: "The discovery." })
  discoveryId!: string;
}

@ObjectType("Demand", { description: "An order, in words." })
export class DemandType {
  @Field(() => [TermType], { description: "Capabilities demanded; the description says the level." })
  capabilities!: TermType[];

  @Field(() => [TermType], { description: "Licences demanded; the description says the area." })
  licences!: TermType[];

  @Field(() => [TermType], { description: "Municipalities to be served." })
  areas!: TermType[];

  @Field(() => [Int], { nullable: true, description: "Units a month from January; null where not asked." })
  unitsPerMonth!: number[] | null;
}

@ObjectType("AskedCapability", { description: "A capability an order was asked with." })
export class AskedCapabilityType {
  @Field(() => String, { description: "Its tag." })
  tag!: string;

  @Field(() => Int, { description: "Least level, 1 to 3." })
  level!: number;
}

@ObjectType("AskedLicence", { description: "A licence an order was asked with." })
export class AskedLicenceType {
  @Field(() => String, { description: "Code of its kind." })
  kind!: string;

  @Field(() => String, { nullable: true, description: "Where it must hold; null: anywhere." })
  area!: string | null;
}

@ObjectType("AskedCircle", { description: "The circle that was asked for." })
export class AskedCircleType {
  @Field(() => String, { description: "Code of the municipality in its middle." })
  municipality!: string;

  @Field(() => Float, { description: "Its radius in kilometres." })
  km!: number;
}

@ObjectType("AskedQuestion", {
  description: "A question as it was asked, in codes: enough to ask it again with changes.",
})
export class AskedQuestionType {
  @Field(() => AskedCircleType, { nullable: true, description: "The circle; null where none was asked for." })
  around!: AskedCircleType | null;

  @Field(() => [BusinessType], { description: "Businesses that must be in." })
  with!: BusinessType[];

  @Field(() => [BusinessType], { description: "Businesses that must not be in." })
  without!: BusinessType[];

  @Field(() => [AskedCapabilityType], { description: "Capabilities of the order." })
  capabilities!: AskedCapabilityType[];

  @Field(() => [AskedLicenceType], { description: "Licences of the order." })
  licences!: AskedLicenceType[];

  @Field(() => [String], { description: "Municipalities of the order." })
  areas!: string[];

  @Field(() => [Int], { nullable: true, description: "Units a month from January; null where not asked." })
  unitsPerMonth!: number[] | null;

  @Field(() => Boolean, { description: "Whether it was asked with weights of its own." })
  ownWeights!: boolean;
}

@ObjectType("QuestionWeight", { description: "What one component its purpose can weigh weighs in a question." })
export class QuestionWeightType {
  @Field(() => String, { description: "Stable name of the component." })
  component!: string;

  @Field(() => String, { description: "Its name in words." })
  name!: string;

  @Field(() => Int, { description: "Its weight, 0 to 100; of 0 it is not part of the answer." })
  weight!: number;
}

@ObjectType("DiscoveryResult", { description: "The groups found, and what they were found in." })
export class DiscoveryResultType {
  @Field(() => Int, { description: "Businesses looked at." })
  businesses!: number;

  @Field(() => Int, { description: "Groups looked at." })
  examined!: number;

  @Field(() => Int, { description: "Milliseconds it took." })
  elapsedMs!: number;

  @Field(() => Boolean, { description: "Whether it was stopped before it was done." })
  cutShort!: boolean;

  @Field(() => String, { description: "Version of the calculation." })
  engine!: string;

  @Field(() => String, { description: "Version of the terms." })
  terms!: string;

  @Field(() => String, { description: "Those terms in words: which version, who made it, when and why." })
  termsText!: string;

  @Field(() => Int, { description: "Businesses left out for want of a place." })
  unplacedCount!: number;

  @Field(() => ScoreScaleType, { description: "What the scores are read by." })
  scale!: ScoreScaleType;

  /** All of them; the resolver takes one out where only that is asked for. */
  proposals!: ProposalType[];
}

@ObjectType("Discovery", {
  implements: NodeType,
  description: "A question asked of the federation's businesses, and its answer.",
})
export class DiscoveryType extends NodeType {
  @Field(() => String, { description: "Code of the purpose." })
  purpose!: string;

  @Field(() => String, { description: "The purpose in words." })
  purposeName!: string;

  @Field(() => String, { description: "The question in one line." })
  summary!: string;

  @Field(() => [TermType], { description: "Where was looked; empty: everywhere." })
  districts!: TermType[];

  @Field(() => Int, { description: "Fewest businesses." })
  sizeMin!: number;

  @Field(() => Int, { description: "Most businesses." })
  sizeMax!: number;

  @Field(() => Float, { description: "Greatest distance between two businesses, kilometres." })
  withinKm!: number;

  @Field(() => DemandType, { nullable: true, description: "The order; null where none was asked." })
  demand!: DemandType | null;

  @Field(() => [QuestionWeightType], {
    description: "Every component its purpose can weigh, also those it was asked without; the weights sum to 100.",
  })
  weights!: QuestionWeightType[];

  @Field(() => DiscoveryStatusEnum, { description: "How far it is." })
  status!: JobStatus;

  @Field(() => Int, { description: "How far the search is, permille." })
  progressPermille!: number;

  @Field(() => DateTimeScalar, { description: "When it was asked." })
  askedAt!: Date;

  @Field(() => String, { description: "Who asked." })
  askedBy!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it ended; null before." })
  finishedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: "How many groups were found; null while there is no answer." })
  proposalCount!: number | null;

  /** The question as it is kept; its businesses are looked up only when asked for. */
  question!: AskedQuestion;

  /** The answer as it is kept; worded by the resolver only when asked for. */
  stored!: (AnsweredQuestion & { readonly at?: Date }) | null;

  @Field(() => ProblemType, { nullable: true, description: "Why it failed; null where it did not." })
  problem!: ProblemType | null;
}

export const DiscoveryConnectionType = connectionType("Discovery", () => DiscoveryType);

function discoveryPayload(name: string) {
  @ObjectType(name, { description: "Exactly one of the two is filled." })
  class PayloadType {
    @Field(() => DiscoveryType, { nullable: true, description: "The discovery; null where it was refused." })
    discovery!: DiscoveryType | null;

    @Field(() => [ProblemType], { description: "Why it was refused." })
    problems!: ProblemType[];
  }
  return PayloadType;
}

export const StartDiscoveryPayload = discoveryPayload("StartDiscoveryPayload");
export const AskAgainPayload = discoveryPayload("AskAgainPayload");
export const CancelDiscoveryPayload = discoveryPayload("CancelDiscoveryPayload");
