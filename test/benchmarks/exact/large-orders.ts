import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../../../api/src/matching/analysis.ts";
import { discover } from "../../../api/src/matching/discover.ts";
import { isLawful } from "../../../api/src/matching/rule-registry.ts";
import type { Layout } from "../../../api/src/matching/columns/columns.ts";
import { layoutOf } from "../../../api/src/matching/columns/layout-writer.ts";
import { distanceDam, placeOf } from "../../../api/src/domain/place.ts";
import type { DemandText } from "../../../api/src/matching/demand.ts";
import {
  planSearchIn,
  TOP_USUAL,
  type SearchMode,
  type SearchPlan,
  type SearchWishes,
} from "../../../api/src/matching/search-plan.ts";
import type { SnapshotBusiness } from "../../../api/src/matching/snapshot.ts";
import { ask } from "../../../api/test/questions.ts";
import { drawFrom } from "../../../api/test/random-snapshot.ts";
import { regionOf } from "../region.ts";
import { percentile } from "../table/repeated.ts";
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

/** Decametres around the first place of an order: any two within them may be in one group. Some thousand there can do a part of it. */
const AROUND_DAM = 1_500;

/** Members who promise most, among whom a better group is sought, and what is spent on it. */
const PROMISING = 150;
const NODES_MAX = 600;

/** Sizes sought: the largest gain most. */
const SIZES_SOUGHT = 3;

/** How many members HiGHS is shown, beside those of the best group known, and its time: twice for each order. */
const HIGHS_MEMBERS = 80;
const HIGHS_SECONDS = 20;

/** Orders asked before any is timed. */
const WARM_UP = 10;

/** Where the best group known for an order comes from. */
type Source = "HiGHS" | "branch and bound" | "search";

/** Who is asked for a better group: HiGHS alone, or branch and bound as well, which takes minutes an order. */
export type Asked = "HiGHS" | "both";

/** The best group known for an order, and what no group can be above. */
interface KnownOrder {
  readonly members: readonly string[];
  readonly lower: number;
  readonly bound: number;
  readonly from: Source;
  /** What the best group is worth that HiGHS had of its own, now or another time; absent where it never had one in time. */
  readonly highsLower?: number;
}

/** What an order is asked for: its best group or a list as long as usual, in the whole prefecture or around its first place. */
type Asking = "best" | "list" | "bestAround" | "listAround";

/** From the question to the groups with their analyses, businesses being laid out; in milliseconds. */
interface Times {
  readonly median: number;
  readonly p99: number;
}

/** How near searches come to the best groups known for large orders. Gaps in percent, times in milliseconds. */
export interface OrderNearness {
  readonly orders: number;
  readonly best: number;
  readonly worstGap: number;
  readonly meanGap: number;
  /** To what HiGHS found among some who promise most, in some seconds; where the search is better there is none. */
  readonly worstGapToHighs: number;
  /** To what is proven to be out of reach, over the whole prefecture. */
  readonly worstGapToBound: number;
  /** How often one was asked for its best group. */
  readonly asked: number;
  readonly times: Readonly<Record<Asking, Times>>;
  readonly shortfalls: readonly { readonly order: number; readonly best: number; readonly found: number }[];
}

const KNOWN = join(import.meta.dirname, "orders.json");
const readKnown = () => JSON.parse(readFileSync(KNOWN, "utf8")) as Readonly<Record<string, KnownOrder>>;

function demandOf(businesses: readonly SnapshotBusiness[], order: number): DemandText {
  const draw = drawFrom(FIRST_SEED + order);
  return orderFrom(businesses, draw, { capabilities: CAPABILITIES, areas: 1 + draw(4) });
}

interface OrderAsked {
  readonly layout: Layout;
  readonly demand: DemandText;
  readonly order: number;
}

function planOf({ layout, demand, order }: OrderAsked, wishes: SearchWishes): SearchPlan {
  const [membersMin, membersMax] = order % USUAL_EACH === USUAL_EACH - 1 ? USUAL_SIZES : SIZES;
  const plan = planSearchIn(layout, ask("SHARED_ORDERS", demand), { membersMin, membersMax, top: 1, ...wishes });
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

interface Solvers {
  readonly highs: Highs;
  readonly asked: Asked;
}

/** Seeks a better group than one: of each size that may hold one, by HiGHS and by branch and bound among those who promise most. */
class OrderSolver {
  private readonly instance: Instance;
  private readonly solve: Highs;
  private readonly asked: Asked;
  best: readonly string[];
  lower: number;
  bound = 0;
  from: Source;
  highsLower: number | undefined;

  constructor(instance: Instance, { members, from }: Pick<KnownOrder, "members" | "from">, by: Solvers) {
    this.instance = instance;
    this.solve = by.highs;
    this.asked = by.asked;
    this.best = members;
    this.from = from;
    this.lower = worthOf(instance, members);
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

  private show(members: readonly string[], from: Source): void {
    const lower = worthOf(this.instance, members);
    if (lower > this.lower) [this.best, this.lower, this.from] = [members, lower, from];
  }

  /** Those near enough to be in one group with all of the best one. */
  private near(kept: readonly number[]): readonly number[] {
    const { members, withinDam } = this.instance;
    const best = members.filter(({ id }) => this.best.includes(id));
    return kept.filter((one) => {
      const place = members[one]?.place;
      return best.every((other) => place && other.place && distanceDam(place, other.place) <= withinDam);
    });
  }

  private pool(kept: readonly number[], count: number, size: number): Instance {
    const ids = new Set(kept.slice(0, count).map((one) => this.instance.members[one]?.id ?? ""));
    for (const id of this.best) ids.add(id);
    const members = this.instance.members.filter(({ id }) => ids.has(id));
    return { ...this.instance, members, membersMin: size, membersMax: size };
  }

  private among(kept: readonly number[], size: number, isMonthsKnown: boolean): void {
    const idsIn = ({ members }: Instance, group: readonly number[]) => group.flatMap((one) => members[one]?.id ?? []);
    if (size === this.instance.membersMax) {
      const few = this.pool(this.near(kept), HIGHS_MEMBERS, size);
      const group = idsIn(few, this.solve(few, size, { isMonthsKnown, secondsMax: HIGHS_SECONDS }).group);
      if (group.length > 0) this.highsLower = Math.max(this.highsLower ?? 0, worthOf(this.instance, group));
      this.show(group, "HiGHS");
    }
    if (this.asked === "HiGHS") return;
    const many = this.pool(kept, PROMISING, size);
    const start = many.members.flatMap(({ id }, at) => (this.best.includes(id) ? [at] : []));
    const { optimum } = exactBest(many, { nodesMax: NODES_MAX, ...(start.length === size ? { start } : {}) });
    if (optimum !== undefined) this.show(idsIn(many, optimum.group), "branch and bound");
  }
}

/** The best group that is known already, or that a thorough search finds now. */
function startOf(
  instance: Instance,
  plan: SearchPlan,
  known: KnownOrder | undefined,
): Pick<KnownOrder, "members" | "from"> {
  const [proposal] = discover(plan).proposals;
  const found = { members: proposal?.members ?? [], from: "search" } as const;
  if (known === undefined) return found;
  return worthOf(instance, found.members) > worthOf(instance, known.members) ? found : known;
}

/** Seeks the best groups there may be for the orders from one on, and writes them down. */
export async function solveOrders(from: number, asked: Asked, say: (line: string) => void): Promise<void> {
  const { businesses } = regionOf(PREFECTURE);
  const layout = layoutOf(businesses);
  const highs = await openHighs();
  for (let order = from; order < ORDERS; order += 1) {
    const known = readKnown()[order];
    const plan = planOf({ layout, demand: demandOf(businesses, order), order }, { mode: "quality" });
    const instance = instanceOf(businesses, plan);
    const solver = new OrderSolver(instance, startOf(instance, plan, known), { highs, asked });
    solver.run();
    const { best, lower, highsLower = known?.highsLower } = solver;
    const bound = Math.min(solver.bound, known?.bound ?? Infinity);
    const byHighs = highsLower === undefined ? {} : { highsLower };
    const found: KnownOrder = { members: [...best].sort(), lower, bound, from: solver.from, ...byHighs };
    writeFileSync(KNOWN, `${JSON.stringify({ ...readKnown(), [order]: found }, null, 1)}\n`);
    say(
      `order ${order}: ${lower} with ${best.length} by ${found.from}, bound ${bound}, HiGHS ${highsLower ?? 0}, known ${known?.lower ?? 0}`,
    );
  }
}

interface Searched {
  readonly order: number;
  readonly known: KnownOrder;
  readonly found: number;
  /** Milliseconds of each time it was asked. */
  readonly ms: Readonly<Record<Asking, readonly number[]>>;
}

/** Those around the first place of an order alone. */
function aroundFirst({ areas: [area] = [] }: DemandText): SearchWishes {
  if (area?.lat === undefined || area.lon === undefined) throw new Error("An order has no place.");
  return { around: { place: placeOf(area.lat, area.lon), withinDam: AROUND_DAM } };
}

/** Times each order is asked, so that one in a hundred is more than the one slow moment of the machine. */
const ROUNDS = 5;

/** Asks for the best group, and for a list, of businesses that are laid out, as an installation keeps them. */
function searched(asked: OrderAsked, known: KnownOrder, mode: SearchMode): Searched {
  const timed = (wishes: SearchWishes) => {
    const begun = performance.now();
    const [proposal] = discover(planOf(asked, { mode, ...wishes })).proposals;
    return { lower: proposal?.lower ?? 0, ms: performance.now() - begun };
  };
  const msOf = (wishes: SearchWishes, rounds: number) => Array.from({ length: rounds }, () => timed(wishes).ms);
  const [list, around] = [{ top: TOP_USUAL }, aroundFirst(asked.demand)];
  const ms = {
    list: msOf(list, 1),
    best: msOf({}, ROUNDS),
    listAround: msOf({ ...list, ...around }, 1),
    bestAround: msOf(around, ROUNDS),
  };
  return { order: asked.order, known, found: timed({}).lower, ms };
}

/**
 * Searches the prefecture for every order whose best group was sought, one at a time in one thread. Timed is all from the
 * question on, but not the layout, which an installation keeps; some orders are asked before to warm up.
 */
export function measureOrders(mode: SearchMode): OrderNearness {
  const { businesses } = regionOf(PREFECTURE);
  const layout = layoutOf(businesses);
  const orders = Object.entries(readKnown()).map(([order, known]) => {
    const asked = { layout, demand: demandOf(businesses, Number(order)), order: Number(order) };
    if (worthOf(instanceOf(businesses, planOf(asked, { mode })), known.members) !== known.lower)
      throw new Error(`The group of order ${order} is out of date. Maybe run pnpm bench:exact --orders --solve?`);
    return { asked, known };
  });
  for (const { asked, known } of orders.slice(0, WARM_UP)) searched(asked, known, mode);
  const all = orders.map(({ asked, known }) => searched(asked, known, mode));
  const gaps = all.map(({ known, found }) => Math.max(0, (100 * (known.lower - found)) / known.lower));
  const timesOf = (asking: Asking): Times => {
    const ms = all.flatMap((searched) => searched.ms[asking]);
    return { median: percentile(ms, 0.5), p99: percentile(ms, 0.99) };
  };
  return {
    orders: all.length,
    best: gaps.filter((gap) => gap === 0).length,
    worstGap: Math.max(0, ...gaps),
    meanGap: gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length),
    worstGapToHighs: Math.max(
      0,
      ...all.flatMap(({ known: { highsLower }, found }) =>
        highsLower === undefined ? [] : [(100 * (highsLower - found)) / highsLower],
      ),
    ),
    worstGapToBound: Math.max(...all.map(({ known, found }) => (100 * (known.bound - found)) / known.bound)),
    asked: all.length * ROUNDS,
    times: {
      best: timesOf("best"),
      list: timesOf("list"),
      bestAround: timesOf("bestAround"),
      listAround: timesOf("listAround"),
    },
    shortfalls: all.flatMap(({ order, known, found }) =>
      found < known.lower ? [{ order, best: known.lower, found }] : [],
    ),
  };
}
