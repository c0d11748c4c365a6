import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ScoreScale, ShownProposal } from "./proposal.ts";
import { apportion, movesOf, moveWeight, reweigh, weightsForAddress, weightsIn, withAllParts } from "./weights.ts";

const SCALE: ScoreScale = {
  coverageShownMin: 400,
  bands: [
    { band: "STRONG", from: 60_000 },
    { band: "POSSIBLE", from: 40_000 },
    { band: "THIN", from: 0 },
  ],
  names: [
    { bands: ["STRONG"], name: "有力" },
    { bands: ["POSSIBLE"], name: "見込みあり" },
    { bands: ["THIN", "STRONG"], name: "手がかり少～有力" },
  ],
};

const component = (id: string, [weight, low, high, known]: readonly [number, number, number, number]) => ({
  ...{ id, name: id, weight, low, high, known, sentence: "" },
});

const candidate = (rank: number, components: ShownProposal["components"]): ShownProposal => ({
  ...{ rank, members: [], lower: 0, upper: 0, coverage: 0, bands: ["THIN"], bandName: "", components, rules: [] },
  ...{ reasonsFor: [], reasonsAgainst: [], unknowns: [], jointBusinesses: [], asides: [], existingGroups: [] },
});

const sumOf = (weights: readonly number[]) => weights.reduce((sum, weight) => sum + weight, 0);
const someWeights = fc.array(fc.nat(100), { minLength: 2, maxLength: 12 }).map((shares) => apportion(shares, 100));

describe("a candidate found without one part of its purpose", () => {
  const parts = [
    { component: "leader", name: "まとめ役", weight: 0 },
    { component: "nearness", name: "近さ", weight: 100 },
  ];

  const nearness = { id: "nearness", name: "近さ", weight: 100, low: 500, high: 500, known: 1000, sentence: "" };
  const found = { components: [nearness], lower: 50_000, upper: 50_000, coverage: 1000 } as unknown as ShownProposal;

  it("keeps its points as long as that part weighs nothing", () => {
    const whole = withAllParts(found, parts);
    expect(whole.components.map(({ id }) => id)).toEqual(["leader", "nearness"]);
    expect(reweigh(whole, [0, 100], SCALE)).toMatchObject({ lower: 50_000, upper: 50_000, coverage: 1000 });
  });

  it("is open by as much as that part is given", () => {
    expect(reweigh(withAllParts(found, parts), [40, 60], SCALE)).toMatchObject({
      ...{ lower: 30_000, upper: 70_000, coverage: 600 },
    });
  });
});

describe("weights", () => {
  it("sum to 100 in proportion, what is left going to the largest remainders", () => {
    expect(apportion([1, 1, 1], 100)).toEqual([34, 33, 33]);
    expect(apportion([30, 12, 8], 60)).toEqual([36, 14, 10]);
    expect(apportion([0, 0], 5)).toEqual([3, 2]);
  });

  it("always sum to 100, none below 0, when one is moved, and it stands where it was moved to", () => {
    fc.assert(
      fc.property(someWeights, fc.nat(), fc.integer({ min: -20, max: 130 }), (weights, which, to) => {
        const at = which % weights.length;
        const moved = moveWeight(weights, { at, to, usual: weights });
        expect(sumOf(moved)).toBe(100);
        expect(moved.every((weight) => Number.isInteger(weight) && weight >= 0)).toBe(true);
        expect(moved[at]).toBe(Math.min(Math.max(to, 0), 100));
        expect(moved).toHaveLength(weights.length);
      }),
    );
  });

  it("keep the order of the others and the proportion to one when one is moved", () => {
    fc.assert(
      fc.property(someWeights, fc.nat(), fc.nat(100), (weights, which, to) => {
        const at = which % weights.length;
        const others = sumOf(weights) - (weights[at] ?? 0);
        fc.pre(others > 0);
        const moved = moveWeight(weights, { at, to, usual: weights });
        for (const [index, weight] of moved.entries()) {
          if (index === at) continue;
          const exact = ((weights[index] ?? 0) * (100 - to)) / others;
          expect(Math.abs(weight - exact)).toBeLessThan(1);
        }
      }),
    );
  });

  it("come back as they usually are after one had everything", () => {
    expect(moveWeight([100, 0, 0], { at: 0, to: 40, usual: [50, 30, 20] })).toEqual([40, 36, 24]);
  });
});

describe("weights in an address", () => {
  const components = [component("leader", [60, 0, 0, 0]), component("ties", [40, 0, 0, 0])];
  const read = (text: string) => weightsIn(new URLSearchParams(text), components);

  it("are read in any width and brought to a sum of 100", () => {
    expect(read("w.leader=30&w.ties=70")).toEqual([30, 70]);
    expect(read("w.leader=３０&w.ties=30")).toEqual([50, 50]);
    expect(read("w.leader=20")).toEqual([33, 67]);
  });

  it("are none where it asks for none, for the usual ones, for nothing, or for what is no number", () => {
    for (const text of ["", "w.other=3", "w.leader=60&w.ties=40", "w.leader=0&w.ties=0", "w.leader=many"]) {
      expect([text, read(text)]).toEqual([text, null]);
    }
  });

  it("come back as they were written, and go when they are the usual ones", () => {
    const ids = ["leader", "ties"];
    expect(read(String(new URLSearchParams(weightsForAddress(ids, [30, 70]))))).toEqual([30, 70]);
    expect(weightsForAddress(ids, null)).toEqual({ "w.leader": "", "w.ties": "" });
  });
});

describe("a candidate under other weights", () => {
  it("has the sums, the coverage and the band of its parts", () => {
    const one = candidate(1, [component("a", [50, 1000, 1000, 1000]), component("b", [50, 0, 500, 333])]);
    expect(reweigh(one, [45, 55], SCALE)).toMatchObject({
      ...{ lower: 45_000, upper: 72_500, coverage: 633, bands: ["POSSIBLE"], bandName: "見込みあり" },
      components: [{ weight: 45 }, { weight: 55 }],
    });
    expect(reweigh(one, [60, 40], SCALE)).toMatchObject({ lower: 60_000, bands: ["STRONG"] });
    expect(reweigh(one, [59, 41], SCALE)).toMatchObject({ lower: 59_000, bands: ["POSSIBLE"] });
  });

  it("shows only the bands of both bounds under the least coverage", () => {
    const little = (known: number) => candidate(1, [component("a", [100, 100, 900, known])]);
    expect(reweigh(little(399), [100], SCALE)).toMatchObject({
      ...{ coverage: 399, bands: ["THIN", "STRONG"], bandName: "手がかり少～有力" },
    });
    expect(reweigh(little(400), [100], SCALE).bands).toEqual(["THIN"]);
  });

  it("is the same under the weights it came with", () => {
    fc.assert(
      fc.property(someWeights, fc.nat(1000), (weights, low) => {
        const parts = weights.map((weight, index) => component(String(index), [weight, low, 1000, 1000]));
        const lower = sumOf(weights.map((weight) => weight * low));
        expect(reweigh(candidate(1, parts), weights, SCALE)).toMatchObject({ lower, upper: 100_000, coverage: 1000 });
      }),
    );
  });

  it("says how many places it moved", () => {
    const [one, two, three] = [candidate(1, []), candidate(2, []), candidate(3, [])];
    const moves = movesOf([one, two, three], [three, one, two]);
    expect([moves.get(3), moves.get(1), moves.get(2)]).toEqual([
      { place: 1, up: 2 },
      { place: 2, up: -1 },
      { place: 3, up: -1 },
    ]);
  });
});
