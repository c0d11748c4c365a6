import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { bytesOf } from "../../../api/src/matching/columns/bytes-of.ts";
import type { Layout } from "../../../api/src/matching/columns/columns.ts";
import { layoutOf } from "../../../api/src/matching/columns/layout-writer.ts";
import { candidateFinder } from "../../../api/src/matching/columns/find-candidate.ts";
import { discover, POLISHED_PARTNERS } from "../../../api/src/matching/discover.ts";
import { fieldOf } from "../../../api/src/matching/engine/field.ts";
import { Overlaps } from "../../../api/src/matching/engine/overlaps.ts";
import { POOL_MAX } from "../../../api/src/matching/engine/part.ts";
import { SeedSolver } from "../../../api/src/matching/engine/seed-solver.ts";
import { Search } from "../../../api/src/matching/engine/search.ts";
import { Sweep } from "../../../api/src/matching/engine/sweep.ts";
import { SearchThreads } from "../../../api/src/jobs/search-threads.ts";
import type { Question } from "../../../api/src/matching/question.ts";
import { planSearchIn, type SearchPlan, type SearchWishes } from "../../../api/src/matching/search-plan.ts";
import type { SnapshotBusiness } from "../../../api/src/matching/snapshot.ts";

/** A group the engine came to. */
export interface Came {
  readonly members: readonly string[];
  readonly lower: number;
}

/** Nothing is cut short, so that time grows with the work there is. A prefecture's searches end far within the usual budget. */
const NO_BUDGET = { groupsMax: Infinity } as const;

/** Collections after which nothing more is given back. */
const COLLECTIONS = 4;

/** Bytes of everything that is still needed, shared memory included. */
function heldBytes(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  // Memory outside the heap is given back while the next collection runs.
  for (let times = 0; times < COLLECTIONS; times += 1) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Threads the figures are of. */
export const THREADS = 2;

/** They stay from search to search, whoever is searched, and keep no process alive. */
let threads: Promise<SearchThreads> | undefined;

/**
 * The engine as the bench calls it: the only place that knows its entry points. Businesses are laid out once, beforehand,
 * as an installation keeps them; a search is timed from the question to the proposals with their analyses.
 */
export class EngineUnderTest {
  private readonly layout: Layout;

  constructor(businesses: Iterable<SnapshotBusiness>) {
    this.layout = layoutOf(businesses);
  }

  /** The best groups of all, searched for by both threads. */
  async best(question: Question, wishes: SearchWishes): Promise<readonly Came[]> {
    threads ??= SearchThreads.open(THREADS);
    const { crewOf } = await threads;
    return discover(this.plan(question, wishes), { ...NO_BUDGET, crewOf }).proposals;
  }

  /** The same by one thread alone. */
  bestAlone(question: Question, wishes: SearchWishes): readonly Came[] {
    return discover(this.plan(question, wishes), NO_BUDGET).proposals;
  }

  /** What the sweep comes to, with or without leaving out seeds whose bound is too low. */
  swept(question: Question, wishes: SearchWishes, isPruned: boolean): readonly string[] {
    const plan = this.plan(question, wishes);
    const search = new Search(plan, NO_BUDGET);
    new Sweep(search, plan).run(isPruned);
    return search.found.diverseTop(plan.top).map(({ candidates, lower }) => `${lower}: ${candidates.join()}`);
  }

  /**
   * Prepares a question, as an installation does once for all who ask it. @returns what finds the best group one business is in,
   * from as many starts as quality mode polishes with; its lower bound
   */
  aroundOne(question: Question, wishes: SearchWishes): (id: string) => number {
    const plan = this.plan(question, wishes);
    const solver = new SeedSolver(fieldOf(this.layout, question, plan.isEligible), plan);
    const start = { slots: POOL_MAX, partners: POLISHED_PARTNERS.quality, avoided: new Overlaps(), least: 0 };
    const find = candidateFinder(this.layout);
    return (id) => {
      const candidate = find(id);
      let best = 0;
      if (candidate !== undefined && plan.isEligible[candidate] === 1)
        solver.solve(candidate, start, (_, worth) => {
          best = Math.max(best, worth);
        });
      return best;
    };
  }

  /** Bytes a business takes in the columns a search for a shared issue reads. */
  hotBytes(): number {
    const { columns } = this.layout;
    return bytesOf(columns).hot / columns.count;
  }

  /** Bytes a business takes beyond that once a search over everyone has ended: bounds, marks and every group kept. */
  resultBytes(question: Question, wishes: SearchWishes): number {
    const before = heldBytes();
    const plan = this.plan(question, wishes);
    const search = new Search(plan, NO_BUDGET);
    new Sweep(search, plan).run();
    const held = heldBytes() - before;
    // Asked afterwards, so that what it holds is not thrown away before it is counted.
    return search.top().length > 0 ? held / this.layout.columns.count : 0;
  }

  private plan(question: Question, wishes: SearchWishes): SearchPlan {
    const decision = planSearchIn(this.layout, question, wishes);
    if (!decision.accepted) throw new Error(JSON.stringify(decision.problems));
    return decision.change;
  }
}
