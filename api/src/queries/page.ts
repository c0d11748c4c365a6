import { MalformedError } from "#domain/errors.ts";

/** A page of a list: how many rows, and the cursor of the row before. */
export interface PageRequest {
  readonly first: number;
  readonly after: string | undefined;
  /** Cursor of the row after: the page that ends before it. Only lists that can be read backwards are asked for it. */
  readonly before?: string | undefined;
}

/** What stands in a cursor: the values of the row that a list is ordered by. */
export const IN_CURSOR = {
  text: (value: unknown) => typeof value === "string" && !value.includes("\0"),
  uuid: (value: unknown) => typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  moment: (value: unknown) => typeof value === "string" && !Number.isNaN(Date.parse(value)),
  number: (value: unknown) => Number.isSafeInteger(value),
} as const;

/**
 * The page's part of a search by cursor, its cursor checked against what the list is ordered by: a broken one would
 * else fail inside the database.
 * @throws MalformedError
 */
export function pageOf(
  { first, after }: PageRequest,
  order: readonly (keyof typeof IN_CURSOR)[],
): { first: number; after?: string } {
  if (after === undefined) return { first };
  const values = cursorValues(after);
  if (values.length !== order.length || !order.every((kind, index) => IN_CURSOR[kind](values[index]))) {
    throw new MalformedError("cursor");
  }
  return { first, after };
}

/** The cursor of a row, from the values its list is ordered by. */
export function cursorOf(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** The values a cursor holds; none where it is broken. */
export function cursorValues(cursor: string): readonly unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(values) ? values : [];
  } catch {
    return [];
  }
}

/** The page's part of a list by moment, number and id, newest first, its cursor checked. @throws MalformedError */
export function momentPageOf(request: PageRequest): {
  readonly first: number;
  readonly after?: { readonly at: string; readonly number: number; readonly id: string };
} {
  const { first, after } = pageOf(request, ["moment", "number", "uuid"]);
  if (after === undefined) return { first };
  const [at, number, id] = cursorValues(after) as [string, number, string];
  return { first, after: { at, number, id } };
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

/** A Relay page of a list that is whole in memory; its cursors are places in it. @throws MalformedError */
export function wholeConnectionOf<Node>(nodes: readonly Node[], request: PageRequest) {
  const { first, after } = pageOf(request, ["number"]);
  const start = after === undefined ? 0 : Number(cursorValues(after)[0]) + 1;
  const edges = nodes.slice(start, start + first).map((node, index) => ({ node, cursor: cursorOf([start + index]) }));
  return {
    edges,
    pageInfo: {
      ...{ hasNextPage: start + edges.length < nodes.length, hasPreviousPage: start > 0 },
      ...{ startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
    },
    totalCount: nodes.length,
  };
}
