import { GraphQLError } from "graphql";
import { ArgsType, Field, Int, registerEnumType } from "type-graphql";
import type { BusinessListRequest } from "#queries/business-list.ts";
import { BUSINESS_SORTS, type BusinessSort } from "#queries/business-order.ts";
import type { PageRequest } from "#queries/page.ts";
import { enumOf } from "../enum.ts";
import { PageArguments, pageRequest } from "../page.ts";

const BusinessSortEnum = enumOf(BUSINESS_SORTS);
registerEnumType(BusinessSortEnum, {
  name: "BusinessSort",
  description: "What a list of businesses is sorted by. What is unknown comes last.",
  valuesConfig: {
    RELEVANCE: { description: "How well the names meet the search; by name where nothing is sought." },
    NAME: { description: "The reading, or the name where no reading is known." },
    MUNICIPALITY: { description: "The municipality's code." },
    TRADE: { description: "The JSIC code." },
    LAST_CONTACT: { description: "The last visit." },
    UPDATED: { description: "The last change." },
    KNOWN: { description: "How many facts are known." },
    TO_ASK: { description: "By municipality, in each those first of which least is known: whom to visit and ask." },
  },
});

/** Which businesses are meant: a search and filters, all of which must hold. */
@ArgsType()
export class BusinessFilterArguments extends PageArguments {
  @Field(() => String, {
    nullable: true,
    description:
      "Words in name, reading, key, address, telephone number, trade, persons or note, as typed, in any order.",
  })
  search!: string | null;

  @Field(() => String, { nullable: true, description: "Only of this 5-digit municipality." })
  municipality!: string | null;

  @Field(() => String, { nullable: true, description: "Only of this JSIC section letter, or code of 2 to 4 digits." })
  industry!: string | null;

  @Field(() => String, { nullable: true, description: "Only those this coordinator looks after, by name." })
  adviser!: string | null;

  @Field(() => Boolean, { nullable: true, description: "Only those the viewer looks after." })
  mine!: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: "Only those not visited for so many months, 1 to 120, and those of which no visit is known.",
  })
  notVisitedMonths!: number | null;

  @Field(() => String, { nullable: true, description: "Only those with this issue (code)." })
  need!: string | null;

  @Field(() => String, { nullable: true, description: "Only those that hold this licence (code)." })
  licence!: string | null;

  @Field(() => String, { nullable: true, description: "Only those open to this purpose." })
  purpose!: string | null;

  @Field(() => String, { nullable: true, description: "Only those of which this fact is known." })
  known!: string | null;

  @Field(() => String, { nullable: true, description: "Only those of which this fact is not known." })
  unknown!: string | null;
}

/** Which businesses a list shows, and in which order. */
@ArgsType()
export class BusinessListArguments extends BusinessFilterArguments {
  @Field(() => BusinessSortEnum, {
    nullable: true,
    description: "What the list is sorted by; absent: by how well a search is met, else by name.",
  })
  sort!: BusinessSort | null;

  @Field(() => Boolean, { defaultValue: false, description: "Whether the order is turned round." })
  descending!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the row after: the page that ends before it." })
  before!: string | null;
}

/** Longest time without a visit that is asked for. */
const MONTHS_MAX = 120;

/** What the arguments ask. @throws GraphQLError code BAD_USER_INPUT where the months are out of range */
export function businessListRequest(list: BusinessListArguments): BusinessListRequest {
  const { sort, descending, notVisitedMonths } = list;
  if (typeof notVisitedMonths === "number" && (notVisitedMonths < 1 || notVisitedMonths > MONTHS_MAX)) {
    throw new GraphQLError(`"notVisitedMonths" takes 1 to ${MONTHS_MAX}; it was ${notVisitedMonths}.`, {
      extensions: { code: "BAD_USER_INPUT", http: { status: 400 } },
    });
  }
  return { filter: list, ...(sort ? { order: { by: sort, descending } } : {}) };
}

/** Checks `first` and the cursors. */
export function businessPageRequest(list: BusinessListArguments): PageRequest {
  return { ...pageRequest(list), before: list.before ?? undefined };
}
