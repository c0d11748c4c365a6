import type { SearchPlan } from "../search-plan.ts";
import { BasketSolver } from "./basket-solver.ts";
import { climb, Paths, type ClimbLimits } from "./climb.ts";
import { openEngine, triedMembers, type Engine } from "./engine.ts";
import type { Field } from "./field.ts";
import { kernelsOf, type Kernels } from "./kernels.ts";
import type { Overlaps } from "./overlaps.ts";
import { POOL_MAX } from "./part.ts";
import { Refiner } from "./refiner.ts";

/**
 * Changes bring a group that has grown more than this too seldom to wait for it: so much below what is of use it is left.
 * The means of the hundred best of 60,000 stayed the same for three purposes, and fell by 0.002 % for the fourth.
 */
const CHANGES_BRING = 3_500;

/** So much below the best its seed came to, a group that has grown is left: it is one of a dozen tries. */
const BEHIND_MAX = 1_000;

/** What of a plan every group keeps within. */
export type GroupLimits = Pick<SearchPlan, "membersMin" | "membersMax" | "withinDam">;

/** How seeds are tried. */
export interface Start {
  /** Slots of a pool. */
  readonly slots: number;
  /** Partners a seed is started with one by one, beside alone. */
  readonly partners: number;
  /** Groups that have to be differed from; baskets know of none. */
  readonly avoided: Overlaps;
  /** Worth below which a group is of no use, so that a climb that stays far below may be left; 0 where every group is. */
  readonly least: number;
  /** What a pool has to promise for groups of it to be tried (`PoolMaker.glance`); where it is not told none is asked for. */
  readonly promiseMin?: number | undefined;
  /** Whether baskets are tried around a seed, in place of partners. */
  readonly hasBaskets?: boolean;
  /** Groups to climb on from, `packedGroups`: a seed is then the place where one of them begins. */
  readonly groups?: Int32Array | undefined;
  /** Detours tried from each of those groups, when no single change betters it. */
  readonly detours?: number;
}

/** Takes note of a group a seed came to: its candidates in order, to be kept by whoever wants them, and its worth. */
export type Report = (candidates: Int32Array, worth: number) => void;

/** The group that begins at a place among packed ones. */
const groupAt = (groups: Int32Array, place: number): Int32Array =>
  groups.subarray(place + 1, place + 1 + (groups[place] as number));

/** Solves seeds one after another: the groups that can be put together around each. */
export class SeedSolver {
  readonly engine: Engine;
  /** What the pool around the seed solved last promised, where it had to promise something. */
  promise = 0;
  private readonly limits: GroupLimits;
  private readonly kernels: Kernels;
  private readonly paths = new Paths();
  /** By slot of the pool: 1 where a group came of it that has it as a member. */
  private readonly wasMember = new Uint8Array(POOL_MAX);
  private readonly baskets: BasketSolver;
  private readonly refiner: Refiner;

  constructor(field: Field, limits: GroupLimits) {
    this.engine = openEngine(field, limits);
    this.limits = limits;
    this.kernels = kernelsOf(field);
    this.baskets = new BasketSolver(this.engine, limits);
    this.refiner = new Refiner(this.engine, limits);
  }

  /** Reports what each start from the seed comes to. @returns groups examined */
  solve(seed: number, start: Start, report: Report): number {
    const { examined } = this.engine;
    const before = examined.count;
    const { groups } = start;
    if (groups !== undefined) this.refiner.refine(groupAt(groups, seed), { detours: 0, ...start }, report);
    else if (start.hasBaskets === true) this.baskets.solve(seed, start.slots, report);
    else this.solveAround(seed, start, report);
    return examined.count - before;
  }

  private solveAround(seed: number, start: Start, report: Report): void {
    const { partners, avoided, least, promiseMin } = start;
    const slots = Math.min(POOL_MAX, start.slots);
    const { pools, trial, field } = this.engine;
    this.promise = promiseMin === undefined ? 0 : pools.glance(seed, slots);
    if (promiseMin !== undefined && this.promise < promiseMin) return;
    pools.make(seed, slots);
    trial.begin(avoided, this.limits.membersMin);
    const fixed = [...new Set([seed, ...field.required])].map((one) => pools.pool.candidates.indexOf(one));
    this.wasMember.fill(0);
    this.paths.clear();
    let hopelessBelow = least - CHANGES_BRING;
    for (const beginning of this.startsFrom(seed, fixed, partners)) {
      // Beginning with one who was in a group already would come to that group again.
      if (beginning.length === 1 && this.wasMember[beginning[0] as number] === 1) continue;
      const worth = this.climbFrom(beginning, { ...this.limits, fixedSlots: fixed, hopelessBelow }, report);
      hopelessBelow = Math.max(hopelessBelow, worth - BEHIND_MAX);
    }
  }

  /** Slots to begin with beside the fixed ones: none, kernels, and so many partners one by one. */
  private startsFrom(seed: number, fixed: readonly number[], partners: number): readonly (readonly number[])[] {
    const { pools } = this.engine;
    const isFree = (slot: number) => !fixed.includes(slot);
    const kernels = this.kernels(pools, seed).map((kernel) => kernel.filter(isFree));
    // What enough buy is where a group begins: alone, a seed would only come to it by chance.
    if (partners === 0) return [kernels.at(-1) ?? []];
    const free = Array.from({ length: pools.pool.size }, (_, slot) => slot).filter(isFree);
    return [[], ...kernels, ...free.slice(0, partners).map((slot) => [slot])];
  }

  /** @returns the worth of what is reported, below 0 where nothing is */
  private climbFrom(startSlots: readonly number[], limits: ClimbLimits, report: Report): number {
    const { trial } = this.engine;
    const slots = [...limits.fixedSlots, ...startSlots];
    let fits = slots.length <= limits.membersMax;
    for (const slot of slots) {
      fits &&= trial.mayJoin(slot);
      if (fits) trial.add(slot);
    }
    const worth = (fits ? climb(trial, limits, this.paths) : undefined) ?? -1;
    if (worth >= 0) {
      const { group } = trial;
      for (const slot of group.slots.subarray(0, group.size)) this.wasMember[slot] = 1;
      report(triedMembers(this.engine), worth);
    }
    trial.empty();
    return worth;
  }
}
