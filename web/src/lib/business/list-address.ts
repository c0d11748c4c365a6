/** Sorts of the list as the api names them. */
export const LIST_SORTS = ["NAME", "MUNICIPALITY", "TRADE", "LAST_CONTACT", "UPDATED", "KNOWN"] as const;
export type ListSort = (typeof LIST_SORTS)[number];

/** Sorts that begin with the greatest: what changed last, and what most is known of. */
const GREATEST_FIRST: readonly ListSort[] = ["UPDATED", "KNOWN"];

/** Filters by their name in the address; each can be taken away by itself. */
export const FILTER_NAMES = [
  "municipality",
  "industry",
  "mine",
  "visited",
  "need",
  "licence",
  "purpose",
  "known",
  "unknown",
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** Columns beside the name that are shown unless others are chosen. */
export const USUAL_COLUMNS: readonly string[] = ["municipality", "trade", "lastContact", "known", "updated"];

/** What a list of businesses is asked, as its address says it: the address is the view. */
export interface ListAddress {
  readonly search: string;
  readonly filters: Readonly<Record<FilterName, string>>;
  /** Null: by how well a search is met, else by name. */
  readonly sort: ListSort | null;
  readonly descending: boolean;
  readonly columns: readonly string[];
}

export function listAddressOf(params: URLSearchParams): ListAddress {
  const filters = Object.fromEntries(FILTER_NAMES.map((name) => [name, params.get(name) ?? ""]));
  const columns = params.getAll("column");
  return {
    search: params.get("q")?.trim() ?? "",
    filters: filters as ListAddress["filters"],
    sort: LIST_SORTS.find((sort) => sort === params.get("sort")) ?? null,
    descending: params.get("order") === "desc",
    columns: columns.length > 0 ? columns : USUAL_COLUMNS,
  };
}

/** Months a business may go without a visit, as the address names them; null for anything else. */
export function monthsOf(visited: string): number | null {
  const months = /^\d{1,3}$/.test(visited) ? Number(visited) : 0;
  return months >= 1 && months <= 120 ? months : null;
}

/** What stands in the address beside the view: where in the list one stands, and what was just done. */
const BESIDE_THE_VIEW: readonly string[] = ["after", "viewSaved", "viewRemoved", "addingUndone"];

/** The address of a view without what says nothing: empty fields, the usual columns, what only stands beside it. */
export function plainQuery(query: Iterable<readonly [string, string]>): URLSearchParams {
  const plain = new URLSearchParams();
  for (const [name, value] of query) {
    const isAction = name.startsWith("/");
    if (value.trim() !== "" && !isAction && !BESIDE_THE_VIEW.includes(name)) plain.append(name, value.trim());
  }
  if (!plain.has("sort")) plain.delete("order");
  if (plain.getAll("column").join() === USUAL_COLUMNS.join()) plain.delete("column");
  return plain;
}

/** Address of the same list without one filter, from its first row. */
export function hrefWithout(params: URLSearchParams, name: FilterName | "q"): string {
  const rest = plainQuery(params);
  rest.delete(name);
  return `?${rest}`;
}

/** Address of the same list with one filter, from its first row. */
export function hrefWith(params: URLSearchParams, name: FilterName, value: string): string {
  const rest = plainQuery(params);
  rest.set(name, value);
  return `?${rest}`;
}

/** Address of the same list sorted by a column: in its usual direction, and turned round where it is sorted so already. */
export function hrefSortedBy(params: URLSearchParams, sort: ListSort): string {
  const { sort: chosen, descending, search } = listAddressOf(params);
  // Without words and an order of its own, a list is by name.
  const now = chosen ?? (search === "" ? "NAME" : null);
  const turned = now === sort ? !descending : GREATEST_FIRST.includes(sort);
  const next = plainQuery(params);
  next.set("sort", sort);
  next.delete("order");
  if (turned) next.set("order", "desc");
  return `?${next}`;
}

/** What the api is asked for a list, but for the page of it. */
export function listQueryOf({ search, filters, sort, descending }: ListAddress) {
  const { municipality, industry, need, licence, purpose, known, unknown } = filters;
  return {
    ...{ search, municipality, industry, need, licence, purpose, known, unknown, sort, descending },
    mine: filters.mine !== "",
    notVisitedMonths: monthsOf(filters.visited),
  };
}
