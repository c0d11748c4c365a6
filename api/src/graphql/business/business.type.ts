import { Field, Float, Int, ObjectType } from "type-graphql";
import { connectionType } from "../connection.ts";
import { NodeType } from "../node.type.ts";
import { DateTimeScalar } from "../scalars.ts";
import { FactType, NextQuestionType } from "./fact.type.ts";
import { SizeTestType } from "./size-test.type.ts";

@ObjectType("Place", { description: "A point on the ground." })
export class PlaceType {
  @Field(() => Float, { description: "Latitude, WGS84 degrees." })
  lat!: number;

  @Field(() => Float, { description: "Longitude, WGS84 degrees." })
  lon!: number;

  @Field(() => Boolean, { description: "Whether it was taken from the town or municipality, not from the business." })
  estimated!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "How exact an estimate is: TOWN or MUNICIPALITY (its office); null for a point of its own.",
  })
  exactness!: string | null;
}

@ObjectType("BusinessPlace", { description: "One place a business works at: a shop, a works, an office." })
export class BusinessPlaceType {
  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Its address; null where unknown." })
  address!: string | null;

  @Field(() => String, { nullable: true, description: "Its municipality's name; null where unknown." })
  municipalityName!: string | null;

  @Field(() => String, { nullable: true, description: "The licences held for it in words; null where none is told." })
  licences!: string | null;
}

@ObjectType("Business", { implements: NodeType, description: "A business the federation knows." })
export class BusinessType extends NodeType {
  @Field(() => String, { description: "Its name as it writes it." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Its reading." })
  nameKana!: string | null;

  @Field(() => String, { nullable: true, description: "The federation's own key (管理番号)." })
  externalId!: string | null;

  @Field(() => String, { nullable: true, description: "Corporate number, 13 digits; sole proprietors have none." })
  corporateNumber!: string | null;

  @Field(() => String, { description: "What an exported list and its survey sheet name it by (Musubi番号)." })
  musubiNumber!: string;

  @Field(() => String, { nullable: true, description: "Address; null where unknown." })
  address!: string | null;

  @Field(() => String, { nullable: true, description: "Telephone; null where unknown." })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: "5-digit municipality code; null where unknown." })
  municipality!: string | null;

  @Field(() => String, { nullable: true, description: "The municipality's name." })
  municipalityName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "JSIC rev. 14 code, a letter or 2 to 4 digits; null where unknown.",
  })
  industry!: string | null;

  @Field(() => String, { nullable: true, description: "The trade in words; null where unknown." })
  industryName!: string | null;

  @Field(() => PlaceType, { nullable: true, description: "Where it is; null where unknown." })
  place!: PlaceType | null;

  @Field(() => [BusinessPlaceType], {
    description: "Its places, where a list told premises apart from whoever runs them; the address is the main one's.",
  })
  places!: BusinessPlaceType[];

  @Field(() => [FactType], { description: "All facts in the order of the profile, known and unknown." })
  facts!: FactType[];

  @Field(() => SizeTestType, { description: "Whether it is a small business before the law." })
  sizeTest!: SizeTestType;
  @Field(() => NextQuestionType, {
    nullable: true,
    description: "The one thing to ask next; null where all that is worth asking is known and holds.",
  })
  nextQuestion!: NextQuestionType | null | Promise<NextQuestionType | null>;

  @Field(() => Boolean, { description: "Whether it is marked as closed or left: no group is looked for with it." })
  isClosed!: boolean;

  @Field(() => Int, { description: "How many facts are known." })
  knownCount!: number;

  @Field(() => Int, { description: "How many facts there are to know." })
  factCount!: number;

  @Field(() => Int, { description: "Goes up with each change." })
  version!: number;

  @Field(() => DateTimeScalar, { description: "When it was last changed." })
  updatedAt!: Date;

  @Field(() => Boolean, { description: "Whether the viewer may change what is known of it." })
  viewerCanWrite!: boolean;
}

@ObjectType("Tie", { description: "One a business deals with." })
export class TieType {
  @Field(() => String, { description: "As it is noted: a key, a corporate number or a name." })
  key!: string;

  @Field(() => BusinessType, { nullable: true, description: "The business known under it; null where there is none." })
  business!: BusinessType | null;
}

export const BusinessConnectionType = connectionType("Business", () => BusinessType);
