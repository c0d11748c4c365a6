import type { Analysis } from "../analysis.ts";
import { idAt, memberAt } from "../columns/member-at.ts";
import type { SearchPlan } from "../search-plan.ts";
import { withinReach } from "../within-reach.ts";
import { rawBound } from "./bound.ts";
import { fieldOf } from "./field.ts";
import { FoundGroups, type Found } from "./found-groups.ts";
import { Overlaps } from "./overlaps.ts";
import { POOL_MAX } from "./part.ts";
import { overlapsWith } from "./search.ts";
import { SeedSolver, type Start } from "./seed-solver.ts";

/** How far to look: groups told at most, and groups examined. */
interface Extent {
  readonly top: number;
  readonly groupsMax: number;
}

/** Percent of the groups examined after which the best group is looked for no longer, and the others are. */
const BEST_PERCENT = 75;

/** Seeds tried quickly: those within reach whose bounds are the highest; and slots of their pools. */
const [QUICK_SEEDS, QUICK_SLOTS] = [256, 18];

/** Partners the business itself, and then members of the best groups, are started with, beside alone. */
const PARTNERS = 12;

/** Seeds between two looks at which groups are the best; each is tried once, so the looks end by themselves. */
const SEEDS_A_LOOK = 8;

/** Seeds tried for each further group, and partners they are started with. */
const [FURTHER_SEEDS, FURTHER_PARTNERS] = [24, 2];

/** Groups kept while looking: many times what is looked at. */
const KEPT_MAX = 10_000;

const NOTHING_AVOIDED = new Overlaps();

/** Members of groups in their order, each once, without those who are left out. */
function membersOf(groups: readonly Found[], leftOut: ReadonlySet<number>): readonly number[] {
  const members = new Set(groups.flatMap(({ candidates }) => [...candidates]));
  return [...members].filter((one) => !leftOut.has(one));
}

/** The groups one business can be in. */
class GroupsWith {
  private readonly own: number;
  private readonly plan: SearchPlan;
  private readonly extent: Extent;
  private readonly solver: SeedSolver;
  private readonly found: FoundGroups;

  constructor(own: number, plan: SearchPlan, extent: Extent) {
    const { layout, isEligible } = plan;
    const mustHave = [...new Set([...plan.question.mustHave, idAt(layout.words, own)])];
    const question = { ...plan.question, mustHave };
    this.own = own;
    this.plan = plan;
    this.extent = extent;
    this.solver = new SeedSolver(fieldOf(layout, question, isEligible), plan);
    this.found = new FoundGroups((one) => memberAt(layout, one), question, KEPT_MAX);
  }

  /** The best of them, any two of which share at most a third of their union, in rank order. */
  best(): readonly Analysis[] {
    this.tryAll([this.own], { slots: POOL_MAX, partners: PARTNERS, avoided: NOTHING_AVOIDED });
    const promising = this.mostPromising();
    this.tryAll(promising, { slots: QUICK_SLOTS, partners: 0, avoided: NOTHING_AVOIDED });
    this.polish();
    this.further(promising);
    return this.found.diverseTop(this.extent.top).map(({ analysis }) => analysis);
  }

  private get examined(): number {
    return this.solver.engine.examined.count;
  }

  /** Tries seeds while the groups examined are fewer than so many. */
  private tryAll(seeds: Iterable<number>, how: Omit<Start, "least">, groupsMax = this.extent.groupsMax): void {
    const start = { ...how, least: 0 };
    for (const seed of seeds) {
      if (this.examined >= groupsMax) return;
      this.solver.solve(seed, start, (candidates, worth) => this.found.keep(candidates, worth));
    }
  }

  /** Those within reach who can bring most to a group, whoever else is in it; of equals the first. */
  private mostPromising(): readonly number[] {
    const { parts } = this.solver.engine;
    const near = withinReach(this.own, this.plan);
    const bounds = Float64Array.from(near, (one) => rawBound(one, parts));
    // Of thousands only the best are put in order.
    const least = bounds.toSorted().at(-QUICK_SEEDS) ?? 0;
    const best = [...near.keys()].filter((at) => (bounds[at] as number) >= least);
    const inOrder = best.sort((a, b) => (bounds[b] as number) - (bounds[a] as number) || a - b);
    return inOrder.slice(0, QUICK_SEEDS).map((at) => near[at] as number);
  }

  /** Looks again from the members of the best groups, whoever they are by then. */
  private polish(): void {
    const groupsMax = Math.floor((this.extent.groupsMax * BEST_PERCENT) / 100);
    const tried = new Set([this.own]);
    while (this.examined < groupsMax) {
      const seeds = membersOf(this.found.provisionalTop(this.extent.top), tried).slice(0, SEEDS_A_LOOK);
      if (seeds.length === 0) return;
      this.tryAll(seeds, { slots: POOL_MAX, partners: PARTNERS, avoided: NOTHING_AVOIDED }, groupsMax);
      for (const seed of seeds) tried.add(seed);
    }
  }

  /** Looks for each further group among those that differ from the ones before it, each with an even share of what is left. */
  private further(promising: readonly number[]): void {
    const { top, groupsMax } = this.extent;
    for (let place = 1; place < top; place += 1) {
      const chosen = this.found.provisionalTop(top);
      if (chosen.length < place) return;
      const share = Math.floor((groupsMax - this.examined) / (top - place));
      const seeds = new Set([this.own, ...membersOf(chosen.slice(place), new Set()), ...promising]);
      const start = { slots: POOL_MAX, partners: FURTHER_PARTNERS, avoided: overlapsWith(chosen.slice(0, place)) };
      this.tryAll([...seeds].slice(0, FURTHER_SEEDS), start, this.examined + share);
    }
  }
}

/**
 * The best groups a business that takes part in a search can be in, so many at most: from it and those within reach who
 * promise most, with it in every group. The same businesses and question give the same groups; it proves no optimum.
 */
export function groupsWith(own: number, plan: SearchPlan, extent: Extent): readonly Analysis[] {
  return new GroupsWith(own, plan, extent).best();
}
