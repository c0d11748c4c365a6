import { PURPOSES, type Purpose } from "../../../api/src/domain/purpose.ts";
import type { SearchMode, SearchPlan } from "../../../api/src/matching/search-plan.ts";
import { planSearch } from "../../../api/src/matching/search-plan.ts";
import type { DemandText } from "../../../api/src/matching/demand.ts";
import type { SnapshotBusiness } from "../../../api/src/matching/snapshot.ts";
import { ask } from "../../../api/test/questions.ts";
import { drawFrom } from "../../../api/test/random-snapshot.ts";
import { regionOf } from "../region.ts";
import { orderFrom } from "./orders.ts";

/** One search that can be answered exactly: of whom, for what, and how large groups are to be. */
export interface SmallSearch {
  readonly purpose: Purpose;
  readonly businesses: number;
  readonly seed: number;
  readonly membersMin: number;
  readonly membersMax: number;
}

type Sizes = readonly [membersMin: number, membersMax: number];

const BUSINESSES = [50, 100, 150, 200, 250, 300] as const;

/** Searches of each purpose and number of businesses: each size once, and sizes at choice. */
const SIZES: readonly Sizes[] = [
  [4, 4],
  [5, 5],
  [6, 6],
  [7, 7],
  [8, 8],
  [4, 8],
  [4, 6],
  [4, 5],
];

/**
 * Most members of a group that can be answered exactly within some ten seconds, from so many businesses on: whether work
 * adds up to a year depends on all members at once, and whether they buy the same things nearly so.
 */
function membersMaxOf(purpose: Purpose, businesses: number): number {
  if (purpose === "YEAR_ROUND_WORK") return businesses > 100 ? 5 : 6;
  return purpose === "JOINT_PURCHASING" && businesses > 200 ? 7 : 8;
}

function searchesFor(purpose: Purpose, businesses: number): readonly SmallSearch[] {
  const limit = membersMaxOf(purpose, businesses);
  return SIZES.map(([least, most], at) => ({
    ...{ purpose, businesses, seed: businesses + at },
    ...{ membersMin: Math.min(least, limit), membersMax: Math.min(most, limit) },
  }));
}

/** Small searches of every purpose, forty-eight each. */
export const SMALL_SEARCHES: readonly SmallSearch[] = PURPOSES.flatMap((purpose) =>
  BUSINESSES.flatMap((businesses) => searchesFor(purpose, businesses)),
);

/** What a small search is called in a table of optima. */
export function nameOf({ purpose, businesses, membersMin, membersMax, seed }: SmallSearch): string {
  return `${purpose} of ${businesses}, ${membersMin} to ${membersMax} members, seed ${seed}`;
}

/** The demand of a search: an order of the region's own trades where the purpose weighs one. */
function demandOf(search: SmallSearch): DemandText {
  if (search.purpose !== "SHARED_ORDERS") return {};
  const draw = drawFrom(search.seed);
  return orderFrom(businessesOf(search), draw, { capabilities: 4 + draw(7), areas: 1 + draw(3) });
}

/** Those a small search is among. They lie within some kilometres: a square of the reference density. */
export function businessesOf({ businesses, seed }: SmallSearch): readonly SnapshotBusiness[] {
  return regionOf({ businesses, seed }).businesses;
}

/** The plan of a small search, for one proposal. */
export function planOf(search: SmallSearch, mode: SearchMode): SearchPlan {
  const { purpose, membersMin, membersMax } = search;
  const wishes = { membersMin, membersMax, mode, top: 1 };
  const plan = planSearch(businessesOf(search), ask(purpose, demandOf(search)), wishes);
  if (!plan.accepted) throw new Error(JSON.stringify(plan.problems));
  return plan.change;
}
