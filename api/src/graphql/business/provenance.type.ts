import { Field, InputType, ObjectType, registerEnumType } from "type-graphql";
import {
  HAND_ON_ANSWERS,
  LIST_ORIGINS,
  LIST_USES,
  type HandOnAnswer,
  type ListOrigin,
  type ListUse,
} from "#domain/business/provenance.ts";
import type { PlainDate } from "#domain/calendar.ts";
import { PlainDateScalar } from "../scalars.ts";
import { enumOf } from "../enum.ts";

const ListOriginEnum = enumOf(LIST_ORIGINS);
registerEnumType(ListOriginEnum, {
  name: "ListOrigin",
  description: "Where a list comes from.",
  valuesConfig: {
    MEMBERS: { description: "A register of members." },
    CONSULTATIONS: { description: "What advisers wrote down." },
    REGISTER: { description: "A public register." },
    SURVEY: { description: "What businesses answered themselves." },
    OTHER: { description: "Something else." },
  },
});

const ListUseEnum = enumOf(LIST_USES);
registerEnumType(ListUseEnum, {
  name: "ListUse",
  description: "What a list may be used for.",
  valuesConfig: {
    MATCHING: { description: "To look for groups that could work together." },
    CONTACT: { description: "To get in touch with the businesses." },
  },
});

const HandOnEnum = enumOf(HAND_ON_ANSWERS);
registerEnumType(HandOnEnum, {
  name: "HandOnAnswer",
  description: "Whether the persons in a list agreed to its being handed to the federation.",
  valuesConfig: {
    YES: { description: "They did, or it names no persons." },
    NO: { description: "They did not." },
    UNKNOWN: { description: "Nobody knows." },
  },
});

@InputType("ListProvenanceInput", { description: "Where a list comes from and what it may be used for." })
export class ListProvenanceInput {
  @Field(() => ListOriginEnum, { nullable: true, description: "Where it comes from." })
  origin?: ListOrigin;

  @Field(() => String, { nullable: true, description: "What it is called; told as the source of every fact." })
  name?: string;

  @Field(() => [ListUseEnum], { nullable: true, description: "What it may be used for." })
  uses?: ListUse[];

  @Field(() => HandOnEnum, { nullable: true, description: "Whether handing it on was agreed to." })
  handOn?: HandOnAnswer;

  @Field(() => PlainDateScalar, { nullable: true, description: "The day it is as of; absent: the day it is taken." })
  asOf?: PlainDate;
}

@ObjectType("ListProvenance", { description: "Where a list comes from and what it may be used for." })
export class ListProvenanceType {
  @Field(() => ListOriginEnum, { description: "Where it comes from." })
  origin!: ListOrigin;

  @Field(() => String, { description: "That in words." })
  originName!: string;

  @Field(() => String, { description: "What it is called." })
  name!: string;

  @Field(() => [ListUseEnum], { description: "What it may be used for." })
  uses!: ListUse[];

  @Field(() => [String], { description: "That in words." })
  useNames!: string[];

  @Field(() => HandOnEnum, { description: "Whether handing it on was agreed to." })
  handOn!: HandOnAnswer;

  @Field(() => String, { description: "That in words." })
  handOnText!: string;

  @Field(() => PlainDateScalar, { nullable: true, description: "The day it is as of; null: the day it was taken." })
  asOf!: PlainDate | null;
}
