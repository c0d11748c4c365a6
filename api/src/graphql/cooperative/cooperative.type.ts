import { ArgsType, Field, ObjectType } from "type-graphql";
import type { PlainDate } from "#domain/calendar.ts";
import { connectionType } from "../connection.ts";
import { PageArguments } from "../page.ts";
import { PlainDateScalar } from "../scalars.ts";

@ObjectType("ExistingCooperative", { description: "A registered cooperative, from the National Tax Agency's numbers." })
export class ExistingCooperativeType {
  @Field(() => String, { description: "Corporate number, 13 digits." })
  corporateNumber!: string;

  @Field(() => String, { description: "Its registered name." })
  name!: string;

  @Field(() => String, { nullable: true, description: "The reading of its name; null where none is registered." })
  nameKana!: string | null;

  @Field(() => String, { description: "Which kind of cooperative, as the data set guesses it from the name." })
  kindName!: string;

  @Field(() => String, { description: "5-digit municipality code." })
  municipality!: string;

  @Field(() => String, { description: "The municipality's name." })
  municipalityName!: string;

  @Field(() => String, { description: "Registered address." })
  address!: string;

  @Field(() => PlainDateScalar, { description: "When its number was assigned; 2015-10-05: it existed before." })
  since!: PlainDate;

  @Field(() => PlainDateScalar, { nullable: true, description: "When it was closed; null while it exists." })
  until!: PlainDate | null;
}

export const ExistingCooperativeConnectionType = connectionType("ExistingCooperative", () => ExistingCooperativeType);

/** Which cooperatives are asked for. */
@ArgsType()
export class ExistingCooperativeArguments extends PageArguments {
  @Field(() => String, { nullable: true, description: "Only of this 5-digit municipality or 2-digit prefecture." })
  area!: string | null;

  @Field(() => String, { nullable: true, description: "Words in the name or its reading." })
  search!: string | null;

  @Field(() => Boolean, { defaultValue: false, description: "Also those that were closed." })
  withClosed!: boolean;
}
