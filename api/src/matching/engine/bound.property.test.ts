import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { engineOverAll } from "../../../test/best-group.ts";
import { ask } from "../../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../../test/random-snapshot.ts";
import { analyse } from "../analysis.ts";
import type { DemandText } from "../demand.ts";
import { planSearch } from "../search-plan.ts";
import { LoneCrew } from "./crew.ts";
import { Search } from "./search.ts";
import { boundsOf } from "./bound.ts";
import { Overlaps } from "./overlaps.ts";
import { slotsOf, Sweep } from "./sweep.ts";

const order: DemandText = {
  capabilities: [["polishing", 2]],
  licences: [["ippan-collect", "02201"], ["kobutsu"]],
  areas: [{ municipality: "02202", lat: 40.82, lon: 140.74 }],
  unitsPerMonth: [0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 0],
};

const questions = [
  ask("COOPERATIVE"),
  ask("SHARED_ORDERS", order),
  ask("SHARED_ORDERS", { licences: [], areas: [] }),
  ask("JOINT_PURCHASING"),
  ask("CROSS_INDUSTRY"),
  ask("YEAR_ROUND_WORK"),
];

/** As `engineOverAll` has them. */
const LIMITS = { withinDam: 10_000, membersMin: 1, membersMax: 12 };

describe("the bounds of a group's members", () => {
  it("are reached by no group: its lower bound is at most the highest of them", () => {
    const members = fc.uniqueArray(fc.nat({ max: 11 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...questions), members, (seed, question, slots) => {
        const population = { size: 12, spreadDegrees: 0.1, knownOfTen: 4 + (seed % 7) };
        const { engine, members: all } = engineOverAll(randomBusinesses(drawFrom(seed), population), question);
        const { candidates } = engine.pools.pool;
        const { boundOf } = new LoneCrew(engine.field, LIMITS).bounds;
        const bounds = slots.map((slot) => boundOf[candidates[slot] as number] as number);
        const group = slots.flatMap((slot) => all[slot] ?? []);
        expect(analyse(group, question).lower).toBeLessThanOrEqual(Math.max(...bounds));
      }),
      { numRuns: 500 },
    );
  });
});

describe("the bounds of the groups that seeds come to", () => {
  it.each(questions.map((question) => [question.purpose, question] as const))(
    "are reached by none of them, however good (%s)",
    (_, question) => {
      const businesses = randomBusinesses(drawFrom(5), { size: 400, spreadDegrees: 0.3, knownOfTen: 7 });
      const plan = planSearch(businesses, question, { mode: "fast", membersMax: 6 });
      if (!plan.accepted) throw new Error("not planned");
      const { crew } = new Search(plan.change);
      const { boundOf, order: seeds } = crew.bounds;
      const start = { slots: slotsOf(plan.change), partners: 0, avoided: new Overlaps(), least: 0 };
      const solved = crew.solve(seeds, start, { isOver: () => false, onSolved: () => {} });
      const come = solved.flatMap((each) => each?.come ?? []);
      expect(come.length).toBeGreaterThan(20);
      for (const { candidates, worth } of come)
        expect(worth).toBeLessThanOrEqual(Math.max(...Array.from(candidates, (one) => boundOf[one] as number)));
    },
  );
});

describe("seeds in the order of their bounds", () => {
  it("stand by what no group of theirs can be above, whatever falls behind the point", () => {
    const raw = Float64Array.of(50_000.4, 50_000.4, 50_001, 120_000, 100_000.5, 49_999.9995);
    const { boundOf, order: seeds } = boundsOf(raw, new Uint8Array(raw.length).fill(1));
    expect([...boundOf]).toEqual([50_000, 50_000, 50_001, 100_000, 100_000, 50_000]);
    expect([...seeds]).toEqual([3, 4, 2, 0, 1, 5]);
  });
});

// Of the bounds themselves this proves nothing, they are held to groups above: it shows that a seed is left out only
// where nothing it comes to would be kept.
describe("a sweep that leaves out seeds whose bound is too low", () => {
  it.each(questions.map((question) => [question.purpose, question] as const))(
    "comes to what trying every seed comes to (%s)",
    (_, question) => {
      // Of the largest, pools that promise little are left, too.
      for (const [seed, size] of [
        [1, 700],
        [2, 700],
        [3, 2_500],
      ] as const) {
        const businesses = randomBusinesses(drawFrom(seed), { size, spreadDegrees: 0.5, knownOfTen: 7 });
        const plan = planSearch(businesses, question, { top: 5, mode: "fast", membersMax: 6 });
        if (!plan.accepted) throw new Error("not planned");
        const [pruned, whole] = [true, false].map((isPruned) => {
          const search = new Search(plan.change);
          new Sweep(search, plan.change).run(isPruned);
          return search;
        });
        expect(pruned?.top()).toEqual(whole?.top());
        expect(pruned?.top()).toHaveLength(5);
        expect(pruned?.examined).toBeLessThanOrEqual(whole?.examined ?? 0);
      }
    },
  );
});
