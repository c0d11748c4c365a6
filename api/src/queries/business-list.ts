import { soughtWords, type SoughtWords } from "#domain/business/search-text.ts";
import { conditionsOf, type BusinessFilter, type SqlPart } from "./business-conditions.ts";
import { beyondCursor, orderBySql, orderTerms, type BusinessOrder } from "./business-order.ts";
import { cursorOf, type PageRequest } from "./page.ts";
import type { ReadingContext } from "./reading-context.ts";

/** A page of a list of businesses, as ids. */
export interface BusinessIdPage {
  readonly ids: readonly string[];
  /** Where each row stands in the list. */
  readonly cursors: readonly string[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** Which businesses, in which order. */
export interface BusinessListRequest {
  readonly filter: BusinessFilter;
  /** Absent: by how well the names meet the search, or by name where nothing is sought. */
  readonly order?: BusinessOrder | undefined;
}

/** Finds one page of a list of businesses under row-level security, with how many there are in all. */
export async function findBusinessIds(
  ctx: ReadingContext,
  request: BusinessListRequest,
  page: PageRequest,
): Promise<BusinessIdPage> {
  const sought = soughtWords(request.filter.search ?? "");
  const terms = orderTerms(orderOf(request, sought));
  const cursor = page.before ?? page.after;
  const backwards = page.before !== undefined;
  const found = foundSql(ctx, request, sought);
  const beyond = cursor === undefined ? undefined : beyondCursor(terms, cursor, backwards);
  const keys = terms.map(({ sql }, index) => `${sql} as key_${index}`).join(", ");
  const rows: Record<string, unknown>[] = await ctx.em.execute(
    `with found as ${found.sql}
     select id, ${keys}, (select count(*)::int from found) as total from found
     ${beyond ? `where ${beyond.sql}` : ""} order by ${orderBySql(terms, backwards)} limit ?`,
    [...found.values, ...(beyond?.values ?? []), page.first + 1],
  );
  const shown = rows.slice(0, page.first);
  if (backwards) shown.reverse();
  const more = rows.length > page.first;
  return {
    ids: shown.map(({ id }) => String(id)),
    cursors: shown.map((row) => cursorOf(terms.map(({ kind }, index) => keyOf(kind, row[`key_${index}`])))),
    totalCount: rows.length > 0 ? Number(rows[0]?.["total"]) : await countOf(ctx, found),
    hasNextPage: backwards ? true : more,
    hasPreviousPage: backwards ? more : cursor !== undefined,
  };
}

/** Every business of a list, in its order: ids alone, which a hundred thousand times fit in a few megabytes. */
export async function findAllBusinessIds(ctx: ReadingContext, request: BusinessListRequest): Promise<string[]> {
  const sought = soughtWords(request.filter.search ?? "");
  const terms = orderTerms(orderOf(request, sought));
  const found = foundSql(ctx, request, sought);
  const rows: { id: string }[] = await ctx.em.execute(
    `with found as ${found.sql} select id from found order by ${orderBySql(terms, false)}`,
    [...found.values],
  );
  return rows.map(({ id }) => id);
}

function keyOf(kind: string, value: unknown): unknown {
  return kind === "number" ? Number(value) : value;
}

/** A page beyond the last row says nothing of how many there are. */
async function countOf(ctx: ReadingContext, found: SqlPart): Promise<number> {
  const [row]: { total: number }[] = await ctx.em.execute(
    `with found as ${found.sql} select count(*)::int as total from found`,
    [...found.values],
  );
  return row?.total ?? 0;
}

function orderOf({ order }: BusinessListRequest, { strict }: SoughtWords): BusinessOrder {
  const isSearch = strict.length > 0;
  if (order && (order.by !== "RELEVANCE" || isSearch)) return order;
  return { by: isSearch ? "RELEVANCE" : "NAME", descending: false };
}

/**
 * The rows a list is made of. A search is looked up once and kept for counting and sorting; without one the database
 * counts and sorts by its indexes. A search that nothing narrows further has all that its order needs already.
 */
function foundSql(ctx: ReadingContext, request: BusinessListRequest, sought: SoughtWords): SqlPart {
  const conditions = conditionsOf(ctx, request.filter);
  const where = ["removed_at is null", ...conditions.map(({ sql }) => sql)].join(" and ");
  const values = conditions.flatMap((condition) => condition.values);
  if (sought.strict.length === 0) {
    return { sql: `not materialized (select * from business where ${where})`, values };
  }
  const words = wordsSql(sought);
  if (conditions.length === 0 && ["RELEVANCE", "NAME"].includes(orderOf(request, sought).by)) {
    return { sql: `materialized (${words.sql})`, values: words.values };
  }
  return {
    sql: `materialized (
      select business.id, business.sort_key, words.rank, municipality, industry, last_contact, updated_at, known_count
      from (${words.sql}) as words join business on business.id = words.id where ${where})`,
    values: [...words.values, ...values],
  };
}

/** Ids with their rank and reading. A reading heard without its voicing comes after everything found as typed. */
function wordsSql({ strict, relaxed }: SoughtWords): SqlPart {
  const find = "find_businesses(array(select jsonb_array_elements_text(?::jsonb)))";
  if (relaxed === undefined) return { sql: `select id, sort_key, rank from ${find}`, values: [JSON.stringify(strict)] };
  return {
    sql: `select id, sort_key, min(rank) as rank
          from (select id, sort_key, rank from ${find} union all select id, sort_key, rank + 10 from ${find}) as either
          group by id, sort_key`,
    values: [JSON.stringify(strict), JSON.stringify(relaxed)],
  };
}
