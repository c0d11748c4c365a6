import { GraphQLError } from "graphql";
import { ArgsType, Field, Int } from "type-graphql";
import type { PageRequest } from "#queries/page.ts";
import { PAGE_ROWS_MAX } from "./connection.ts";

/** Which page of a list is asked for. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, { defaultValue: 50, description: "Rows of a page, 1 to 100." })
  first!: number;

  @Field(() => String, { nullable: true, description: "Cursor of the row before." })
  after!: string | null;
}

/** Checks a list's `first` and `after`. @throws GraphQLError code BAD_USER_INPUT where `first` is out of range */
export function pageRequest({ first, after }: Pick<PageArguments, "first" | "after">): PageRequest {
  return { first: rowsOf(first), after: after ?? undefined };
}

/** Checks a number of rows. @throws GraphQLError code BAD_USER_INPUT where it is out of range */
export function rowsOf(first: number): number {
  if (first >= 1 && first <= PAGE_ROWS_MAX) return first;
  throw new GraphQLError(`"first" takes 1 to ${PAGE_ROWS_MAX}; it was ${first}.`, {
    extensions: { code: "BAD_USER_INPUT", http: { status: 400 } },
  });
}
