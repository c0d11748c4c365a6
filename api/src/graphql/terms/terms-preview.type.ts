import { Field, ID, Int, ObjectType } from "type-graphql";
import { BandEnum } from "../discovery/proposal.type.ts";
import { ProblemType } from "../problem.type.ts";
import { DateTimeScalar } from "../scalars.ts";

@ObjectType("TermsPreviewScore", { description: "What a candidate's kept parts come to by some weights." })
export class TermsPreviewScoreType {
  @Field(() => Int, { description: "Its place, from 1." })
  place!: number;

  @Field(() => Int, { description: "Lower bound, 0 to 100,000." })
  lower!: number;

  @Field(() => Int, { description: "Upper bound." })
  upper!: number;

  @Field(() => [BandEnum], { description: "Its band; those of both bounds where too little is known for a number." })
  bands!: (keyof typeof BandEnum)[];

  @Field(() => String, { description: "The band in words." })
  bandName!: string;
}

@ObjectType("TermsPreviewRow", { description: "One candidate of a kept answer, before and after." })
export class TermsPreviewRowType {
  @Field(() => Int, { description: "Its place in the answer as it was given." })
  rank!: number;

  @Field(() => [String], { description: "Names of its businesses." })
  members!: string[];

  @Field(() => TermsPreviewScoreType, { description: "By the weights that hold." })
  before!: TermsPreviewScoreType;

  @Field(() => TermsPreviewScoreType, { description: "By those that are tried." })
  after!: TermsPreviewScoreType;
}

@ObjectType("TermsPreviewRun", { description: "What other weights make of one kept answer." })
export class TermsPreviewRunType {
  @Field(() => ID, { description: "The discovery." })
  discoveryId!: string;

  @Field(() => String, { description: "Its question in one line." })
  summary!: string;

  @Field(() => DateTimeScalar, { description: "When it was asked." })
  askedAt!: Date;

  @Field(() => Int, { description: "How many candidates it has." })
  proposalCount!: number;

  @Field(() => Int, { description: "How many of them change places." })
  movedCount!: number;

  @Field(() => Int, { description: "How many of them change bands." })
  bandChangedCount!: number;

  @Field(() => [TermsPreviewRowType], { description: "The first 20 by the weights that are tried." })
  rows!: TermsPreviewRowType[];
}

@ObjectType("TermsPreview", {
  description:
    "What other weights would make of the latest answers, from their kept parts. A new search may find other groups.",
})
export class TermsPreviewType {
  @Field(() => [TermsPreviewRunType], { description: "The latest answers for the purpose, at most 3, newest first." })
  runs!: TermsPreviewRunType[];

  @Field(() => Int, {
    description: "Answers left out, because a part that is weighed now was not measured when they were given.",
  })
  unmeasuredCount!: number;

  @Field(() => [ProblemType], { description: "Why nothing can be tried." })
  problems!: ProblemType[];
}
