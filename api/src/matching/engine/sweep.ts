import type { SearchMode, SearchPlan } from "../search-plan.ts";
import type { Found } from "./found-groups.ts";
import { Overlaps } from "./overlaps.ts";
import { Promises } from "./promises.ts";
import { overlapsWith, type Search } from "./search.ts";

/** Percent of the budget the sweep may spend; the rest is for polishing and for further groups. */
const SWEEP_PERCENT = 70;

/** Seeds between two looks at what was found so far, at least and for each proposal: a look goes through what was found for all. */
const [SEEDS_A_BATCH, SEEDS_A_PROPOSAL] = [256, 2];

/**
 * At least so many percent of the seeds tried before, for what is found late changes little, and looks are for one thread
 * alone; but no more than this many, for threads go through a batch to its end whatever was spent, and share its memory.
 */
const [BATCH_PERCENT, BATCH_MAX] = [25, 8_192];

/** Times a seed whose group is too like a better one is tried anew. */
const ANEW_MAX = 4;

/**
 * Groups up to so much below the last of the proposals are kept: one that is found and too like two of them takes the place of
 * both, and the list is full again with the next best.
 */
const KEPT_BELOW = 1_000;

/** Looks at what was found after the last seeds; each tries somebody anew, so they end by themselves. */
const LAST_ROUNDS_MAX = 100;

/**
 * Seeds at most where nearness is not weighed. Then a group is judged by what each member brings, every seed draws
 * on the same few who bring most, and the less promising seeds only repeat what was found.
 */
const FREE_SEEDS_MAX = 500;

/** Slots of a pool. */
const SLOTS: Readonly<Record<SearchMode, number>> = { fast: 18, quality: 48 };

/** Slots a pool has beyond the smallest group looked for, so that large ones have some to choose from. */
const SPARE_SLOTS = 14;

/** Slots of the pools of a usual search. */
export const slotsOf = ({ mode, membersMin }: SearchPlan): number => Math.max(SLOTS[mode], membersMin + SPARE_SLOTS);

const NOTHING_AVOIDED = new Overlaps();

/** How seeds are tried this time. */
interface Try {
  readonly avoided: Overlaps;
  readonly promiseMin?: number | undefined;
  /** How often a seed was tried anew, with this time. */
  readonly timesOf: (seed: number) => number;
}

/** What a seed came to last, and how often it was tried anew. */
interface Waiting {
  readonly found: Found;
  readonly times: number;
}

/**
 * Tries every seed that may speak for one of the best groups, the highest bound first, and ends where no bound reaches
 * the last of the proposals: what is left could change nothing. Of pools that promise little none is made. Seeds whose
 * group is too like a better one are tried anew, and members of proposals are asked for another group: those who go well
 * with some go well with others, and the sooner good groups are found the sooner the sweep ends.
 */
export class Sweep {
  private readonly search: Search;
  private readonly plan: SearchPlan;
  private readonly groupsMax: number;
  private readonly waiting = new Map<number, Waiting>();
  /** The most the last proposal was worth so far: what is below is of no use. */
  private least = 0;
  private readonly promises = new Promises();
  /** Seeds that were asked as members of proposals. */
  private readonly asked = new Set<number>();

  constructor(search: Search, plan: SearchPlan) {
    this.search = search;
    this.plan = plan;
    this.groupsMax = search.budget(SWEEP_PERCENT);
  }

  /** @param isPruned `false` tries every seed, to the same end; for tests */
  run(isPruned = true): void {
    const { search } = this;
    const { order: all } = search.crew.bounds;
    const isFree = this.plan.question.weighed.every(({ id }) => id !== "nearness");
    const order = isFree ? all.subarray(0, FREE_SEEDS_MAX) : all;
    search.expect(order.length);
    for (let from = 0; from < order.length && !search.isSpent(this.groupsMax);) {
      const to = from + this.batchAfter(from);
      const seeds = isPruned
        ? order.subarray(from, to).filter((seed) => this.mayMatter(seed))
        : order.subarray(from, to);
      if (seeds.length === 0) break;
      from = to;
      const first = { avoided: NOTHING_AVOIDED, promiseMin: this.promiseMin(), timesOf: () => 0 };
      this.promises.note(this.trySeeds(seeds, first));
      this.tryAnew();
      this.raiseLeast();
    }
    for (let round = 0; round < LAST_ROUNDS_MAX && !search.isSpent(this.groupsMax); round += 1) {
      if (!this.tryAnew()) break;
      this.raiseLeast();
    }
  }

  /** Seeds between two looks when so many were tried before. */
  private batchAfter(tried: number): number {
    const least = Math.max(SEEDS_A_BATCH, SEEDS_A_PROPOSAL * this.plan.top);
    return Math.max(least, Math.min(BATCH_MAX, Math.floor((tried * BATCH_PERCENT) / 100)));
  }

  /** Whether a group of this seed may be among the proposals; of seeds in order, once one may not, none after it may. */
  private mayMatter(seed: number): boolean {
    return (this.search.crew.bounds.boundOf[seed] as number) >= this.least;
  }

  /** A seed only speaks for groups its own bound reaches, so that seeds left out could have told of nothing. @returns what their pools promised */
  private trySeeds(seeds: Int32Array, { avoided, promiseMin, timesOf }: Try): readonly number[] {
    const { least, search, waiting } = this;
    const { boundOf } = search.crew.bounds;
    const start = { slots: slotsOf(this.plan), partners: 0, avoided, least, promiseMin };
    const solved = search.solve(seeds, start, this.groupsMax);
    solved.forEach(({ come }, at) => {
      const seed = seeds[at] as number;
      // Whoever tries every seed keeps nothing of those who would not have been asked.
      if (timesOf(seed) === 0 && !this.mayMatter(seed)) return;
      let best: Found | undefined;
      for (const { candidates, worth } of come) {
        if (worth < least - KEPT_BELOW || worth > (boundOf[seed] as number)) continue;
        const found = search.found.keep(candidates, worth);
        if (worth >= least && (best === undefined || worth > best.lower)) best = found;
      }
      if (best === undefined) waiting.delete(seed);
      else waiting.set(seed, { found: best, times: timesOf(seed) });
    });
    return solved.map(({ promise }) => promise);
  }

  /** What a pool has to promise for its groups to be tried; any may do while there is room for its group, and where there is time. */
  private promiseMin(): number | undefined {
    if (this.plan.mode === "quality") return undefined;
    return this.least === 0 ? -Infinity : this.promises.least();
  }

  /**
   * To come to other groups, tries again every seed whose group is not among the proposals though as good, and members of
   * proposals. @returns whether there was any
   */
  private tryAnew(): boolean {
    const { waiting, least } = this;
    const chosen = this.search.top();
    const isChosen = new Set(chosen);
    const again = new Map<number, number>();
    for (const [seed, { found, times }] of waiting) {
      if (found.lower < least || times === ANEW_MAX) waiting.delete(seed);
      else if (!isChosen.has(found)) again.set(seed, times + 1);
    }
    for (const seed of this.membersToAsk(chosen)) if (!again.has(seed)) again.set(seed, 1);
    if (again.size === 0) return false;
    const timesOf = (seed: number) => again.get(seed) ?? 0;
    const anew = { avoided: overlapsWith(chosen), timesOf };
    this.trySeeds(Int32Array.from(again.keys()), anew);
    return true;
  }

  /** Members of proposals who were never asked as such. */
  private membersToAsk(chosen: readonly Found[]): readonly number[] {
    const members: number[] = [];
    for (const { candidates } of chosen)
      for (const seed of candidates)
        if (!this.asked.has(seed)) {
          this.asked.add(seed);
          members.push(seed);
        }
    return members;
  }

  /** To what the last proposal is worth now, which is never less than it was once. */
  private raiseLeast(): void {
    this.least = Math.max(this.least, this.search.leastOf(this.search.top()));
    this.search.found.forgetBelow(this.least - KEPT_BELOW);
  }
}
