import { Field, ObjectType, registerEnumType } from "type-graphql";
import type { PlainDate } from "#domain/calendar.ts";
import { enumOf } from "../enum.ts";
import { PlainDateScalar } from "../scalars.ts";

const FactStatusEnum = enumOf(["KNOWN", "KNOWN_NONE", "STALE", "UNKNOWN"]);
registerEnumType(FactStatusEnum, {
  name: "FactStatus",
  description: "Whether a fact is known.",
  valuesConfig: {
    KNOWN: { description: "Known." },
    KNOWN_NONE: { description: "Known that there is none." },
    STALE: { description: "Said too long ago to hold for sure; scores take it for unknown." },
    UNKNOWN: { description: "Not known; this says nothing either way." },
  },
});

@ObjectType("FactChoice", { description: "One of the values a fact is chosen from." })
export class FactChoiceType {
  @Field(() => String, { description: "As it is handed in." })
  code!: string;

  @Field(() => String, { description: "In words." })
  name!: string;
}

@ObjectType("Fact", { description: "One thing that is or is not known of a business." })
export class FactType {
  @Field(() => String, { description: "Stable name of the fact." })
  key!: string;

  @Field(() => String, { description: "Its name in words." })
  name!: string;

  @Field(() => FactStatusEnum, { description: "Whether it is known." })
  status!: keyof typeof FactStatusEnum;

  @Field(() => Boolean, { description: "Whether it says that there is none, stale or not." })
  none!: boolean;

  @Field(() => String, { nullable: true, description: "The value in words; null where unknown." })
  text!: string | null;

  @Field(() => String, { nullable: true, description: "Who says so: owner, adviser, register, list or estimate." })
  source!: string | null;

  @Field(() => String, { nullable: true, description: "That in words." })
  sourceName!: string | null;

  @Field(() => String, { nullable: true, description: "The person or list by name; null where nobody noted it." })
  by!: string | null;

  @Field(() => PlainDateScalar, { nullable: true, description: "The day it was said." })
  on!: PlainDate | null;

  @Field(() => PlainDateScalar, { nullable: true, description: "The last day it holds; null for what does not age." })
  validUntil!: PlainDate | null;

  @Field(() => Boolean, { description: "Whether the source itself gave a rough figure." })
  about!: boolean;

  @Field(() => String, { description: "The value as it is typed into a list or a form; empty where unknown." })
  entry!: string;

  @Field(() => [FactChoiceType], { description: "What it is chosen from; empty for what is written." })
  choices!: readonly FactChoiceType[];

  @Field(() => Boolean, { description: "Whether there can be none of it." })
  canBeNone!: boolean;
}

@ObjectType("NextQuestion", {
  description: "What to ask an owner next: the answer that would tell most about the groups the business could be in.",
})
export class NextQuestionType {
  @Field(() => String, { description: "The question, in an owner's words." })
  text!: string;

  @Field(() => FactType, { description: "The fact it is about, as far as it is known." })
  fact!: FactType;
}
