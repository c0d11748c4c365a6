import { ArgsType, Field, ID, Int, ObjectType } from "type-graphql";
import { BusinessType } from "../business/business.type.ts";
import { ComponentWeightInput } from "./discovery.type.ts";
import { BandEnum, ProposalType } from "./proposal.type.ts";

@ObjectType("GroupChange", { description: "What one business more or less would make of a group." })
class GroupChangeType {
  @Field(() => BusinessType, { description: "The business that leaves or joins." })
  business!: BusinessType;

  @Field(() => Int, { description: "Change of the lower bound by it, -100,000 to 100,000." })
  lowerChange!: number;

  @Field(() => Int, { description: "Change of the upper bound by it." })
  upperChange!: number;

  @Field(() => [BandEnum], {
    description: "The band afterwards, or those of both bounds where too little would be known for a number.",
  })
  bands!: (keyof typeof BandEnum)[];

  @Field(() => [String], { description: "Names of the rules it would break that are kept now." })
  breaks!: string[];

  @Field(() => [String], { description: "Names of the rules it would keep that are broken now." })
  mends!: string[];
}

@ObjectType("MemberEffect", { description: "What a group would be without one of its members." })
export class MemberEffectType extends GroupChangeType {}

@ObjectType("MemberSuggestion", { description: "What a group would be with one more business." })
export class MemberSuggestionType extends GroupChangeType {
  @Field(() => String, { description: "What it would bring most, in a sentence." })
  sentence!: string;
}

@ObjectType("MemberSwap", { description: "What a group would be with a business in a member's place." })
export class MemberSwapType extends GroupChangeType {
  @Field(() => BusinessType, { description: "The member that would leave." })
  leaves!: BusinessType;

  @Field(() => String, { description: "What the newcomer would bring most, in a sentence." })
  sentence!: string;
}

@ObjectType("TriedGroup", { description: "A group somebody put together, scored by the question of a discovery." })
export class TriedGroupType {
  @Field(() => [String], { description: "What is wrong with it, and what to do." })
  notes!: string[];

  @Field(() => ProposalType, { nullable: true, description: "Its analysis; null where it cannot be scored." })
  proposal!: ProposalType | null;

  @Field(() => [MemberEffectType], { description: "What taking each member out would change; none for a lone one." })
  effects!: MemberEffectType[];

  @Field(() => [MemberSuggestionType], {
    description: "Who could join, the best first, ten at most: within reach of every member, breaking no rule.",
  })
  suggestions!: MemberSuggestionType[];

  @Field(() => [MemberSwapType], {
    description:
      "Who could take whose place, the best first, ten at most: only where known points rise and no rule breaks.",
  })
  swaps!: MemberSwapType[];
}

@ArgsType()
export class TryGroupsArguments {
  @Field(() => ID, { description: "The discovery whose question is asked." })
  discoveryId!: string;

  @Field(() => [[ID]], { description: "The businesses of each group; four groups of 1 to 50." })
  groups!: string[][];

  @Field(() => [ComponentWeightInput], {
    nullable: true,
    description: "Own weights; what is not named keeps the question's weight, and all sum to 100.",
  })
  weights!: ComponentWeightInput[] | null;
}
