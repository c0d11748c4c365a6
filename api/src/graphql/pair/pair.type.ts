import { Field, ID, InputType, ObjectType } from "type-graphql";
import { BusinessType } from "../business/business.type.ts";
import { connectionType } from "../connection.ts";
import { ProblemType } from "../problem.type.ts";
import { DateTimeScalar } from "../scalars.ts";

@ObjectType("NeverTogetherPair", {
  description: "A business that must never be brought together with another; for the federation's staff alone.",
})
export class PairType {
  @Field(() => ID, { description: "Opaque and lasting." })
  id!: string;

  @Field(() => BusinessType, { description: "Whose wish it is." })
  business!: BusinessType;

  @Field(() => BusinessType, { description: "Whom it must not meet." })
  other!: BusinessType;

  @Field(() => String, { description: "Why; empty where it was not told." })
  reason!: string;

  @Field(() => String, { description: "Who noted it." })
  notedBy!: string;

  @Field(() => DateTimeScalar, { description: "When it was noted." })
  notedAt!: Date;

  @Field(() => Boolean, { description: "Whether it was withdrawn since." })
  isWithdrawn!: boolean;

  @Field(() => Boolean, { description: "Whether the viewer may withdraw it." })
  viewerCanChange!: boolean;
}

export const PairConnectionType = connectionType("NeverTogetherPair", () => PairType);

@InputType("KeepApartInput", { description: "A business and whom it must not meet." })
export class KeepApartInput {
  @Field(() => ID, { description: "Whose wish it is." })
  businessId!: string;

  @Field(() => ID, { description: "Whom it must not meet." })
  otherId!: string;

  @Field(() => String, { nullable: true, description: "Why, at most 500 characters." })
  reason?: string;
}

@InputType("PairInput", { description: "A pair." })
export class PairInput {
  @Field(() => ID, { description: "The pair." })
  pairId!: string;
}

/** A payload with the pair or the problems; GraphQL wants one type a mutation. */
function pairPayload(name: string) {
  @ObjectType(name, { description: "Exactly one of the two is filled." })
  class PayloadType {
    @Field(() => PairType, { nullable: true, description: "The pair as it is now; null where it was refused." })
    pair!: PairType | null;

    @Field(() => [ProblemType], { description: "Why it was refused." })
    problems!: ProblemType[];
  }
  return PayloadType;
}

export const KeepApartPayload = pairPayload("KeepApartPayload");
export const WithdrawPairPayload = pairPayload("WithdrawPairPayload");
export const RestorePairPayload = pairPayload("RestorePairPayload");
