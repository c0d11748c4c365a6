import { Field, ObjectType } from "type-graphql";
import { BusinessType } from "../business/business.type.ts";
import { ProposalType } from "./proposal.type.ts";

@ObjectType("Completion", { description: "Further members with whom a group has all it lacks, none of them too many." })
export class CompletionType {
  @Field(() => [BusinessType], { description: "Who would join." })
  added!: BusinessType[];

  @Field(() => ProposalType, { description: "The group they make with those who are there." })
  proposal!: ProposalType;
}

@ObjectType("GroupCompletion", { description: "Who is missing in a group." })
export class GroupCompletionType {
  @Field(() => [String], {
    description:
      "What it lacks: businesses for its form, skills, licences and areas demanded; or that nothing is missing.",
  })
  missing!: string[];

  @Field(() => [String], { description: "Rules that fail whoever is added, and what can be done." })
  failing!: string[];

  @Field(() => [CompletionType], {
    description: "The smallest sets of further members, fewest first, then the best group. Empty where none is found.",
  })
  completions!: CompletionType[];
}
