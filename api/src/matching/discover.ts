import type { Analysis } from "./analysis.ts";
import { diverseTop } from "./rank.ts";
import type { SearchMode, SearchPlan } from "./search-plan.ts";
import { affinityOf } from "./search/affinity.ts";
import { attemptMaker, type Attempt } from "./search/attempt.ts";
import { climb } from "./search/climb.ts";
import { fieldOf, type Field } from "./search/field.ts";
import { FoundGroups } from "./search/found-groups.ts";
import { Grid } from "./search/grid.ts";
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
const SWEEP_PERCENT = 80;

/**
 * Seeds at most where nearness is not weighed. Then a group is judged by what each member brings, every seed draws
 * on the same few who bring most, and the less promising seeds only repeat what was found.
 */
const FREE_SEEDS_MAX = 500;

/** Partners a seed is started with, beside alone, while the best groups are polished. */
const PARTNERS: Readonly<Record<SearchMode, number>> = { fast: 2, quality: 12 };

/** Seeds polished at most: members of the best groups first. */
const POLISHED_SEEDS_MAX: Readonly<Record<SearchMode, number>> = { fast: 40, quality: 60 };

/** Rounds that look for further groups among those not yet proposed, while fewer are found than asked for. */
const FURTHER_ROUNDS_MAX = 40;

/** Groups after which such a round ends: each is new, and the best of so many is taken before the next round. */
const FURTHER_FINDS = 20;

interface Round {
  readonly seeds: readonly number[];
  readonly partners: number;
  readonly isTaken: (candidate: number) => boolean;
  /** Groups examined in the whole search after which the round ends. */
  readonly groupsMax: number;
  /** Groups found after which the round ends. */
  readonly findsMax: number;
}

const nobody = () => false;

/** One search while it runs: its field, what it came upon, and what it has spent. */
class Search {
  readonly field: Field;
  readonly found = new FoundGroups();
  readonly examined = { count: 0 };
  cutShort = false;
  private readonly plan: SearchPlan;
  private readonly control: SearchControl;
  private readonly promise: Float64Array;
  private readonly poolAround: (seed: number, limits: PoolLimits) => Pool;
  private readonly attemptIn: (pool: Pool) => Attempt;
  private readonly limits: Omit<PoolLimits, "isTaken">;
  private done = 0;
  private planned = 0;

  constructor(plan: SearchPlan, control: SearchControl) {
    const { question, withinDam } = plan;
    this.plan = plan;
    this.control = control;
    this.field = fieldOf(plan.eligible, question);
    const affinity = affinityOf(this.field, question);
    this.promise = affinity.promise;
    const grid = new Grid(this.field, withinDam, affinity.promise);
    this.poolAround = poolMaker(this.field, question, { grid, affinity });
    this.attemptIn = attemptMaker(this.field, question, this.examined);
    const indexOf = new Map(this.field.members.map(({ id }, index) => [id, index]));
    const required = [...new Set(question.mustHave.flatMap((id) => indexOf.get(id) ?? []))];
    const apart = new Set(question.neverTogether.map(([a, b]) => pairKey(indexOf.get(a), indexOf.get(b))));
    const areApart = apart.size === 0 ? () => false : (a: number, b: number) => apart.has(pairKey(a, b));
    this.limits = { withinDam, required, areApart };
  }

  /** Candidates, the most promising first. */
  seeds(): readonly number[] {
    const order = (a: number, b: number) => (this.promise[b] as number) - (this.promise[a] as number) || a - b;
    const all = [...this.field.members.keys()].sort(order);
    const isFree = this.plan.question.weighed.every(({ id }) => id !== "nearness");
    return isFree ? all.slice(0, FREE_SEEDS_MAX) : all;
  }

  top(): readonly Analysis[] {
    return diverseTop(this.found.inOrder(this.field.members, this.plan.question), this.plan.top);
  }

  get groupsMax(): number {
    return this.control.groupsMax ?? GROUPS_MAX;
  }

  isSpent(groupsMax: number): boolean {
    this.cutShort ||= this.control.shouldStop?.() === true;
    return this.cutShort || this.examined.count >= groupsMax;
  }

  run({ seeds, partners, isTaken, groupsMax, findsMax }: Round): void {
    this.planned += seeds.length;
    const findsBefore = this.found.size;
    for (const seed of seeds) {
      if (this.isSpent(groupsMax) || this.found.size - findsBefore >= findsMax) break;
      if (!isTaken(seed)) this.startFrom(seed, partners, isTaken);
      this.done += 1;
      this.control.onProgress?.({ done: this.done, total: this.planned, examined: this.examined.count });
    }
    this.planned = this.done;
  }

  private startFrom(seed: number, partners: number, isTaken: (candidate: number) => boolean): void {
    const pool = this.poolAround(seed, { ...this.limits, isTaken });
    const attempt = this.attemptIn(pool);
    const fixed = [...new Set([seed, ...this.limits.required])].map((one) => pool.candidates.indexOf(one));
    this.tryFrom(attempt, fixed, []);
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
    if (fits && climb(attempt, { membersMin, membersMax, fixedSlots })) {
      const lower = attempt.lower();
      this.found.keep(attempt.group.candidates.slice(0, attempt.group.size), lower);
    }
    attempt.empty();
  }

  indexesOf(proposals: readonly Analysis[]): readonly number[] {
    const wanted = new Set(proposals.flatMap(({ members }) => members));
    return this.field.members.flatMap(({ id }, index) => (wanted.has(id) ? [index] : []));
  }
}

function pairKey(a: number | undefined, b: number | undefined): string {
  return [a ?? -1, b ?? -1].sort((one, other) => one - other).join();
}

/**
 * Finds groups: from every seed greedily and by single changes, then around the best again from pairs, then among
 * those left over while fewer diverse groups are found than asked for. It proves no optimum; what it proposes is
 * analysed anew and keeps every rule. Same businesses, question and budget, same proposals.
 */
export function discover(plan: SearchPlan, control: SearchControl = {}): SearchResult {
  const search = new Search(plan, control);
  const { groupsMax } = search;
  const seeds = search.seeds();
  const whole = { isTaken: nobody, findsMax: Infinity };
  search.run({ ...whole, seeds, partners: 0, groupsMax: Math.floor((groupsMax * SWEEP_PERCENT) / 100) });

  const best = [...new Set([...search.indexesOf(search.top()), ...seeds])].slice(0, POLISHED_SEEDS_MAX[plan.mode]);
  search.run({ ...whole, seeds: best, partners: PARTNERS[plan.mode], groupsMax });

  const proposals = fillUp(search, plan, seeds);
  return { proposals, examined: search.examined.count, cutShort: search.cutShort, unplaced: plan.unplaced };
}

/** The best diverse groups; where they are too few, further ones among businesses in none of them. */
function fillUp(search: Search, plan: SearchPlan, seeds: readonly number[]): readonly Analysis[] {
  let proposals = search.top();
  if (plan.question.mustHave.length > 0) return proposals;
  for (let round = 0; round < FURTHER_ROUNDS_MAX && proposals.length < plan.top; round += 1) {
    const taken = new Set(search.indexesOf(proposals));
    const isTaken = (candidate: number) => taken.has(candidate);
    search.run({ seeds, partners: 0, isTaken, groupsMax: search.groupsMax, findsMax: FURTHER_FINDS });
    const next = search.top();
    if (next.length <= proposals.length) break;
    proposals = next;
  }
  return proposals;
}
