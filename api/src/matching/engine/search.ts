import { memberAt } from "../columns/member-at.ts";
import type { SearchControl, SearchPlan } from "../search-plan.ts";
import { LoneCrew, type Crew, type Solved } from "./crew.ts";
import { fieldOf, type Field } from "./field.ts";
import { FoundGroups, type Found } from "./found-groups.ts";
import { Overlaps } from "./overlaps.ts";
import type { Start } from "./seed-solver.ts";

/** Groups examined at most: some ten seconds on one core of a small machine. */
const GROUPS_MAX = 30_000_000;

/** Groups kept for each proposal, and in all at least; a kept group takes some 300 bytes. */
const [KEPT_EACH, KEPT_MIN] = [100, 10_000];

/** One search while it runs: who solves its seeds, what they came upon, and what it has spent. */
export class Search {
  readonly field: Field;
  readonly found: FoundGroups;
  cutShort = false;
  /** Groups examined so far. */
  examined = 0;
  private readonly plan: SearchPlan;
  private readonly control: SearchControl;
  private done = 0;
  private planned = 0;
  private gatheredCrew: Crew | undefined;

  constructor(plan: SearchPlan, control: SearchControl = {}) {
    this.plan = plan;
    this.control = control;
    this.field = fieldOf(plan.layout, plan.question, plan.isEligible);
    const keptMax = Math.max(KEPT_MIN, KEPT_EACH * plan.top);
    this.found = new FoundGroups((candidate) => memberAt(plan.layout, candidate), plan.question, keptMax);
  }

  /** Whoever solves the seeds; called together when first asked for, as an order has no seeds. */
  get crew(): Crew {
    const { membersMin, membersMax, withinDam } = this.plan;
    const crewOf = this.control.crewOf ?? ((...what) => new LoneCrew(...what));
    this.gatheredCrew ??= crewOf(this.field, { membersMin, membersMax, withinDam });
    return this.gatheredCrew;
  }

  /** The proposals as they would stand now, but for the order of those with the same lower bound. */
  top(): readonly Found[] {
    return this.found.provisionalTop(this.plan.top);
  }

  /** Worth of the last of the proposals; 0 while there are not enough. */
  leastOf(chosen: readonly Found[]): number {
    return chosen.length < this.plan.top ? 0 : (chosen.at(-1)?.lower ?? 0);
  }

  /** Groups examined in the whole search at which so many percent of the budget are spent. */
  budget(percent: number): number {
    return Math.floor(((this.control.groupsMax ?? GROUPS_MAX) * percent) / 100);
  }

  /** Whether so many groups were examined, or the search was stopped. */
  isSpent(groupsMax: number): boolean {
    return this.isStopped() || this.examined >= groupsMax;
  }

  private isStopped(): boolean {
    this.cutShort ||= this.control.shouldStop?.() === true;
    return this.cutShort;
  }

  /**
   * Solves seeds, all in the same way, while the groups examined are fewer than so many: those that would not have been
   * begun one after another do not count, so that the same budget gives the same end in any number of threads.
   * @returns what each came to, in their order, as far as they were solved
   */
  solve(seeds: Int32Array, start: Start, groupsMax: number): readonly Solved[] {
    const [doneBefore, before] = [this.done, this.examined];
    const solved = this.crew.solve(seeds, start, {
      isOver: (examined) => this.isStopped() || before + examined >= groupsMax,
      onSolved: (done, examined) => this.tell(doneBefore + done, before + examined),
    });
    const begun: Solved[] = [];
    for (const one of solved) {
      if (one === undefined || this.examined >= groupsMax) break;
      this.examined += one.examined;
      begun.push(one);
    }
    this.done = doneBefore + begun.length;
    return begun;
  }

  /** Takes note that one of what was expected is done, for which so many groups were examined. */
  note(examined: number): void {
    this.done += 1;
    this.examined += examined;
    this.tell(this.done, this.examined);
  }

  private tell(done: number, examined: number): void {
    this.control.onProgress?.({ done, total: Math.max(done, this.planned), examined });
  }

  /** Solves seeds and keeps all they come to. */
  keepFrom(seeds: Int32Array, start: Start, groupsMax: number): void {
    for (const { come } of this.solve(seeds, start, groupsMax))
      for (const { candidates, worth } of come) this.found.keep(candidates, worth);
  }

  /** Says that so many more seeds are to be tried, and no others. */
  expect(seeds: number): void {
    this.planned = this.done + seeds;
  }
}

/** Groups others have to differ from. */
export function overlapsWith(chosen: readonly Found[]): Overlaps {
  const avoided = new Overlaps();
  for (const { candidates } of chosen) avoided.avoid(candidates);
  return avoided;
}
