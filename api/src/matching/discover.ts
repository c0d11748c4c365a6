import type { Analysis } from "./analysis.ts";
import type { Found } from "./engine/found-groups.ts";
import { isOrder } from "./engine/order/order-gains.ts";
import { OrderSearch } from "./engine/order/order-search.ts";
import { Overlaps } from "./engine/overlaps.ts";
import { POOL_MAX } from "./engine/part.ts";
import { overlapsWith, Search } from "./engine/search.ts";
import { slotsOf, Sweep } from "./engine/sweep.ts";
import { refineBest, refineProposals, tryBaskets } from "./engine/thorough.ts";
import { QUALITY_BUSINESSES_MAX, type SearchControl, type SearchMode, type SearchPlan } from "./search-plan.ts";

/** What a search found. */
export interface SearchResult {
  /** In rank order; any two share at most one third of their union. */
  readonly proposals: readonly Analysis[];
  readonly examined: number;
  readonly cutShort: boolean;
  readonly unplaced: readonly string[];
}

/** Percent of the budget that the search for an order may spend where seeds are asked as well. */
const ORDER_PERCENT = 50;

/** Proposals for an order that are looked for one by one; of a longer list only the first few, and the rest from all seeds. */
const [ORDER_LIST_MAX, ORDER_FIRST] = [100, 5];

/** Percent of the budget that may be spent when the best groups have been polished. */
const POLISHED_PERCENT = 85;

/** Percent of the budget that may be spent when further proposals were looked for one by one. */
const FURTHER_PERCENT = 98;

/** Seeds polished at most, or one for each proposal: members of the best groups first. */
const POLISHED_SEEDS_MAX: Readonly<Record<SearchMode, number>> = { fast: 100, quality: 60 };

/**
 * A search looks for as many twenties of proposals as it takes, and for some beyond, and gives the first: whoever asks for
 * one more within the twenty gets the same and one more. A search for the next twenty looks further and may better any.
 */
const [TOP_STEP, TOP_BEYOND] = [20, 2];

/** Partners a seed is started with, beside alone, while the best groups are polished. */
export const POLISHED_PARTNERS: Readonly<Record<SearchMode, number>> = { fast: 6, quality: 10 };

/** Seeds tried once more for each proposal where there is no time to look for each alone, and slots of their pools. */
const [LAST_SEEDS, LAST_SLOTS] = [7, 32];

/** Seeds tried at most for each further proposal, which also gets its even share of what is left of the budget. */
const FURTHER_SEEDS_MAX = 60;

/** Partners a seed is started with, beside alone, for a further proposal. */
const FURTHER_PARTNERS = 2;

/** The first so many seeds to be tried again: members of the best groups, then whoever promises most. */
function membersFirst(chosen: readonly Found[], order: Int32Array, count: number): Int32Array {
  const seeds = new Set<number>();
  for (const { candidates } of chosen) for (const one of candidates) if (seeds.size < count) seeds.add(one);
  for (const one of order.subarray(0, 2 * count)) if (seeds.size < count) seeds.add(one);
  return Int32Array.from(seeds);
}

/**
 * Finds groups: from every seed greedily and by single changes, then around the best again from pairs, then others that
 * differ enough from those found. It proves no optimum; what it proposes is analysed anew and keeps every rule. Same
 * businesses, question and budget, same proposals.
 */
export function discover(asked: SearchPlan, control: SearchControl = {}): SearchResult {
  const plan = { ...asked, top: Math.ceil(asked.top / TOP_STEP) * TOP_STEP + TOP_BEYOND };
  const search = new Search(plan, control);
  const isForOrder = isOrder(plan);
  if (isForOrder) findForOrder(search, asked);
  if (!isForOrder || areSeedsFew(plan) || asked.top > ORDER_LIST_MAX) findFromSeeds(search, plan);
  const proposals = search.found.diverseTop(asked.top).map(({ analysis }) => analysis);
  return { proposals, examined: search.examined, cutShort: search.cutShort, unplaced: plan.unplaced };
}

/** Whether there is time to ask every seed for an order, too: among so few, or where it is to be thorough. */
const areSeedsFew = ({ mode, layout }: SearchPlan): boolean =>
  mode === "quality" || layout.columns.count <= QUALITY_BUSINESSES_MAX;

function findFromSeeds(search: Search, plan: SearchPlan): void {
  new Sweep(search, plan).run();
  polish(search, plan);
  if (plan.mode === "quality") goOnThoroughly(search, plan);
  else furtherAtOnce(search, plan);
}

/** The best group for an order, then the best that differs from it, and so on, as long as there is any. */
function findForOrder(search: Search, plan: SearchPlan): void {
  const orders = new OrderSearch(search.field, plan);
  const groupsMax = search.budget(areSeedsFew(plan) ? ORDER_PERCENT : 100);
  const count = plan.top > ORDER_LIST_MAX ? ORDER_FIRST : plan.top;
  search.expect(count);
  for (let place = 0; place < count && !search.isSpent(groupsMax); place += 1) {
    const chosen = search.top().slice(0, place);
    if (chosen.length < place) break;
    search.note(orders.find(overlapsWith(chosen), (candidates, worth) => search.found.keep(candidates, worth)));
  }
}

/** What there is no time for among many businesses. */
function goOnThoroughly(search: Search, plan: SearchPlan): void {
  tryBaskets(search, plan);
  refineBest(search);
  furtherOneByOne(search, plan);
  refineProposals(search, plan);
}

function polish(search: Search, plan: SearchPlan): void {
  const count = Math.max(plan.top, POLISHED_SEEDS_MAX[plan.mode]);
  const chosen = search.top();
  const best = membersFirst(chosen, search.crew.bounds.order, count);
  search.expect(best.length);
  const groupsMax = search.budget(POLISHED_PERCENT);
  const least = search.leastOf(chosen);
  const start = { slots: POOL_MAX, partners: POLISHED_PARTNERS[plan.mode], avoided: new Overlaps(), least };
  if (!search.isSpent(groupsMax)) search.keepFrom(best, start, groupsMax);
}

/** Asks the members of all proposals for groups that differ from every one of them. */
function furtherAtOnce(search: Search, plan: SearchPlan): void {
  const chosen = search.top();
  const groupsMax = search.budget(100);
  if (chosen.length === 0 || search.isSpent(groupsMax)) return;
  const seeds = membersFirst(chosen, search.crew.bounds.order, LAST_SEEDS * plan.top);
  search.expect(seeds.length);
  const start = { slots: LAST_SLOTS, partners: 0, avoided: overlapsWith(chosen), least: search.leastOf(chosen) };
  search.keepFrom(seeds, start, groupsMax);
}

/**
 * Each proposal but the first is looked for once more among the groups that differ from the ones before it, with an
 * even share of what is left of the budget.
 */
function furtherOneByOne(search: Search, plan: SearchPlan): void {
  let chosen = search.top();
  for (let place = 1; place < plan.top && place <= chosen.length; place += 1) {
    const left = search.budget(FURTHER_PERCENT) - search.examined;
    if (left <= 0) break;
    const groupsMax = search.examined + Math.floor(left / (plan.top - place));
    const avoided = overlapsWith(chosen.slice(0, place));
    const seeds = membersFirst(chosen.slice(place), search.crew.bounds.order, FURTHER_SEEDS_MAX);
    search.expect(seeds.length);
    if (search.isSpent(groupsMax)) break;
    const start = { slots: slotsOf(plan), partners: FURTHER_PARTNERS, avoided, least: search.leastOf(chosen) };
    search.keepFrom(seeds, start, groupsMax);
    chosen = search.top();
  }
}
