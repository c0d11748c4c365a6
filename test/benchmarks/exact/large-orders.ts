import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../../../api/src/matching/analysis.ts";
import { discover } from "../../../api/src/matching/discover.ts";
import { isLawful } from "../../../api/src/matching/rule-registry.ts";
import { planSearch, type SearchMode, type SearchPlan } from "../../../api/src/matching/search-plan.ts";
import type { SnapshotBusiness } from "../../../api/src/matching/snapshot.ts";
import { ask } from "../../../api/test/questions.ts";
import { drawFrom } from "../../../api/test/random-snapshot.ts";
import { regionOf } from "../region.ts";
import { openHighs } from "./certificate.ts";
import { exactBest } from "./exact.ts";
import { instanceOf, type Instance } from "./instance.ts";
import { OrderBound } from "./order-bound.ts";
import { orderFrom } from "./orders.ts";

/** Orders of ten capabilities among a whole prefecture; of every fifth, groups may be as small and large as the terms have it. */
const ORDERS = 50;
const CAPABILITIES = 10;
const FIRST_SEED = 9_000;
const PREFECTURE = { businesses: 60_000, seed: 1 };
const SIZES = [4, 8] as const;
const USUAL_EACH = 5;
const USUAL_SIZES = [2, 15] as const;

/** Members who promise most, among whom a better group is sought, and what is spent on it. */
const PROMISING = 150;
const NODES_MAX = 600;

/** Sizes sought: the largest gain most. */
const SIZES_SOUGHT = 3;

/** Orders that HiGHS is asked about, the first ones, how many members it is shown, and its time. */
const HIGHS_ORDERS = 5;
const HIGHS_MEMBERS = 80;
const HIGHS_SECONDS = 10;

/** The best group known for an order, and what no group can be above. */
interface KnownOrder {
  readonly members: readonly string[];
  readonly lower: number;
  readonly bound: number;
  /** What HiGHS's own group is worth; absent where it was not asked or had none in time. */
  readonly highsLower?: number;
}

/** How near searches come to the best groups known for large orders. Gaps in percent, times in milliseconds. */
export interface OrderNearness {
  readonly orders: number;
  readonly best: number;
  readonly worstGap: number;
  readonly meanGap: number;
  /** To what HiGHS found among some who promise most, in some seconds; below 0 where the search is better. */
  readonly worstGapToHighs: number;
  /** To what is proven to be out of reach, over the whole prefecture. */
  readonly worstGapToBound: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly shortfalls: readonly { readonly order: number; readonly best: number; readonly found: number }[];
}

const KNOWN = join(import.meta.dirname, "orders.json");
const readKnown = () => JSON.parse(readFileSync(KNOWN, "utf8")) as Readonly<Record<string, KnownOrder>>;

function planOf(businesses: readonly SnapshotBusiness[], order: number, mode: SearchMode): SearchPlan {
  const draw = drawFrom(FIRST_SEED + order);
  const demand = orderFrom(businesses, draw, { capabilities: CAPABILITIES, areas: 1 + draw(4) });
  const [membersMin, membersMax] = order % USUAL_EACH === USUAL_EACH - 1 ? USUAL_SIZES : SIZES;
  const plan = planSearch(businesses, ask("SHARED_ORDERS", demand), { membersMin, membersMax, mode, top: 1 });
  if (!plan.accepted) throw new Error(JSON.stringify(plan.problems));
  return plan.change;
}

function worthOf(instance: Instance, members: readonly string[]): number {
  const ids = new Set(members);
  const { lower, rules } = analyse(
    instance.members.filter(({ id }) => ids.has(id)),
    instance.question,
  );
  return isLawful(rules) ? lower : 0;
}

type Highs = Awaited<ReturnType<typeof openHighs>>;

/** Seeks a better group than one: of each size that may hold one, by HiGHS and by branch and bound among those who promise most. */
class OrderSolver {
  private readonly instance: Instance;
  private readonly solve: Highs | undefined;
  best: readonly string[];
  lower: number;
  bound = 0;
  highsLower: number | undefined;

  constructor(instance: Instance, start: readonly string[], solve: Highs | undefined) {
    this.instance = instance;
    this.solve = solve;
    this.best = start;
    this.lower = worthOf(instance, start);
  }

  run(): void {
    const bounds = new OrderBound(this.instance);
    const { membersMin, membersMax } = this.instance;
    for (let size = membersMax; size >= membersMin; size -= 1)
      for (const isMonthsKnown of [true, false]) {
        const { most, kept } = bounds.of(size, isMonthsKnown, this.lower);
        this.bound = Math.max(this.bound, Math.min(100_000, Math.floor(most)));
        if (kept.length >= size && size > membersMax - SIZES_SOUGHT) this.among(kept, size, isMonthsKnown);
      }
  }

  private show(members: readonly string[]): void {
    const lower = worthOf(this.instance, members);
    if (lower > this.lower) [this.best, this.lower] = [members, lower];
  }

  private pool(kept: readonly number[], count: number, size: number): Instance {
    const ids = new Set(kept.slice(0, count).map((one) => this.instance.members[one]?.id ?? ""));
    for (const id of this.best) ids.add(id);
    const members = this.instance.members.filter(({ id }) => ids.has(id));
    return { ...this.instance, members, membersMin: size, membersMax: size };
  }

  private among(kept: readonly number[], size: number, isMonthsKnown: boolean): void {
    const idsIn = ({ members }: Instance, group: readonly number[]) => group.flatMap((one) => members[one]?.id ?? []);
    if (this.solve !== undefined && size === this.instance.membersMax) {
      const few = this.pool(kept, HIGHS_MEMBERS, size);
      const group = idsIn(few, this.solve(few, size, { isMonthsKnown, secondsMax: HIGHS_SECONDS }).group);
      if (group.length > 0) this.highsLower = Math.max(this.highsLower ?? 0, worthOf(this.instance, group));
      this.show(group);
    }
    const many = this.pool(kept, PROMISING, size);
    const start = many.members.flatMap(({ id }, at) => (this.best.includes(id) ? [at] : []));
    const { optimum } = exactBest(many, { nodesMax: NODES_MAX, ...(start.length === size ? { start } : {}) });
    if (optimum !== undefined) this.show(idsIn(many, optimum.group));
  }
}

/** Seeks the best groups there may be for the orders from one on, and writes them down. */
export async function solveOrders(from: number, say: (line: string) => void): Promise<void> {
  const { businesses } = regionOf(PREFECTURE);
  const solve = await openHighs();
  for (let order = from; order < ORDERS; order += 1) {
    const known = readKnown()[order];
    const plan = planOf(businesses, order, "fast");
    const [proposal] = discover(plan).proposals;
    const start = known?.members ?? proposal?.members ?? [];
    const solver = new OrderSolver(instanceOf(businesses, plan), start, order < HIGHS_ORDERS ? solve : undefined);
    solver.run();
    const { best, lower, bound, highsLower } = solver;
    const asked = highsLower === undefined ? {} : { highsLower };
    const found: KnownOrder = { members: [...best].sort(), lower, bound, ...asked };
    writeFileSync(KNOWN, `${JSON.stringify({ ...readKnown(), [order]: found }, null, 1)}\n`);
    say(
      `order ${order}: ${lower} with ${best.length}, bound ${bound}, HiGHS ${highsLower ?? 0}, found ${proposal?.lower ?? 0}`,
    );
  }
}

/** Searches the prefecture for every order whose best group was sought, one at a time; only the search is timed. */
export function measureOrders(mode: SearchMode): OrderNearness {
  const { businesses } = regionOf(PREFECTURE);
  const searched = Object.entries(readKnown()).map(([order, known]) => {
    const plan = planOf(businesses, Number(order), mode);
    if (worthOf(instanceOf(businesses, plan), known.members) !== known.lower)
      throw new Error(`The group of order ${order} is out of date. Maybe run pnpm bench:exact --orders --solve?`);
    const begun = performance.now();
    const [proposal] = discover(plan).proposals;
    return { order: Number(order), known, found: proposal?.lower ?? 0, ms: performance.now() - begun };
  });
  const gaps = searched.map(({ known, found }) => Math.max(0, (100 * (known.lower - found)) / known.lower));
  const times = searched.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    orders: searched.length,
    best: gaps.filter((gap) => gap === 0).length,
    worstGap: Math.max(0, ...gaps),
    meanGap: gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length),
    worstGapToHighs: Math.max(
      ...searched.flatMap(({ known: { highsLower }, found }) =>
        highsLower === undefined ? [] : [(100 * (highsLower - found)) / highsLower],
      ),
    ),
    worstGapToBound: Math.max(...searched.map(({ known, found }) => (100 * (known.bound - found)) / known.bound)),
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
    p99Ms: times[Math.ceil(0.99 * times.length) - 1] ?? 0,
    shortfalls: searched.flatMap(({ order, known, found }) =>
      found < known.lower ? [{ order, best: known.lower, found }] : [],
    ),
  };
}
