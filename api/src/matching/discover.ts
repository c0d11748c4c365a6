import type { Analysis } from "./analysis.ts";
import { areInTwoPrefectures } from "./rules/district.ts";
import type { SearchMode, SearchPlan } from "./search-plan.ts";
import { affinityOf } from "./search/affinity.ts";
import { attemptMaker, type Attempt, type Differing } from "./search/attempt.ts";
import { climb } from "./search/climb.ts";
import { fieldOf, type Field } from "./search/field.ts";
import { FoundGroups, type Chosen } from "./search/found-groups.ts";
import { Grid } from "./search/grid.ts";
import { kernelsOf, type Kernels } from "./search/kernels.ts";
import { Overlaps } from "./search/overlaps.ts";
import { poolMaker, type Pool, type PoolLimits } from "./search/pool.ts";

/** How far a search is: seeds done of those planned so far, and groups examined. */
export interface SearchProgress {
  readonly done: number;
  readonly total: number;
  readonly examined: number;
}

/** The caller's hand on a running search. */
export interface SearchControl {
  /** Asked between two seeds; a search stopped so says that it was cut short. */
  readonly shouldStop?: () => boolean;
  readonly onProgress?: (progress: SearchProgress) => void;
  /** Groups to examine at most, checked between two seeds. The same budget gives the same proposals. */
  readonly groupsMax?: number;
}

/** What a search found. */
export interface SearchResult {
  /** In rank order; any two share at most one third of their union. */
  readonly proposals: readonly Analysis[];
  readonly examined: number;
  readonly cutShort: boolean;
  readonly unplaced: readonly string[];
}

/** Groups examined at most: some ten seconds on one core of a small machine. */
const GROUPS_MAX = 4_000_000;

/** Percent of the budget the first sweep over all seeds may spend; the rest is for polishing and for further groups. */
const SWEEP_PERCENT = 70;

/** Percent of the budget that may be spent when the best groups have been polished. */
const POLISHED_PERCENT = 75;

/**
 * Seeds at most where nearness is not weighed. Then a group is judged by what each member brings, every seed draws
 * on the same few who bring most, and the less promising seeds only repeat what was found.
 */
const FREE_SEEDS_MAX = 500;

/** Partners a seed is started with, beside alone, while the best groups are polished. */
const PARTNERS: Readonly<Record<SearchMode, number>> = { fast: 2, quality: 12 };

/** Seeds polished at most: members of the best groups first. */
const POLISHED_SEEDS_MAX: Readonly<Record<SearchMode, number>> = { fast: 40, quality: 60 };

/** Seeds tried at most for each further proposal, which also gets its even share of what is left of the budget. */
const FURTHER_SEEDS_MAX: Readonly<Record<SearchMode, number>> = { fast: 12, quality: 60 };

/** Partners a seed is started with, beside alone, for a further proposal. */
const FURTHER_PARTNERS: Readonly<Record<SearchMode, number>> = { fast: 0, quality: 1 };

interface Round {
  readonly seeds: readonly number[];
  readonly partners: number;
  /** Groups the round's finds have to differ from. */
  readonly avoided: Overlaps;
  /** Groups examined in the whole search after which the round ends. */
  readonly groupsMax: number;
}

/** One search while it runs: its field, what it came upon, and what it has spent. */
class Search {
  readonly field: Field;
  readonly found: FoundGroups;
  readonly examined = { count: 0 };
  cutShort = false;
  private readonly plan: SearchPlan;
  private readonly control: SearchControl;
  private readonly promise: Float64Array;
  private readonly poolAround: (seed: number, limits: PoolLimits) => Pool;
  private readonly attemptIn: (pool: Pool, differing: Differing) => Attempt;
  private readonly limits: PoolLimits;
  private readonly kernels: Kernels;
  private done = 0;
  private planned = 0;

  constructor(plan: SearchPlan, control: SearchControl) {
    const { question, withinDam } = plan;
    this.plan = plan;
    this.control = control;
    this.field = fieldOf(plan.eligible, question);
    this.found = new FoundGroups(this.field.members, question);
    const affinity = affinityOf(this.field, question);
    this.promise = affinity.promise;
    const grid = new Grid(this.field, withinDam, affinity.promise);
    this.poolAround = poolMaker(this.field, question, { grid, affinity });
    this.attemptIn = attemptMaker(this.field, question, this.examined);
    this.kernels = kernelsOf(this.field, question);
    const indexOf = new Map(this.field.members.map(({ id }, index) => [id, index]));
    const required = [...new Set(question.mustHave.flatMap((id) => indexOf.get(id) ?? []))];
    const apart = new Set(question.neverTogether.map(([a, b]) => pairKey(indexOf.get(a), indexOf.get(b))));
    const areApart = (a: number, b: number) =>
      (apart.size > 0 && apart.has(pairKey(a, b))) || this.areInTwoPrefectures(a, b);
    this.limits = { membersMin: plan.membersMin, withinDam, required, areApart };
  }

  private areInTwoPrefectures(a: number, b: number): boolean {
    const [one, other] = [this.field.members[a], this.field.members[b]];
    return one !== undefined && other !== undefined && areInTwoPrefectures(one, other, this.plan.question);
  }

  /** Candidates, the most promising first. */
  seeds(): readonly number[] {
    const order = (a: number, b: number) => (this.promise[b] as number) - (this.promise[a] as number) || a - b;
    const all = [...this.field.members.keys()].sort(order);
    const isFree = this.plan.question.weighed.every(({ id }) => id !== "nearness");
    return isFree ? all.slice(0, FREE_SEEDS_MAX) : all;
  }

  top(): readonly Chosen[] {
    return this.found.diverseTop(this.plan.top);
  }

  get groupsMax(): number {
    return this.control.groupsMax ?? GROUPS_MAX;
  }

  isSpent(groupsMax: number): boolean {
    this.cutShort ||= this.control.shouldStop?.() === true;
    return this.cutShort || this.examined.count >= groupsMax;
  }

  run({ seeds, partners, avoided, groupsMax }: Round): void {
    this.planned += seeds.length;
    for (const seed of seeds) {
      if (this.isSpent(groupsMax)) break;
      this.startFrom(seed, partners, avoided);
      this.done += 1;
      this.control.onProgress?.({ done: this.done, total: this.planned, examined: this.examined.count });
    }
    this.planned = this.done;
  }

  private startFrom(seed: number, partners: number, avoided: Overlaps): void {
    const pool = this.poolAround(seed, this.limits);
    const attempt = this.attemptIn(pool, { from: avoided, membersMin: this.plan.membersMin });
    const fixed = [...new Set([seed, ...this.limits.required])].map((one) => pool.candidates.indexOf(one));
    this.tryFrom(attempt, fixed, []);
    for (const kernel of this.kernels(pool, seed)) {
      this.tryFrom(
        attempt,
        fixed,
        kernel.filter((slot) => !fixed.includes(slot)),
      );
    }
    for (let slot = 0, tried = 0; slot < pool.candidates.length && tried < partners; slot += 1) {
      if (fixed.includes(slot)) continue;
      this.tryFrom(attempt, fixed, [slot]);
      tried += 1;
    }
  }

  private tryFrom(attempt: Attempt, fixedSlots: readonly number[], startSlots: readonly number[]): void {
    const { membersMin, membersMax } = this.plan;
    const start = [...fixedSlots, ...startSlots];
    let fits = start.length <= membersMax;
    for (const slot of start) {
      fits &&= attempt.mayJoin(slot);
      if (fits) attempt.add(slot);
    }
    if (fits) climb(attempt, { membersMin, membersMax, fixedSlots, onGroup: this.keep });
    attempt.empty();
  }

  private readonly keep = ({ group }: Attempt, lower: number) =>
    this.found.keep(group.candidates.subarray(0, group.size), lower);
}

function pairKey(a: number | undefined, b: number | undefined): string {
  return [a ?? -1, b ?? -1].sort((one, other) => one - other).join();
}

/** Seeds in the order they are tried again: members of the best groups, then whoever promises most. */
function membersFirst(chosen: readonly Chosen[], seeds: readonly number[]): readonly number[] {
  return [...new Set([...chosen.flatMap(({ candidates }) => [...candidates]), ...seeds])];
}

/**
 * Finds groups: from every seed greedily and by single changes, then around the best again from pairs, then, for each
 * further proposal, anew among groups that differ enough from those before it. It proves no optimum; what it proposes
 * is analysed anew and keeps every rule. Same businesses, question and budget, same proposals.
 */
export function discover(plan: SearchPlan, control: SearchControl = {}): SearchResult {
  const search = new Search(plan, control);
  const seeds = search.seeds();
  const free = { avoided: new Overlaps() };
  const groupsMax = (percent: number) => Math.floor((search.groupsMax * percent) / 100);
  search.run({ ...free, seeds, partners: 0, groupsMax: groupsMax(SWEEP_PERCENT) });

  const best = membersFirst(search.top(), seeds).slice(0, POLISHED_SEEDS_MAX[plan.mode]);
  search.run({ ...free, seeds: best, partners: PARTNERS[plan.mode], groupsMax: groupsMax(POLISHED_PERCENT) });

  const proposals = furtherOnes(search, plan, seeds).map(({ analysis }) => analysis);
  return { proposals, examined: search.examined.count, cutShort: search.cutShort, unplaced: plan.unplaced };
}

/** The best diverse groups, each but the first looked for once more among those that differ from the ones before it. */
function furtherOnes(search: Search, plan: SearchPlan, seeds: readonly number[]): readonly Chosen[] {
  let chosen = search.top();
  for (let place = 1; place < plan.top && place <= chosen.length; place += 1) {
    if (search.isSpent(search.groupsMax)) break;
    const avoided = new Overlaps();
    for (const { candidates } of chosen.slice(0, place)) avoided.avoid(candidates);
    const left = search.groupsMax - search.examined.count;
    search.run({
      seeds: membersFirst(chosen.slice(place), seeds).slice(0, FURTHER_SEEDS_MAX[plan.mode]),
      partners: FURTHER_PARTNERS[plan.mode],
      avoided,
      groupsMax: search.examined.count + Math.floor(left / (plan.top - place)),
    });
    chosen = search.top();
  }
  return chosen;
}
