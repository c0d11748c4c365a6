import { type ClassType, Field, Int, ObjectType } from "type-graphql";

/** Most rows one page of a list carries. */
export const PAGE_ROWS_MAX = 100;

@ObjectType("PageInfo", { description: "Where a page of a list lies." })
export class PageInfoType {
  @Field(() => Boolean, { description: "Whether more rows follow." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether rows come before." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first row; null on an empty page." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "Cursor of the last row, for `after`; null on an empty page." })
  endCursor!: string | null;
}

/** A page of rows with its cursors, as Relay describes it. */
export interface Connection<Row> {
  readonly edges: readonly { readonly node: Row; readonly cursor: string }[];
  readonly pageInfo: PageInfoType;
  readonly totalCount: number;
}

/** Declares the connection and edge types of a list; there is no other way lists are made. */
export function connectionType<Row extends object>(name: string, row: () => ClassType<Row>) {
  @ObjectType(`${name}Edge`, { description: `One row of a list of ${name}.` })
  class EdgeType {
    @Field(row, { description: "The row itself." })
    node!: Row;

    @Field(() => String, { description: "Marks this row for `after`." })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: "The rows of this page, in the order of the list." })
    edges!: EdgeType[];

    @Field(() => PageInfoType, { description: "Where this page lies in the list." })
    pageInfo!: PageInfoType;

    @Field(() => Int, { description: "How many rows the whole list has." })
    totalCount!: number;
  }
  return ConnectionType;
}
