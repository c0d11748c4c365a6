import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PURPOSES } from "#domain/purpose.ts";
import { motleyBusinesses } from "../../test/motley-businesses.ts";
import { ask } from "../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../test/random-snapshot.ts";
import { analyse, type Analysis } from "./analysis.ts";
import type { DemandText } from "./demand.ts";
import { memberOf } from "./member.ts";
import type { Question } from "./question.ts";
import type { SnapshotBusiness } from "./snapshot.ts";
import { sumOf } from "./whole.ts";

const demand: DemandText = {
  capabilities: [
    ["polishing", 2],
    ["welding", 1],
    ["painting", 3],
  ],
  licences: [["ippan-collect", "02201"], ["sanpai-collect", "02"], ["kobutsu"]],
  areas: [
    { municipality: "02201", lat: 40.82, lon: 140.74 },
    { municipality: "02202", lat: 40.95, lon: 141 },
  ],
  unitsPerMonth: [0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 0],
};

const questions: readonly Question[] = [
  ask("COOPERATIVE"),
  ask("SHARED_ORDERS", demand),
  ask("SHARED_ORDERS", { licences: [["kobutsu", "02201"]] }),
  ask("SHARED_ORDERS", { capabilities: [], areas: [], unitsPerMonth: demand.unitsPerMonth ?? [] }),
  ask("JOINT_PURCHASING"),
  ask("CROSS_INDUSTRY"),
  ask("YEAR_ROUND_WORK"),
];

const drawnGroup = fc
  .record({ seed: fc.nat(), size: fc.integer({ min: 1, max: 8 }), knownOfTen: fc.integer({ min: 0, max: 10 }) })
  .map(({ seed, size, knownOfTen }) =>
    seed % 2 === 0
      ? randomBusinesses(drawFrom(seed), { size, spreadDegrees: 0.2, knownOfTen })
      : motleyBusinesses(drawFrom(seed), { size, reachDam: 800 }),
  );

const drawnQuestion = fc.constantFrom(...questions);

const of = (businesses: readonly SnapshotBusiness[], question: Question): Analysis =>
  analyse(businesses.map(memberOf), question);

describe("the score of any group", () => {
  it("adds up: points to low, weighted lows, highs and known facts to the totals", () => {
    fc.assert(
      fc.property(drawnGroup, drawnQuestion, (businesses, question) => {
        const { components, lower, upper, coverage } = of(businesses, question);
        for (const { low, high, known, matches } of components) {
          expect(low).toBe(sumOf(matches.map(({ points }) => points)));
          expect(matches.every(({ points }) => Number.isInteger(points) && points >= 0)).toBe(true);
          expect(low).toBeLessThanOrEqual(high);
          expect(high).toBeLessThanOrEqual(1000);
          if (known === 1000) expect(low).toBe(high);
        }
        expect(sumOf(components.map(({ weight }) => weight))).toBe(100);
        expect(lower).toBe(sumOf(components.map(({ weight, low }) => weight * low)));
        expect(upper).toBe(sumOf(components.map(({ weight, high }) => weight * high)));
        expect(coverage).toBe(Math.floor(sumOf(components.map(({ weight, known }) => weight * known)) / 100));
      }),
      { numRuns: 400 },
    );
  });

  it.each(PURPOSES)("narrows to one number when every fact is learnt (%s)", (purpose) => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 8 }), (seed, size) => {
        const businesses = randomBusinesses(drawFrom(seed), { size, spreadDegrees: 0.2, knownOfTen: 10 });
        // Trades to the last digit, and no item without its price.
        const told = businesses.map((business, at) => ({
          ...business,
          industry: ["0971", "0972", "0931", "5711"][at % 4] as string,
          purchases: (business.purchases ?? []).filter(([, yen]) => yen !== undefined),
        }));
        const { lower, upper, coverage } = of(told, ask(purpose, demand));
        expect([upper, coverage]).toEqual([lower, 1000]);
      }),
      { numRuns: 40 },
    );
  });
});
