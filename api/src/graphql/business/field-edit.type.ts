import { Field, InputType } from "type-graphql";
import { isIdentityKey, type FieldEdit } from "#domain/business/read-edit.ts";
import { MalformedError } from "#domain/errors.ts";
import { isFactKey } from "#queries/fact-pages.ts";

@InputType("FieldEditInput", { description: "What is known from now on of one thing." })
export class FieldEditInput {
  @Field(() => String, {
    description: "name, nameKana, corporateNumber, externalId, or the key of a fact as `Fact.key` names it.",
  })
  key!: string;

  @Field(() => String, {
    nullable: true,
    description: "As a list would write it (約20名, R7.4.1, 1,000万円, 人手不足:3); empty makes it unknown.",
  })
  text?: string;

  @Field(() => Boolean, { nullable: true, description: "That there is none, where there can be." })
  none?: boolean;
}

/** Edits as commands take them. @throws MalformedError for a key that is none */
export function fieldEditsOf(fields: readonly FieldEditInput[]): FieldEdit[] {
  return fields.map(({ key, text = "", none = false }) => {
    if (!isFactKey(key) && !isIdentityKey(key)) throw new MalformedError(`field ${key.slice(0, 40)}`);
    return { key, text, none };
  });
}
