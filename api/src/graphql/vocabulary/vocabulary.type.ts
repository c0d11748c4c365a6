import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../enum.ts";
import { DateTimeScalar } from "../scalars.ts";

@ObjectType("Term", { description: "A code and its name." })
export class TermType {
  @Field(() => String, { description: "Stable code." })
  code!: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  name!: string;

  @Field(() => String, { nullable: true, description: "What it is about; null where the name says it." })
  description!: string | null;
}

@ObjectType("LawfulTerm", {
  description: "A legal form or a kind of cooperative business, with the article it rests on.",
})
export class LawfulTermType {
  @Field(() => String, { description: "Stable code." })
  code!: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "Act and article; null where the basis depends on how it is done.",
  })
  law!: string | null;
}

@ObjectType("IssueTerm", { description: "A management issue, and how far a joint business can answer it." })
export class IssueTermType extends TermType {
  @Field(() => Int, { description: "How much of it a joint business can answer, permille." })
  answerablePermille!: number;

  @Field(() => [LawfulTermType], {
    description: "Kinds of cooperative business that can answer it, the likeliest first; none where there is none.",
  })
  jointBusinesses!: LawfulTermType[];
}

@ObjectType("PurposeTerm", { description: "A purpose groups are sought for, with its usual figures." })
export class PurposeTermType {
  @Field(() => String, { description: "Stable code." })
  code!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => String, { description: "One sentence on what it is about." })
  description!: string;

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

  @Field(() => String, { description: "Its prefecture, two digits." })
  prefecture!: string;

  @Field(() => String, { description: "Its prefecture's name." })
  prefectureName!: string;

  @Field(() => Float, { nullable: true, description: "Latitude of the place that stands for it; null where unknown." })
  lat!: number | null;

  @Field(() => Float, { nullable: true, description: "Longitude of that place." })
  lon!: number | null;
}

@ObjectType("ReferenceSource", { description: "A vocabulary or a publisher's data set: where it comes from." })
export class ReferenceSourceType {
  @Field(() => String, { description: "Stable name." })
  id!: string;

  @Field(() => String, { description: "What it is; of a publisher's data set also whose." })
  name!: string;

  @Field(() => String, { nullable: true, description: "What a shipped vocabulary was made from; null for a data set." })
  origin!: string | null;

  @Field(() => String, { description: "Its licence or terms, to be said wherever it is shown." })
  licence!: string;

  @Field(() => String, { nullable: true, description: "Version of a vocabulary; null for a publisher's data set." })
  version!: string | null;

  @Field(() => Int, { description: "How many entries there are; 0 until it is loaded." })
  rows!: number;

  @Field(() => Boolean, { description: "Whether it is there." })
  loaded!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was loaded; null for what is shipped." })
  loadedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "What does not work until it is loaded; null where it is." })
  without!: string | null;
}

const SurenessEnum = enumOf(["CLEAR", "LIKELY", "GUESS"]);
registerEnumType(SurenessEnum, {
  name: "Sureness",
  description: "How sure a proposal is.",
  valuesConfig: {
    CLEAR: { description: "The words say this trade and nothing else." },
    LIKELY: { description: "A known word for a trade or a thing stands in them." },
    GUESS: { description: "They are like the words of this class." },
  },
});

@ObjectType("IndustryProposal", { description: "A trade class that words may mean." })
export class IndustryProposalType {
  @Field(() => String, { description: "JSIC rev. 14: four digits where all classes are loaded, else two." })
  code!: string;

  @Field(() => String, { description: "The class's name." })
  name!: string;

  @Field(() => SurenessEnum, { description: "How sure it is." })
  sureness!: keyof typeof SurenessEnum;
}

@ObjectType("AreaOutline", { description: "The outline of a prefecture or municipality, as fine as a map needs." })
export class AreaOutlineType {
  @Field(() => String, { description: "Its code, 2 or 5 digits." })
  code!: string;

  @Field(() => [[Float]], {
    description: "Each ring as longitude and latitude in turn, in degrees; holes and islands are rings of their own.",
  })
  rings!: readonly (readonly number[])[];
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

  @Field(() => [IssueTermType], { description: "Management issues." })
  issues!: IssueTermType[];

  @Field(() => [TermType], { description: "Trades: JSIC rev. 14 sections (letters) and divisions (2 digits)." })
  industries!: TermType[];

  @Field(() => [LawfulTermType], { description: "Legal forms a group can take." })
  legalForms!: LawfulTermType[];

  @Field(() => [LawfulTermType], { description: "Kinds of cooperative business (組合事業)." })
  cooperativeBusinesses!: LawfulTermType[];

  @Field(() => [TermType], { description: "The facts that can be known of a business, in the order of the profile." })
  facts!: TermType[];

  @Field(() => [MunicipalityTermType], { description: "Municipalities with how many businesses are known there." })
  municipalities!: MunicipalityTermType[];

  @Field(() => [AreaOutlineType], {
    description: "Outlines of the municipalities of their prefectures, else of the prefecture; none where not loaded.",
  })
  outlines!: Promise<AreaOutlineType[]>;
}
