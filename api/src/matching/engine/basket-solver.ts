import { BUYERS_MIN } from "../components/purchase-overlap.ts";
import { sumOf } from "../whole.ts";
import { climb, Paths } from "./climb.ts";
import { triedMembers, type Engine } from "./engine.ts";
import { Nearby } from "./nearby.ts";
import { Overlaps } from "./overlaps.ts";
import { POOL_MAX } from "./part.ts";
import { NO_BASKET, PurchasesPart, type Basket } from "./parts/purchases-part.ts";
import type { GroupLimits, Report } from "./seed-solver.ts";

/** Items baskets are put together from: those around a seed that most is spent on. */
const ITEMS_MAX = 12;

/** Items in a basket at most. */
const BASKET_MAX = 3;

/** Baskets around a seed at most: of one, two or three of twelve items. */
export const BASKETS_MAX = 298;

/** All baskets of some items, the smallest first. */
function basketsOf(items: readonly number[]): readonly Basket[] {
  const ofSize: (readonly number[])[][] = [[[]]];
  for (let size = 1; size <= BASKET_MAX; size += 1) {
    const smaller = ofSize[size - 1] ?? [];
    // One item more, of those after the last, so that none is made twice.
    ofSize[size] = smaller.flatMap((places) =>
      [...items.keys()].slice((places.at(-1) ?? -1) + 1).map((place) => [...places, place]),
    );
  }
  return ofSize
    .slice(1)
    .flat()
    .map((places) => Int32Array.from(places, (place) => items[place] as number));
}

/**
 * Puts groups together for what they could buy together. Before three buy an item it brings nothing, so that a climb
 * finds its way to two or three shared items only by chance. So a basket of items is decided on first, and its items are
 * lent buyers: a climb as if one were enough, on from there as if two were, and then as it is, with nothing lent.
 */
export class BasketSolver {
  private readonly engine: Engine;
  private readonly limits: GroupLimits;
  private readonly purchases: PurchasesPart | undefined;
  private readonly nearby: Nearby;
  private readonly paths = new Paths();

  constructor(engine: Engine, limits: GroupLimits) {
    this.engine = engine;
    this.limits = limits;
    this.purchases = engine.parts.find((part) => part instanceof PurchasesPart);
    this.nearby = new Nearby(engine.field, limits.withinDam);
  }

  /** Reports what each basket comes to around a seed, who need not be in the group. */
  solve(seed: number, slots: number, report: Report): void {
    const { purchases } = this;
    if (purchases === undefined) return;
    for (const basket of basketsOf(this.itemsAround(seed))) {
      purchases.ask(basket);
      this.engine.pools.make(seed, Math.min(POOL_MAX, slots));
      this.climbFor(purchases, report);
    }
    purchases.ask(NO_BASKET);
  }

  private climbFor(purchases: PurchasesPart, report: Report): void {
    const { pools, trial, field } = this.engine;
    trial.begin(new Overlaps(), this.limits.membersMin);
    const fixedSlots = field.required.map((one) => pools.pool.candidates.indexOf(one));
    for (const slot of fixedSlots) trial.add(slot);
    let worth: number | undefined;
    for (let lent = BUYERS_MIN - 1; lent >= 0; lent -= 1) {
      purchases.lend(lent);
      this.paths.clear();
      worth = climb(trial, { ...this.limits, fixedSlots, hopelessBelow: -Infinity }, this.paths);
      if (worth === undefined) break;
    }
    purchases.lend(0);
    if (worth !== undefined && worth >= 0) report(triedMembers(this.engine), worth);
    trial.empty();
  }

  /** Items that enough around a seed buy, those first to which the largest parts of what each spends go. */
  private itemsAround(seed: number): readonly number[] {
    const parts = new Map<number, number[]>();
    this.nearby.around(seed, (candidate) => {
      for (const [item, part] of this.partsSpentBy(candidate)) parts.set(item, [...(parts.get(item) ?? []), part]);
    });
    return [...parts]
      .filter(([, { length }]) => length >= BUYERS_MIN)
      .map(([item, all]) => ({ item, all: sumOf(all) }))
      .sort((a, b) => b.all - a.all || a.item - b.item)
      .slice(0, ITEMS_MAX)
      .map(({ item }) => item);
  }

  /** Permille of what a candidate spends that go to each item it buys. */
  private partsSpentBy(candidate: number): ReadonlyMap<number, number> {
    const { start, item, yen } = this.engine.field.columns.purchases;
    const [from, to] = [start[candidate] as number, start[candidate + 1] as number];
    const spend = sumOf(Array.from(yen.subarray(from, to)));
    const parts = new Map<number, number>();
    for (let at = from; at < to; at += 1) {
      const [one, part] = [item[at] as number, spend === 0 ? 0 : Math.floor((1000 * (yen[at] as number)) / spend)];
      parts.set(one, (parts.get(one) ?? 0) + part);
    }
    return parts;
  }
}
