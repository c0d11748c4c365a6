import type { Analysis } from "./analysis.ts";
import type { Chosen } from "./engine/found-groups.ts";
import { Overlaps } from "./engine/overlaps.ts";
import { overlapsWith, SeedSearch } from "./engine/seed-search.ts";
import { Sweep } from "./engine/sweep.ts";
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
function membersFirst(chosen: readonly Chosen[], order: Int32Array, count: number): readonly number[] {
  const seeds = new Set<number>();
  for (const { candidates } of chosen) for (const one of candidates) if (seeds.size < count) seeds.add(one);
  for (const one of order.subarray(0, 2 * count)) if (seeds.size < count) seeds.add(one);
  return [...seeds];
}

/**
 * Finds groups: from every seed greedily and by single changes, then around the best again from pairs, then, for each
 * further proposal, anew among groups that differ enough from those before it. It proves no optimum; what it proposes
 * is analysed anew and keeps every rule. Same businesses, question and budget, same proposals.
 */
export function discover(plan: SearchPlan, control: SearchControl = {}): SearchResult {
  const search = new SeedSearch(plan, control);
  new Sweep(search, plan).run();
  const best = membersFirst(search.top(), search.engine.bounds.order, POLISHED_SEEDS_MAX[plan.mode]);
  search.expect(best.length);
  for (const seed of best) {
    if (search.isSpent(search.budget(POLISHED_PERCENT))) break;
    search.tryFrom(seed, { partners: POLISHED_PARTNERS, avoided: new Overlaps(), isBounded: false, isThorough: true });
  }
  const proposals = furtherOnes(search, plan).map(({ candidates }) => search.found.analysisOf(candidates));
  return { proposals, examined: search.engine.examined.count, cutShort: search.cutShort, unplaced: plan.unplaced };
}

/**
 * The best diverse groups, each but the first looked for once more among those that differ from the ones before it, with
 * an even share of what is left of the budget.
 */
function furtherOnes(search: SeedSearch, plan: SearchPlan): readonly Chosen[] {
  let chosen = search.top();
  for (let place = 1; place < plan.top && place <= chosen.length; place += 1) {
    const left = search.budget(100) - search.engine.examined.count;
    if (left <= 0) break;
    const groupsMax = search.engine.examined.count + Math.floor(left / (plan.top - place));
    const avoided = overlapsWith(chosen.slice(0, place));
    const seeds = membersFirst(chosen.slice(place), search.engine.bounds.order, FURTHER_SEEDS_MAX[plan.mode]);
    search.expect(seeds.length);
    for (const seed of seeds) {
      if (search.isSpent(groupsMax)) break;
      search.tryFrom(seed, { partners: FURTHER_PARTNERS[plan.mode], avoided, isBounded: false });
    }
    chosen = search.top();
  }
  return chosen;
}
