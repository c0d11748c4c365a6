import { describe, expect, it } from "vitest";
import { regionOf } from "../../../../test/benchmarks/region.ts";
import { ask } from "../../../test/questions.ts";
import { planSearch } from "../search-plan.ts";
import type { Come } from "./crew.ts";
import { Overlaps } from "./overlaps.ts";
import { Search } from "./search.ts";
import { SeedSolver } from "./seed-solver.ts";

const plan = planSearch(regionOf({ businesses: 600, seed: 3 }).businesses, ask("COOPERATIVE"), { mode: "fast" });
if (!plan.accepted) throw new Error("not planned");
const solver = new SeedSolver(new Search(plan.change).field, plan.change);

/** Groups a seed comes to if its pool has to promise so much. */
function solved(seed: number, promiseMin?: number): readonly Come[] {
  const come: Come[] = [];
  const start = { slots: 18, partners: 0, avoided: new Overlaps(), least: 0, promiseMin };
  const examined = solver.solve(seed, start, (candidates, worth) => come.push({ candidates, worth }));
  expect(examined > 0).toBe(come.length > 0);
  return come;
}

describe("a seed whose pool has to promise something", () => {
  it.each([0, 20, 300, 599])("is tried where its pool promises so much, and left where it does not (%i)", (seed) => {
    const whole = solved(seed, -Infinity);
    const { promise } = solver;
    expect(promise).toBeGreaterThan(0);
    expect(whole).not.toHaveLength(0);
    expect(solved(seed, promise)).toEqual(whole);
    expect(solved(seed, promise + 1)).toEqual([]);
    expect(solver.promise).toBe(promise);
  });

  it("comes to the same groups where nobody looks what it promises", () => {
    const looked = solved(20, -Infinity);
    expect(solved(20)).toEqual(looked);
    expect(solver.promise).toBe(0);
  });
});
