import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { connectionType } from "../connection.ts";
import { ComponentWeightInput } from "../discovery/discovery.type.ts";
import { BandEnum } from "../discovery/proposal.type.ts";
import { ProblemType } from "../problem.type.ts";
import { DateTimeScalar } from "../scalars.ts";

@ObjectType("TermsComponent", { description: "One component of the score and what it weighs for a purpose." })
export class TermsComponentType {
  @Field(() => String, { description: "Stable name of the component." })
  id!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => String, { description: "What it measures." })
  measure!: string;

  @Field(() => Int, { description: "What it weighs in this federation, 0 to 100." })
  weight!: number;

  @Field(() => Int, { description: "What it weighs as shipped, 0 to 100." })
  shippedWeight!: number;
}

@ObjectType("PurposeTerms", { description: "The weights of one purpose; they sum to 100." })
export class PurposeTermsType {
  @Field(() => String, { description: "Code of the purpose." })
  purpose!: string;

  @Field(() => String, { description: "The purpose in words." })
  name!: string;

  @Field(() => Boolean, { description: "Whether its weights are the shipped ones." })
  isShipped!: boolean;

  @Field(() => [TermsComponentType], { description: "What it weighs, here or as shipped." })
  components!: TermsComponentType[];
}

@ObjectType("TermsBand", { description: "Where a band of the score begins; the same for every purpose." })
export class TermsBandType {
  @Field(() => BandEnum, { description: "The band; below the lowest is THIN." })
  band!: keyof typeof BandEnum;

  @Field(() => String, { description: "The band in words." })
  name!: string;

  @Field(() => Int, { description: "Its lower end in this federation, 0 to 100,000." })
  from!: number;

  @Field(() => Int, { description: "Its lower end as shipped." })
  shippedFrom!: number;
}

@ObjectType("Terms", { description: "The weights and bands by which this federation's candidates are scored." })
export class TermsType {
  @Field(() => String, { description: "The word answers keep of them, such as `2026-11+37.3`." })
  version!: string;

  @Field(() => Int, { description: "Number of the federation's own version that holds; 0 while there was none." })
  number!: number;

  @Field(() => String, { description: "Version of the shipped terms." })
  shippedVersion!: string;

  @Field(() => Boolean, { description: "Whether every weight and band is as shipped." })
  isShipped!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "The shipped version the own ones were decided on, where another was shipped since; else null.",
  })
  shippedBefore!: string | null;

  @Field(() => String, { description: "Which version holds, in words: who, when and why." })
  text!: string;

  @Field(() => [PurposeTermsType], { description: "The weights, purpose by purpose." })
  purposes!: PurposeTermsType[];

  @Field(() => [TermsBandType], { description: "Lower ends of the bands, the highest first." })
  bands!: TermsBandType[];

  @Field(() => [String], { description: "Who of the federation may change them: whom to ask." })
  managers!: string[];

  @Field(() => Boolean, { description: "Whether the viewer may change them." })
  viewerCanChange!: boolean;
}

@ObjectType("TermsVersion", {
  description: "One version of a federation's own terms. Versions are only ever added; the newest holds.",
})
export class TermsVersionType {
  @Field(() => ID, { description: "Opaque and lasting." })
  id!: string;

  @Field(() => Int, { description: "1 for the first; each change is one more." })
  number!: number;

  @Field(() => String, { description: "The word answers keep of it." })
  version!: string;

  @Field(() => String, { description: "The shipped version it was decided on." })
  shippedVersion!: string;

  @Field(() => DateTimeScalar, { description: "Since when it holds, or held." })
  at!: Date;

  @Field(() => String, { description: "Who made it." })
  by!: string;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => [String], { description: "What changed against the version before, a line for each purpose." })
  changes!: string[];

  @Field(() => String, { nullable: true, description: "What it goes back to, in words; null where it is new." })
  restored!: string | null;

  @Field(() => Boolean, { description: "Whether it holds now." })
  isCurrent!: boolean;
}

export const TermsVersionConnectionType = connectionType("TermsVersion", () => TermsVersionType);

@InputType("BandsInput", { description: "Lower ends of the bands, 0 to 100,000." })
export class BandsInput {
  @Field(() => Int, { description: "From here on a candidate is strong." })
  strong!: number;

  @Field(() => Int, { description: "From here on it is possible; below it is thin." })
  possible!: number;
}

@InputType("PreviewTermsInput", { description: "Weights and bands to try." })
export class PreviewTermsInput {
  @Field(() => String, { description: "Code of the purpose." })
  purpose!: string;

  @Field(() => [ComponentWeightInput], {
    description: "Its weights; what is not named stays as it is, and all sum to 100.",
  })
  weights!: ComponentWeightInput[];

  @Field(() => BandsInput, { nullable: true, description: "The bands of all purposes; absent: they stay as they are." })
  bands?: BandsInput;
}

@InputType("SaveTermsInput", { description: "Other weights of one purpose, or other bands." })
export class SaveTermsInput extends PreviewTermsInput {
  @Field(() => String, { description: "Why, at most 500 characters; it stays with the version." })
  reason!: string;

  @Field(() => Int, { description: "Number of the version that was seen, 0 where there was none." })
  expectedVersion!: number;
}

@InputType("RestoreTermsInput", { description: "A version to go back to." })
export class RestoreTermsInput {
  @Field(() => Int, { description: "Its number; 0 for the shipped weights." })
  number!: number;

  @Field(() => String, { description: "Why, at most 500 characters." })
  reason!: string;

  @Field(() => Int, { description: "Number of the version that was seen, 0 where there was none." })
  expectedVersion!: number;
}

/** A payload with the terms or the problems; GraphQL wants one type a mutation. */
function termsPayload(name: string) {
  @ObjectType(name, { description: "Exactly one of the two is filled." })
  class PayloadType {
    @Field(() => TermsType, { nullable: true, description: "The terms that hold now; null where it was refused." })
    terms!: TermsType | null;

    @Field(() => [ProblemType], { description: "Why it was refused." })
    problems!: ProblemType[];
  }
  return PayloadType;
}

export const SaveTermsPayload = termsPayload("SaveTermsPayload");
export const RestoreTermsPayload = termsPayload("RestoreTermsPayload");
