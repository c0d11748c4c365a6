import type { SearchPlan } from "../search-plan.ts";
import type { Found } from "./found-groups.ts";
import { Overlaps, packedGroups } from "./overlaps.ts";
import { POOL_MAX } from "./part.ts";
import type { Refinement } from "./refiner.ts";
import { overlapsWith, type Search } from "./search.ts";
import { slotsOf } from "./sweep.ts";

/** Percent of the budget that may be spent when baskets were tried, and when the best groups were climbed on from. */
const [BASKETS_PERCENT, REFINED_PERCENT] = [90, 94];

/** Places baskets are tried around at most: where the proposals are. */
const BASKET_PLACES_MAX = 8;

/** Of the best groups found, however alike, so many are climbed on from. */
const REFINED_MAX = 12;

/** Proposals from which detours are tried, and from each at a time. */
const [DETOURED_MAX, DETOURS_MAX] = [8, 40];

/** Times a proposal is looked at for each there is; all are looked at again only where one was bettered, so they end by themselves. */
const TIMES_EACH_MAX = 10;

const NOTHING_AVOIDED = new Overlaps();

/** Where purchases are weighed: puts groups together for what they could buy together, where the best were found. */
export function tryBaskets(search: Search, plan: SearchPlan): void {
  if (plan.question.weighed.every(({ id }) => id !== "purchase-overlap")) return;
  const places = search.top().map(({ candidates }) => candidates[0] as number);
  const seeds = Int32Array.from(new Set(places)).subarray(0, BASKET_PLACES_MAX);
  const groupsMax = search.budget(BASKETS_PERCENT);
  const start = { slots: slotsOf(plan), partners: 0, avoided: NOTHING_AVOIDED, least: 0, hasBaskets: true };
  search.expect(seeds.length);
  if (!search.isSpent(groupsMax)) search.keepFrom(seeds, start, groupsMax);
}

const candidatesOf = (found: readonly Found[]) => found.map(({ candidates }) => candidates);

interface Refining extends Refinement {
  readonly groupsMax: number;
}

/** Climbs on from groups that were found. */
function refine(search: Search, groups: readonly Int32Array[], { groupsMax, ...how }: Refining) {
  let place = 0;
  const seeds = Int32Array.from(groups, ({ length }) => {
    const here = place;
    place += 1 + length;
    return here;
  });
  const start = { slots: POOL_MAX, partners: 0, least: 0, groups: packedGroups(groups), ...how };
  search.keepFrom(seeds, start, groupsMax);
}

/** Climbs on from the best groups, however alike, and from the first proposals by detours. */
export function refineBest(search: Search): void {
  const groupsMax = search.budget(REFINED_PERCENT);
  const groups = candidatesOf(search.found.best(REFINED_MAX));
  search.expect(groups.length);
  if (!search.isSpent(groupsMax)) refine(search, groups, { avoided: NOTHING_AVOIDED, detours: 0, groupsMax });
  const best = search.top().slice(0, DETOURED_MAX);
  if (!search.isSpent(groupsMax))
    refine(search, candidatesOf(best), { avoided: NOTHING_AVOIDED, detours: DETOURS_MAX, groupsMax });
}

/** The first place at which another group stands than before; beyond the last where none does. */
function firstChange(before: readonly Found[], now: readonly Found[]): number {
  const at = now.findIndex(({ candidates }, place) => candidates !== before[place]?.candidates);
  return at === -1 ? now.length : at;
}

/**
 * Climbs on from every proposal, each among the groups that differ from those that are better, until no single change betters
 * any. What it comes to takes its place among the proposals, and those from there on are looked at anew.
 */
export function refineProposals(search: Search, plan: SearchPlan): void {
  const groupsMax = search.budget(100);
  /** By group that nothing betters: the groups it had to differ from. With more of them still nothing does. */
  const settled = new Map<Int32Array, readonly Int32Array[]>();
  let chosen: readonly Found[] = search.found.diverseTop(plan.top);
  search.expect(chosen.length);
  let place = 0;
  for (let times = 0; times < TIMES_EACH_MAX * plan.top && place < chosen.length; times += 1) {
    const { candidates, lower } = chosen[place] as Found;
    const better = chosen.filter((one) => one.lower > lower);
    const differing = candidatesOf(better);
    const before = chosen;
    if (settled.get(candidates)?.every((group) => differing.includes(group)) !== true) {
      if (search.isSpent(groupsMax)) return;
      refine(search, [candidates], { avoided: overlapsWith(better), detours: 0, groupsMax });
      settled.set(candidates, differing);
      chosen = search.found.diverseTop(plan.top);
    }
    place = Math.min(place + 1, firstChange(before, chosen));
  }
}
