import type { Analysis } from "./analysis.ts";
import type { Chosen } from "./engine/found-groups.ts";
import { Overlaps } from "./engine/overlaps.ts";
import { POOL_MAX } from "./engine/part.ts";
import { overlapsWith, Search } from "./engine/search.ts";
import { slotsOf, Sweep } from "./engine/sweep.ts";
import type { SearchControl, SearchMode, SearchPlan } from "./search-plan.ts";

/** What a search found. */
export interface SearchResult {
  /** In rank order; any two share at most one third of their union. */
  readonly proposals: readonly Analysis[];
  readonly examined: number;
  readonly cutShort: boolean;
  readonly unplaced: readonly string[];
}

/** Percent of the budget that may be spent when the best groups have been polished. */
const POLISHED_PERCENT = 85;

/** Partners a seed is started with, beside alone, while the best groups are polished. */
const POLISHED_PARTNERS = 12;

/** Seeds polished at most: members of the best groups first. */
const POLISHED_SEEDS_MAX: Readonly<Record<SearchMode, number>> = { fast: 100, quality: 60 };

/** Seeds tried at most for each further proposal, which also gets its even share of what is left of the budget. */
const FURTHER_SEEDS_MAX: Readonly<Record<SearchMode, number>> = { fast: 6, quality: 60 };

/** Partners a seed is started with, beside alone, for a further proposal. */
const FURTHER_PARTNERS: Readonly<Record<SearchMode, number>> = { fast: 0, quality: 2 };

/** The first so many seeds to be tried again: members of the best groups, then whoever promises most. */
function membersFirst(chosen: readonly Chosen[], order: Int32Array, count: number): Int32Array {
  const seeds = new Set<number>();
  for (const { candidates } of chosen) for (const one of candidates) if (seeds.size < count) seeds.add(one);
  for (const one of order.subarray(0, 2 * count)) if (seeds.size < count) seeds.add(one);
  return Int32Array.from(seeds);
}

/**
 * Finds groups: from every seed greedily and by single changes, then around the best again from pairs, then, for each
 * further proposal, anew among groups that differ enough from those before it. It proves no optimum; what it proposes
 * is analysed anew and keeps every rule. Same businesses, question and budget, same proposals.
 */
export function discover(plan: SearchPlan, control: SearchControl = {}): SearchResult {
  const search = new Search(plan, control);
  new Sweep(search, plan).run();
  polish(search, plan);
  further(search, plan);
  const proposals = search.found.diverseTop(plan.top).map(({ candidates }) => search.found.analysisOf(candidates));
  return { proposals, examined: search.examined, cutShort: search.cutShort, unplaced: plan.unplaced };
}

function polish(search: Search, plan: SearchPlan): void {
  const best = membersFirst(search.top(), search.crew.bounds.order, POLISHED_SEEDS_MAX[plan.mode]);
  search.expect(best.length);
  const start = { slots: POOL_MAX, partners: POLISHED_PARTNERS, avoided: new Overlaps() };
  const groupsMax = search.budget(POLISHED_PERCENT);
  if (!search.isSpent(groupsMax)) search.keepFrom(best, start, groupsMax);
}

/**
 * Each proposal but the first is looked for once more among the groups that differ from the ones before it, with an
 * even share of what is left of the budget.
 */
function further(search: Search, plan: SearchPlan): void {
  let chosen = search.top();
  for (let place = 1; place < plan.top && place <= chosen.length; place += 1) {
    const left = search.budget(100) - search.examined;
    if (left <= 0) break;
    const groupsMax = search.examined + Math.floor(left / (plan.top - place));
    const avoided = overlapsWith(chosen.slice(0, place));
    const seeds = membersFirst(chosen.slice(place), search.crew.bounds.order, FURTHER_SEEDS_MAX[plan.mode]);
    search.expect(seeds.length);
    if (search.isSpent(groupsMax)) break;
    search.keepFrom(seeds, { slots: slotsOf(plan), partners: FURTHER_PARTNERS[plan.mode], avoided }, groupsMax);
    chosen = search.top();
  }
}
