import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { engineOverAll, EVERYWHERE_DAM } from "../../../test/best-group.ts";
import { ask } from "../../../test/questions.ts";
import { drawFrom } from "../../../test/random-snapshot.ts";
import { definedWorth, placedPopulation } from "../../../test/score-comparison.ts";
import { layoutOf } from "../columns/layout-writer.ts";
import { memberAt } from "../columns/member-at.ts";
import { groupOf } from "../analysis.ts";
import { BUYERS_MIN } from "../components/purchase-overlap.ts";
import type { Member } from "../member.ts";
import type { SnapshotBusiness } from "../snapshot.ts";
import { BASKETS_MAX } from "./basket-solver.ts";
import { fieldOf } from "./field.ts";
import { Overlaps } from "./overlaps.ts";
import { PurchasesPart } from "./parts/purchases-part.ts";
import { SeedSolver, type Start } from "./seed-solver.ts";

const SIZE = 12;

const seeds = fc.nat({ max: 1_000_000 });
const slots = fc.array(fc.nat({ max: SIZE - 1 }), { minLength: 1, maxLength: 12 });

/** A solver over businesses of whom all may meet, and what it comes to from the first of them. */
function solverOf(businesses: readonly SnapshotBusiness[], [membersMin, membersMax]: readonly [number, number]) {
  const layout = layoutOf(businesses);
  const question = ask("JOINT_PURCHASING");
  const field = fieldOf(layout, question, new Uint8Array(businesses.length).fill(1));
  const solver = new SeedSolver(field, { membersMin, membersMax, withinDam: EVERYWHERE_DAM });
  const comeTo = (start: Partial<Start>) => {
    const all: { readonly ids: readonly string[]; readonly worth: number; readonly defined: number }[] = [];
    const whole = { slots: 64, partners: 4, avoided: new Overlaps(), least: 0, ...start };
    solver.solve(0, whole, (candidates, worth) => {
      const members = groupOf(Array.from(candidates, (one) => memberAt(layout, one)));
      all.push({ ids: members.map(({ id }) => id), worth, defined: definedWorth(members, question) });
    });
    return all;
  };
  return { comeTo };
}

/** An engine over a population, with every item in the basket. */
function lending(seed: number) {
  const { businesses, question } = placedPopulation(drawFrom(seed), "JOINT_PURCHASING", SIZE);
  const { engine, members } = engineOverAll(businesses, question);
  const purchases = engine.parts.find((part) => part instanceof PurchasesPart) as PurchasesPart;
  purchases.ask(Int32Array.from(engine.field.columns.purchases.item));
  engine.trial.begin(new Overlaps(), 1);
  return { ...engine, members, purchases, question };
}

describe("buyers lent to the items of a basket", () => {
  it("are gone when they are taken back, whoever came and went meanwhile", () => {
    fc.assert(
      fc.property(seeds, slots, slots, (seed, first, more) => {
        const { trial, purchases, members, question } = lending(seed);
        const change = (slot: number) => (trial.has(slot) ? trial.remove(slot) : trial.add(slot));
        first.forEach(change);
        purchases.lend(BUYERS_MIN - 1);
        more.forEach(change);
        purchases.lend(1);
        purchases.lend(0);
        if (trial.group.size === 0) return;
        const group = Array.from(trial.group.slots.subarray(0, trial.group.size), (slot) => members[slot] as Member);
        expect(trial.now()).toBe(definedWorth(group, question));
      }),
    );
  });

  it("raise what a group is worth, and what it would be with everyone who may join is what it then is", () => {
    fc.assert(
      fc.property(seeds, slots, fc.integer({ min: 1, max: BUYERS_MIN - 1 }), (seed, first, lent) => {
        const { trial, purchases } = lending(seed);
        for (const slot of new Set(first)) trial.add(slot);
        const without = trial.now();
        purchases.lend(lent);
        expect(trial.now()).toBeGreaterThanOrEqual(without);
        trial.weigh();
        const told = Array.from(trial.open.slots.subarray(0, trial.open.count), (slot) => [slot, trial.worth[slot]]);
        for (const [slot, worth] of told) {
          trial.add(slot as number);
          expect(trial.now()).toBe(worth);
          trial.remove(slot as number);
        }
      }),
    );
  });
});

describe("groups put together for baskets", () => {
  it("are worth what the definition says, and leave nothing behind for the seeds after them", () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { businesses } = placedPopulation(drawFrom(seed), "JOINT_PURCHASING", 20);
      const { comeTo } = solverOf(businesses, [4, 6]);
      const before = comeTo({});
      const come = comeTo({ hasBaskets: true });
      for (const { worth, defined } of come) expect(worth, `population ${seed}`).toBe(defined);
      expect(come.length).toBeLessThanOrEqual(BASKETS_MAX);
      expect(comeTo({}), `population ${seed}`).toEqual(before);
    }
  });
});

describe("six who buy two things by threes, among neighbours who buy their own", () => {
  /** 0.001° of latitude are 111 m. */
  const at = (north: number) => ({ lat: 36 + north / 1000, lon: 138, employees: 4 });
  const buyers = ["rice", "rice", "rice", "boxes", "boxes", "boxes"].map((item, index) => ({
    ...at(5 * index),
    id: `buyer-${index}`,
    purchases: [[item, 100_000]] as const,
  }));
  const neighbours = Array.from({ length: 8 }, (_, index) => ({
    ...at(index),
    id: `neighbour-${index}`,
    purchases: [[`own-${index}`, 100_000]] as const,
  }));
  const { comeTo } = solverOf([...buyers, ...neighbours], [6, 6]);
  const bestIds = (start: Partial<Start>) => [...comeTo(start)].sort((a, b) => b.worth - a.worth)[0]?.ids;

  it("are found by a basket of both", () => {
    expect(bestIds({ hasBaskets: true })).toEqual(buyers.map(({ id }) => id));
  });

  it("are not found one by one, which is why there are baskets", () => {
    expect(bestIds({})).not.toEqual(buyers.map(({ id }) => id));
  });
});
