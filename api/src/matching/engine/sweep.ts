import type { SearchPlan } from "../search-plan.ts";
import { Overlaps } from "./overlaps.ts";
import { overlapsWith, type Come, type SeedSearch } from "./seed-search.ts";

/** Percent of the budget the sweep may spend; the rest is for polishing and for further groups. */
const SWEEP_PERCENT = 70;

/** Seeds between two looks at what was found so far; the same on every machine, so that results are. */
const SEEDS_A_BATCH = 256;

/** Times a seed whose group is too like a better one is tried anew. */
const ANEW_MAX = 4;

/**
 * Seeds at most where nearness is not weighed. Then a group is judged by what each member brings, every seed draws
 * on the same few who bring most, and the less promising seeds only repeat what was found.
 */
const FREE_SEEDS_MAX = 500;

const NOTHING_AVOIDED = new Overlaps();

/** What a seed came to last, and how often it was tried anew. */
interface Waiting {
  readonly come: Come;
  readonly times: number;
}

/**
 * Tries every seed that may speak for one of the best groups, the highest bound first, and ends where no bound reaches
 * the last of the proposals: what is left could change nothing. Seeds whose group is too like a better one are tried anew.
 */
export class Sweep {
  private readonly search: SeedSearch;
  private readonly plan: SearchPlan;
  private readonly groupsMax: number;
  private readonly waiting = new Map<number, Waiting>();

  constructor(search: SeedSearch, plan: SearchPlan) {
    this.search = search;
    this.plan = plan;
    this.groupsMax = search.budget(SWEEP_PERCENT);
  }

  /** @param isPruned `false` tries every seed, to the same end; for tests */
  run(isPruned = true): void {
    const { search } = this;
    const { boundOf } = search.engine.bounds;
    const isFree = this.plan.question.weighed.every(({ id }) => id !== "nearness");
    const order = search.engine.bounds.order.subarray(0, isFree ? FREE_SEEDS_MAX : undefined);
    search.expect(order.length);
    let least = 0;
    for (let from = 0; from < order.length && !search.isSpent(this.groupsMax); from += SEEDS_A_BATCH) {
      if (isPruned && (boundOf[order[from] as number] as number) < least) break;
      for (const seed of order.subarray(from, from + SEEDS_A_BATCH)) this.tryFirst(seed, least);
      this.tryAnew(least);
      least = this.lowerOfLast();
    }
  }

  private tryFirst(seed: number, least: number): void {
    if (this.search.isSpent(this.groupsMax)) return;
    const come = this.search.tryFrom(seed, { partners: 0, avoided: NOTHING_AVOIDED, isBounded: true });
    if (come !== undefined && come.worth >= least) this.waiting.set(seed, { come, times: 0 });
  }

  /** To come to another group, every seed whose group is not among the proposals though as good is tried again. */
  private tryAnew(least: number): void {
    const { search, waiting } = this;
    const chosen = search.top();
    const isChosen = new Set(chosen.map(({ candidates }) => candidates.join()));
    const avoided = overlapsWith(chosen);
    for (const [seed, { come, times }] of waiting) {
      if (search.isSpent(this.groupsMax)) return;
      if (come.worth < least || times === ANEW_MAX) waiting.delete(seed);
      else if (!isChosen.has(come.candidates.join())) {
        const next = search.tryFrom(seed, { partners: 0, avoided, isBounded: true });
        if (next === undefined) waiting.delete(seed);
        else waiting.set(seed, { come: next, times: times + 1 });
      }
    }
  }

  /** Lower bound of the last proposal; 0 while there are not enough. */
  private lowerOfLast(): number {
    const chosen = this.search.top();
    return chosen.length < this.plan.top ? 0 : (chosen.at(-1)?.lower ?? 0);
  }
}
