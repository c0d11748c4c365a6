/** Orders of a list of candidates; the first unless another is chosen. */
export const RESULT_SORTS = ["lower", "upper", "coverage", "size", "near"] as const;
export type ResultSort = (typeof RESULT_SORTS)[number];

/** Filters by their name in the address; each can be taken away by itself. */
export const RESULT_FILTERS = ["band", "municipality", "with"] as const;
export type ResultFilter = (typeof RESULT_FILTERS)[number];

/** How candidates are looked at, as the address says it. */
export interface ResultsView {
  readonly sort: ResultSort;
  readonly filters: Readonly<Record<ResultFilter, string>>;
  /** Rank of the candidate that is picked out on the map and in the list. */
  readonly chosen: number | null;
}

export function resultsViewOf(params: URLSearchParams): ResultsView {
  const chosen = params.get("at") ?? "";
  return {
    sort: RESULT_SORTS.find((sort) => sort === params.get("sort")) ?? RESULT_SORTS[0],
    filters: {
      band: params.get("band") ?? "",
      municipality: params.get("municipality") ?? "",
      with: params.get("with")?.trim() ?? "",
    },
    chosen: /^[1-9]\d{0,3}$/.test(chosen) ? Number(chosen) : null,
  };
}

/** The address with some of its values changed; an empty value takes the name away. Everything else in it stays. */
export function addressWith(params: URLSearchParams, change: Readonly<Record<string, string>>): string {
  const next = new URLSearchParams();
  for (const [name, value] of params) if (!(name in change) && value.trim() !== "") next.append(name, value);
  for (const [name, value] of Object.entries(change)) if (value !== "") next.set(name, value);
  const text = next.toString();
  // A bare question mark: an empty address would keep what stands there.
  return `?${text}`;
}
