import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { PlainDate } from "#domain/calendar.ts";
import { connectionType } from "../connection.ts";
import { enumOf } from "../enum.ts";
import { ProblemType } from "../problem.type.ts";
import { PlainDateScalar } from "../scalars.ts";
import { BusinessType } from "./business.type.ts";

const DuplicateSurenessEnum = enumOf(["CERTAIN", "LIKELY", "POSSIBLE"]);
registerEnumType(DuplicateSurenessEnum, {
  name: "DuplicateSureness",
  description: "How sure it is that two businesses are one.",
  valuesConfig: {
    CERTAIN: { description: "Nearly certain." },
    LIKELY: { description: "More likely than not." },
    POSSIBLE: { description: "Worth a look." },
  },
});

const DuplicateAgreementEnum = enumOf(["SAME", "ALIKE", "DIFFERS"]);
registerEnumType(DuplicateAgreementEnum, {
  name: "DuplicateAgreement",
  description: "How two businesses stand in one thing.",
  valuesConfig: {
    SAME: { description: "They agree." },
    ALIKE: { description: "They nearly agree." },
    DIFFERS: { description: "They contradict each other." },
  },
});

const MergeSideEnum = enumOf(["KEPT", "ABSORBED", "BOTH"]);
registerEnumType(MergeSideEnum, {
  name: "MergeSide",
  description: "Whose value stays when two businesses are made one.",
  valuesConfig: {
    KEPT: { description: "That of the business that is kept." },
    ABSORBED: { description: "That of the business that is absorbed." },
    BOTH: { description: "Both, united: lists and notes." },
  },
});

@ObjectType("DuplicateReason", { description: "One reason for or against two businesses being one." })
export class DuplicateReasonType {
  @Field(() => DuplicateAgreementEnum, { description: "How they stand." })
  agreement!: keyof typeof DuplicateAgreementEnum;

  @Field(() => String, { description: "That in words." })
  text!: string;
}

@ObjectType("DuplicatePair", { description: "Two businesses that may be one." })
export class DuplicatePairType {
  @Field(() => BusinessType, { description: "The one that would be kept." })
  kept!: BusinessType;

  @Field(() => BusinessType, { description: "The one that would be absorbed." })
  absorbed!: BusinessType;

  @Field(() => DuplicateSurenessEnum, { description: "How sure it is." })
  sureness!: keyof typeof DuplicateSurenessEnum;

  @Field(() => String, { description: "That in words." })
  surenessName!: string;

  @Field(() => [DuplicateReasonType], { description: "Why, and what contradicts." })
  reasons!: DuplicateReasonType[];

  @Field(() => Int, { description: "How many businesses in all may be the one these two are." })
  clusterSize!: number;
}

const ConnectionType = connectionType("DuplicatePair", () => DuplicatePairType);

@ObjectType("BusinessDuplicates", { description: "A page of the pairs that may be one business, the surest first." })
export class BusinessDuplicatesType extends ConnectionType {
  @Field(() => Int, { description: "How many pairs likely are one business." })
  likelyCount!: number;
}

@ObjectType("MergeValue", { description: "What one of two businesses tells of a thing." })
export class MergeValueType {
  @Field(() => String, { description: "The value in words." })
  text!: string;

  @Field(() => String, { nullable: true, description: "Who says so; null for what identifies a business." })
  sourceName!: string | null;

  @Field(() => PlainDateScalar, { nullable: true, description: "The day it was said." })
  on!: PlainDate | null;
}

@ObjectType("MergeLine", { description: "Something two businesses tell differently." })
export class MergeLineType {
  @Field(() => String, { description: "Stable name of the thing." })
  key!: string;

  @Field(() => String, { description: "Its name in words." })
  name!: string;

  @Field(() => MergeValueType, { nullable: true, description: "What the kept one tells; null where unknown." })
  kept!: MergeValueType | null;

  @Field(() => MergeValueType, { nullable: true, description: "What the absorbed one tells; null where unknown." })
  absorbed!: MergeValueType | null;

  @Field(() => MergeSideEnum, { description: "What stays where nobody chooses: the surer, then the later." })
  suggested!: keyof typeof MergeSideEnum;
}

@ObjectType("BusinessComparison", { description: "Two businesses side by side." })
export class BusinessComparisonType {
  @Field(() => BusinessType, { description: "The one that would be kept." })
  kept!: BusinessType;

  @Field(() => BusinessType, { description: "The one that would be absorbed." })
  absorbed!: BusinessType;

  @Field(() => DuplicateSurenessEnum, {
    nullable: true,
    description: "How sure it is that they are one; null: not proposed.",
  })
  sureness!: keyof typeof DuplicateSurenessEnum | null;

  @Field(() => String, { nullable: true, description: "That in words." })
  surenessName!: string | null;

  @Field(() => [DuplicateReasonType], { description: "What they agree in and what contradicts." })
  reasons!: DuplicateReasonType[];

  @Field(() => [MergeLineType], { description: "What they tell differently." })
  lines!: MergeLineType[];

  @Field(() => Boolean, { description: "Whether somebody judged them to be two." })
  isDifferent!: boolean;
}

@InputType("MergeChoiceInput", { description: "Whose value of one thing stays." })
export class MergeChoiceInput {
  @Field(() => String, { description: "Stable name of the thing." })
  key!: string;

  @Field(() => MergeSideEnum, { description: "Whose value." })
  side!: keyof typeof MergeSideEnum;
}

@InputType("MergeBusinessesInput", { description: "Two businesses that are one." })
export class MergeBusinessesInput {
  @Field(() => ID, { description: "The business that is kept." })
  keepId!: string;

  @Field(() => Int, { description: "Its version that was looked at." })
  keepVersion!: number;

  @Field(() => ID, { description: "The business that turned out to be it." })
  absorbId!: string;

  @Field(() => Int, { description: "Its version that was looked at." })
  absorbVersion!: number;

  @Field(() => [MergeChoiceInput], { defaultValue: [], description: "Whose values stay; absent: what is suggested." })
  choices!: MergeChoiceInput[];
}

@InputType("UndoMergeInput", { description: "A merge to take back." })
export class UndoMergeInput {
  @Field(() => ID, { description: "The merge." })
  mergeId!: string;
}

@InputType("BusinessPairInput", { description: "Two businesses." })
export class BusinessPairInput {
  @Field(() => ID, { description: "One of them." })
  oneId!: string;

  @Field(() => ID, { description: "The other." })
  otherId!: string;
}

@ObjectType("MergeBusinessesPayload", { description: "The merged business, or why it was refused." })
export class MergeBusinessesPayload {
  @Field(() => BusinessType, { nullable: true, description: "The business with what is known of both." })
  business!: BusinessType | null;

  @Field(() => ID, { nullable: true, description: "What the merge is taken back by." })
  mergeId!: string | null;

  @Field(() => [ProblemType], { description: "Why it was refused." })
  problems!: ProblemType[];
}

@ObjectType("UndoMergePayload", { description: "Both businesses as they are again, or why it was refused." })
export class UndoMergePayload {
  @Field(() => BusinessType, { nullable: true, description: "The business that was kept." })
  business!: BusinessType | null;

  @Field(() => BusinessType, { nullable: true, description: "The business that was absorbed." })
  absorbed!: BusinessType | null;

  @Field(() => [String], { description: "What stays as it is because somebody has changed it since, in sentences." })
  left!: string[];

  @Field(() => [ProblemType], { description: "Why it was refused." })
  problems!: ProblemType[];
}

@ObjectType("BusinessPairPayload", { description: "The two businesses side by side, or why it was refused." })
export class BusinessPairPayload {
  @Field(() => BusinessComparisonType, { nullable: true, description: "The two." })
  comparison!: BusinessComparisonType | null;

  @Field(() => [ProblemType], { description: "Why it was refused." })
  problems!: ProblemType[];
}
