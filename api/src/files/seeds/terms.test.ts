import { describe, expect, it } from "vitest";
import { PURPOSES } from "#domain/purpose.ts";
import { weightSum } from "#matching/read-terms.ts";
import { loadTerms, termsFrom } from "./terms.ts";

describe("the shipped terms", () => {
  const terms = loadTerms();

  it.each(PURPOSES)("weigh %s with 100 in all", (purpose) => {
    expect(weightSum(terms.purposes[purpose].weights)).toBe(100);
  });

  it("have the reach and the sizes of each purpose", () => {
    expect(PURPOSES.map((purpose) => terms.purposes[purpose].withinDam)).toEqual([800, 3000, 800, 1500, 1500]);
    expect(PURPOSES.map((purpose) => terms.purposes[purpose].nearnessDam)).toEqual([1000, 3000, 1000, 2000, 2000]);
    expect(PURPOSES.map((purpose) => terms.purposes[purpose].membersMin)).toEqual([4, 2, 4, 2, 4]);
    expect(PURPOSES.map((purpose) => terms.purposes[purpose].form)).toEqual(["1", "A1", "1", "A1", "15"]);
  });

  it("are refused where a value does not fit", () => {
    expect(() => termsFrom("version: ''")).toThrow(/Seed "bands"/);
  });
});
