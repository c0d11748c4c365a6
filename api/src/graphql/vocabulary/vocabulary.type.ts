import { Field, Float, Int, ObjectType } from "type-graphql";

@ObjectType("Term", { description: "A code and its name." })
export class TermType {
  @Field(() => String, { description: "Stable code." })
  code!: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  name!: string;

  @Field(() => String, { nullable: true, description: "What it is about; null where the name says it." })
  description!: string | null;
}

@ObjectType("PurposeTerm", { description: "A purpose groups are sought for, with its usual figures." })
export class PurposeTermType {
  @Field(() => String, { description: "Stable code." })
  code!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => String, { description: "One sentence on what it is about." })
  description!: string;

  @Field(() => Boolean, { description: "Whether groups can be sought for it already." })
  ready!: boolean;

  @Field(() => Int, { description: "Usual fewest businesses." })
  sizeMin!: number;

  @Field(() => Int, { description: "Usual most businesses." })
  sizeMax!: number;

  @Field(() => Float, { description: "Usual greatest distance between two businesses, in kilometres." })
  withinKm!: number;
}

@ObjectType("MunicipalityTerm", { description: "A municipality the federation knows businesses in." })
export class MunicipalityTermType {
  @Field(() => String, { description: "5-digit code (JIS X 0402)." })
  code!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => Int, { description: "How many businesses are known there." })
  businesses!: number;
}

@ObjectType("Vocabularies", { description: "The words a form offers." })
export class VocabulariesType {
  @Field(() => [PurposeTermType], { description: "What groups are sought for." })
  purposes!: PurposeTermType[];

  @Field(() => [TermType], { description: "The stages of a group's way, in order." })
  stages!: TermType[];

  @Field(() => [TermType], { description: "How far a business can have come into a group." })
  memberStates!: TermType[];

  @Field(() => [TermType], { description: "Kinds of licences." })
  licences!: TermType[];

  @Field(() => [TermType], { description: "Capabilities." })
  capabilities!: TermType[];

  @Field(() => [TermType], { description: "Management issues." })
  issues!: TermType[];

  @Field(() => [MunicipalityTermType], { description: "Municipalities with how many businesses are known there." })
  municipalities!: MunicipalityTermType[];
}
