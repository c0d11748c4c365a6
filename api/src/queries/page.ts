/** A page of a list: how many rows, and the cursor of the row before. */
export interface PageRequest {
  readonly first: number;
  readonly after: string | undefined;
}

/** What MikroORM's cursors are to a page. */
interface CursorPage<Row extends object> {
  readonly items: readonly Row[];
  readonly totalCount?: number;
  readonly hasNextPage: boolean;
  readonly hasPrevPage: boolean;
  from(row: Row): string;
}

/** A Relay page of `nodes`, which stand for the rows of `page` one by one. */
export function connectionOf<Row extends object, Node>(page: CursorPage<Row>, nodes: readonly Node[]) {
  const cursors = page.items.map((row) => page.from(row));
  return {
    edges: nodes.map((node, index) => ({ node, cursor: cursors[index] ?? "" })),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPrevPage,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
    totalCount: page.totalCount ?? 0,
  };
}
