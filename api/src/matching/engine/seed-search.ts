import { POOL_MAX } from "./part.ts";
import type { SearchControl, SearchMode, SearchPlan } from "../search-plan.ts";
import { climb } from "./climb.ts";
import { openEngine, type Engine } from "./engine.ts";
import { FoundGroups, type Chosen } from "./found-groups.ts";
import { kernelsOf, type Kernels } from "./kernels.ts";
import { Overlaps } from "./overlaps.ts";

/** Groups examined at most: some ten seconds on one core of a small machine. */
const GROUPS_MAX = 30_000_000;

/** Slots of a pool. */
const SLOTS: Readonly<Record<SearchMode, number>> = { fast: 32, quality: 48 };

/** Slots a pool has beyond the smallest group looked for, so that large ones have some to choose from. */
const SPARE_SLOTS = 14;

/** How one seed is tried. */
export interface Start {
  readonly partners: number;
  /** Whether the pool is as large as it can be. */
  readonly isThorough?: boolean;
  /** Groups that have to be differed from. */
  readonly avoided: Overlaps;
  /** Only groups the seed's own bound reaches (bound.ts). */
  readonly isBounded: boolean;
}

/** A group a seed came to. */
export interface Come {
  readonly candidates: Int32Array;
  readonly worth: number;
}

/** One search while it runs: its engine, what it came upon, and what it has spent. */
export class SeedSearch {
  readonly engine: Engine;
  readonly found: FoundGroups;
  cutShort = false;
  private readonly plan: SearchPlan;
  private readonly control: SearchControl;
  private readonly kernels: Kernels;
  private done = 0;
  private planned = 0;

  constructor(plan: SearchPlan, control: SearchControl) {
    this.plan = plan;
    this.control = control;
    this.engine = openEngine(plan.eligible, plan.question, plan);
    const { field } = this.engine;
    this.found = new FoundGroups(field.members, plan.question);
    this.kernels = kernelsOf(field, plan.question);
  }

  /** The proposals as they would stand now. */
  top(): readonly Chosen[] {
    return this.found.diverseTop(this.plan.top);
  }

  /** Groups examined in the whole search at which so many percent of the budget are spent. */
  budget(percent: number): number {
    return Math.floor(((this.control.groupsMax ?? GROUPS_MAX) * percent) / 100);
  }

  /** Whether so many groups were examined, or the search was stopped. */
  isSpent(groupsMax: number): boolean {
    this.cutShort ||= this.control.shouldStop?.() === true;
    return this.cutShort || this.engine.examined.count >= groupsMax;
  }

  /** Tries a seed. What it comes to is kept; the best is also said. */
  tryFrom(seed: number, start: Start): Come | undefined {
    const { pools, trial, bounds, required } = this.engine;
    const { mode, membersMin } = this.plan;
    const slots =
      start.isThorough === true ? POOL_MAX : Math.min(POOL_MAX, Math.max(SLOTS[mode], membersMin + SPARE_SLOTS));
    // Swept, a seed only speaks for groups its own bound reaches; so that seeds left out could have told of nothing.
    const worthMax = start.isBounded ? (bounds.boundOf[seed] as number) : Infinity;
    pools.make(seed, slots);
    trial.begin(start.avoided, membersMin);
    const fixed = [...new Set([seed, ...required])].map((one) => pools.pool.candidates.indexOf(one));
    let best: Come | undefined;
    for (const slots of this.startsFrom(seed, fixed, start.partners)) {
      const come = this.climbFrom(fixed, slots, worthMax);
      if (come !== undefined && (best === undefined || come.worth > best.worth)) best = come;
    }
    this.done += 1;
    const total = Math.max(this.done, this.planned);
    this.control.onProgress?.({ done: this.done, total, examined: this.engine.examined.count });
    return best;
  }

  /** Slots to begin with beside the fixed ones: none, kernels, and so many partners one by one. */
  private startsFrom(seed: number, fixed: readonly number[], partners: number): readonly (readonly number[])[] {
    const { pools } = this.engine;
    const isFree = (slot: number) => !fixed.includes(slot);
    const kernels = this.kernels(pools, seed).map((kernel) => kernel.filter(isFree));
    if (partners === 0) return [[], ...kernels];
    const free = Array.from({ length: pools.pool.size }, (_, slot) => slot).filter(isFree);
    return [[], ...kernels, ...free.slice(0, partners).map((slot) => [slot])];
  }

  private climbFrom(fixedSlots: readonly number[], startSlots: readonly number[], worthMax: number): Come | undefined {
    const { trial, pools } = this.engine;
    const { membersMin, membersMax } = this.plan;
    const slots = [...fixedSlots, ...startSlots];
    let come: Come | undefined;
    let fits = slots.length <= membersMax;
    for (const slot of slots) {
      fits &&= trial.mayJoin(slot);
      if (fits) trial.add(slot);
    }
    const worth = fits ? climb(trial, { membersMin, membersMax, fixedSlots }) : undefined;
    if (worth !== undefined && worth >= 0 && worth <= worthMax) {
      const { group } = trial;
      const members = group.slots.subarray(0, group.size);
      const candidates = members.map((slot) => pools.pool.candidates[slot] as number).sort();
      this.found.keep(candidates, worth);
      come = { candidates, worth };
    }
    trial.empty();
    return come;
  }

  /** Says that so many more seeds are to be tried, and no others. */
  expect(seeds: number): void {
    this.planned = this.done + seeds;
  }
}

/** Groups others have to differ from. */
export function overlapsWith(chosen: readonly Chosen[]): Overlaps {
  const avoided = new Overlaps();
  for (const { candidates } of chosen) avoided.avoid(candidates);
  return avoided;
}
