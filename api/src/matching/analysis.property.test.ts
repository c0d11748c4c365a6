import fc from "fast-check";
import { describe, expect, it } from "vitest";
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
  .map(({ seed, size, knownOfTen }) => randomBusinesses(drawFrom(seed), { size, spreadDegrees: 0.2, knownOfTen }));

const drawnQuestion = fc.constantFrom(...questions);

const of = (businesses: readonly SnapshotBusiness[], question: Question): Analysis =>
  analyse(businesses.map(memberOf), question);

/** Keys that say one fact: workers wanted are told by themselves or by the work on hand. */
const told = (key: string): readonly string[] => (key === "monthlyWorkers" ? [key, "monthlyLoad"] : [key]);

/** The business with one fact hidden, or its trade told one digit less far. */
function without(business: SnapshotBusiness, key: string): SnapshotBusiness {
  const { industry } = business;
  if (key === "industry" && industry !== undefined && industry.length > 2)
    return { ...business, industry: industry.slice(0, -1) };
  const left = Object.entries(business).filter(([held]) => !told(key).includes(held));
  return Object.fromEntries(left) as unknown as SnapshotBusiness;
}

const factKeys = (business: SnapshotBusiness) => Object.keys(business).filter((key) => key !== "id");

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

  it("does not depend on the order of its members", () => {
    fc.assert(
      fc.property(drawnGroup, drawnQuestion, (businesses, question) => {
        expect(of(businesses.toReversed(), question)).toEqual(of(businesses, question));
      }),
    );
  });

  it("holds while facts are unknown: hiding one never raises the lower nor lowers the upper bound of any component", () => {
    fc.assert(
      fc.property(drawnGroup, drawnQuestion, fc.nat(), (businesses, question, pick) => {
        const target = pick % businesses.length;
        const keys = factKeys(businesses[target] as SnapshotBusiness);
        const key = keys[Math.floor(pick / 8) % keys.length] as string;
        const hidden = businesses.map((business, index) => (index === target ? without(business, key) : business));
        const [full, untold] = [of(businesses, question), of(hidden, question)];
        full.components.forEach((component, index) => {
          expect(untold.components[index]?.low).toBeLessThanOrEqual(component.low);
          expect(untold.components[index]?.high).toBeGreaterThanOrEqual(component.high);
        });
      }),
      { numRuns: 1500 },
    );
  });

  it("narrows to one number when every fact is learnt", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 8 }), (seed, size) => {
        const businesses = randomBusinesses(drawFrom(seed), { size, spreadDegrees: 0.2, knownOfTen: 10 });
        const { lower, upper, coverage } = of(businesses, ask("SHARED_ORDERS", demand));
        expect([upper, coverage]).toEqual([lower, 1000]);
      }),
    );
  });
});
