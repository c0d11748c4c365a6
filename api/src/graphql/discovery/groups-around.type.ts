import { Field, ObjectType } from "type-graphql";
import { BusinessType } from "../business/business.type.ts";
import { ProposalType } from "./proposal.type.ts";

@ObjectType("GroupsAround", { description: "The groups one business can be in, by what is known today." })
export class GroupsAroundType {
  @Field(() => BusinessType, { description: "The business." })
  business!: BusinessType;

  @Field(() => String, { description: "Code of the purpose they are for." })
  purpose!: string;

  @Field(() => String, { description: "Its name in words." })
  purposeName!: string;

  @Field(() => [ProposalType], {
    description:
      "The best found at once, best first, five at most; any two share at most a third of their union. A discovery with the business as one that must be in looks longer.",
  })
  proposals!: readonly ProposalType[];

  @Field(() => String, {
    nullable: true,
    description: "Why there is none and, where something can be done, what, in a sentence; null where there is one.",
  })
  hindrance!: string | null;

  @Field(() => [String], { description: "The rules behind that, each in a sentence." })
  details!: string[];
}
