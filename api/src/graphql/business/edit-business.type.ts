import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { TELLERS, type Teller } from "#domain/business/save-business.ts";
import type { PlainDate } from "#domain/calendar.ts";
import { enumOf } from "../enum.ts";
import { ProblemType } from "../problem.type.ts";
import { PlainDateScalar } from "../scalars.ts";
import { BusinessType } from "./business.type.ts";
import { FieldEditInput } from "./field-edit.type.ts";

const TellerEnum = enumOf(TELLERS.map((teller) => teller.toUpperCase() as Uppercase<Teller>));
registerEnumType(TellerEnum, {
  name: "Teller",
  description: "Who said something that is noted by hand.",
  valuesConfig: {
    OWNER: { description: "The owner." },
    ADVISER: { description: "The coordinator." },
    REGISTER: { description: "A public register." },
  },
});

/** The source of a fact that was noted by hand. */
export function tellerOf(teller: keyof typeof TellerEnum | undefined): Teller {
  return TELLERS.find((one) => one.toUpperCase() === teller) ?? "adviser";
}

@InputType({ description: "Who said it and when." })
abstract class TellingInput {
  @Field(() => TellerEnum, { nullable: true, description: "Who said so; absent: the coordinator." })
  source?: keyof typeof TellerEnum;

  @Field(() => PlainDateScalar, { nullable: true, description: "The day it was said; absent: today." })
  on?: PlainDate;
}

@InputType("SaveBusinessInput", { description: "Changes of a business, or a business to add." })
export class SaveBusinessInput extends TellingInput {
  @Field(() => ID, { nullable: true, description: "The business; absent to add one." })
  id?: string;

  @Field(() => Int, { nullable: true, description: "The version that was seen; needed with an id." })
  version?: number;

  @Field(() => [FieldEditInput], { description: "What is changed; the rest stays." })
  fields!: FieldEditInput[];

  @Field(() => Boolean, {
    nullable: true,
    description: "Add it though there is a business of this name: it is another one.",
  })
  isAnother?: boolean;
}

@InputType("ConfirmFactsInput", { description: "Facts that still hold." })
export class ConfirmFactsInput extends TellingInput {
  @Field(() => ID, { description: "The business." })
  businessId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  version!: number;

  @Field(() => [String], { description: "Keys of the facts, as `Fact.key` names them." })
  keys!: string[];
}

@InputType("UndoBusinessChangeInput", { description: "A change to take back." })
export class UndoBusinessChangeInput {
  @Field(() => ID, { description: "The line of the business's history, as `TimelineEntry.changeId` names it." })
  changeId!: string;
}

abstract class BusinessPayload {
  business!: BusinessType | null;
  problems!: ProblemType[];
}

/** A payload with a business or the problems; GraphQL wants one type a mutation. */
function businessPayload(name: string) {
  @ObjectType(name, { description: "Exactly one of the two is filled." })
  class PayloadType extends BusinessPayload {
    @Field(() => BusinessType, { nullable: true, description: "The business as it is now; null where it was refused." })
    declare business: BusinessType | null;

    @Field(() => [ProblemType], { description: "Every reason why it was refused, each with the field it belongs to." })
    declare problems: ProblemType[];
  }
  return PayloadType;
}

export const SaveBusinessPayload = businessPayload("SaveBusinessPayload");
export const ConfirmFactsPayload = businessPayload("ConfirmFactsPayload");

@ObjectType("UndoBusinessChangePayload", { description: "What is left of the change." })
export class UndoBusinessChangePayload {
  @Field(() => BusinessType, {
    nullable: true,
    description: "The business as it is now; null where it was refused or is no longer known.",
  })
  business!: BusinessType | null;

  @Field(() => [String], { description: "Names of what stays as it is, because it was changed again since." })
  changedSince!: string[];

  @Field(() => [ProblemType], { description: "Why it was refused." })
  problems!: ProblemType[];
}
