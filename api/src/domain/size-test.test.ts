import { describe, expect, it } from "vitest";
import { loadSizeLaw } from "#files/seeds/law.ts";
import { sizeTests, type SizeFacts } from "./size-test.ts";

const law = loadSizeLaw("2026-11-21");

function testsOf(facts: Partial<SizeFacts>) {
  return sizeTests({ industry: undefined, capitalYen: undefined, employees: undefined, ...facts }, law);
}
const small = (facts: Partial<SizeFacts>) => testsOf(facts).small;
const smallest = (facts: Partial<SizeFacts>) => testsOf(facts).smallest;

describe("the size test of one business", () => {
  it.each([
    ["0971", "other", 300_000_000, 300],
    ["0811", "other", 300_000_000, 300],
    ["5111", "wholesale", 100_000_000, 100],
    ["5711", "retail", 50_000_000, 50],
    ["7611", "retail", 50_000_000, 50],
    ["7511", "service", 50_000_000, 100],
  ] as const)("of trade %s is met at either limit of the band %s and not above both", (...limits) => {
    const [industry, band, capitalYen, employees] = limits;
    expect(small({ industry, capitalYen, employees: employees + 1 })).toMatchObject({
      verdict: "small",
      band: { id: band },
    });
    expect(small({ industry, capitalYen: capitalYen + 1, employees }).verdict).toBe("small");
    expect(small({ industry, capitalYen: capitalYen + 1, employees: employees + 1 })).toMatchObject({
      ...{ verdict: "over", missing: [], band: { id: band } },
    });
  });

  it("is unknown, not met, while the fact that would decide is missing", () => {
    expect(small({})).toEqual({
      verdict: "unknown",
      band: undefined,
      missing: ["industry", "employees", "capitalYen"],
    });
    expect(small({ industry: "5711", employees: 51 })).toMatchObject({ verdict: "unknown", missing: ["capitalYen"] });
    expect(small({ industry: "5711", capitalYen: 50_000_001 })).toMatchObject({
      ...{ verdict: "unknown", missing: ["employees"] },
    });
    expect(small({ employees: 51, capitalYen: 50_000_001 })).toMatchObject({
      verdict: "unknown",
      missing: ["industry"],
    });
  });

  it("knows of a section whose divisions are all of named bands that none of its trades is of the remaining ones", () => {
    const shop = (capitalYen: number, employees: number) => small({ industry: "I", capitalYen, employees });
    expect(shop(100_000_001, 101)).toEqual({ verdict: "over", band: undefined, missing: [] });
    expect(shop(100_000_000, 101)).toMatchObject({ verdict: "unknown", missing: ["industry"] });
    expect(shop(50_000_000, 101).verdict).toBe("small");
    // Of information and communications only some are services: others have the limits of the remaining trades.
    expect(small({ industry: "G", capitalYen: 100_000_001, employees: 101 }).verdict).toBe("unknown");
  });

  it("judges a person by employees alone, and does not ask for capital", () => {
    expect(small({ industry: "5711", isPerson: true, employees: 51 })).toMatchObject({ verdict: "over", missing: [] });
    expect(small({ industry: "5711", isPerson: true, employees: 50 }).verdict).toBe("small");
    expect(small({ industry: "5711", isPerson: true, capitalYen: 1 })).toMatchObject({
      ...{ verdict: "unknown", missing: ["employees"] },
    });
  });
});

describe("the test of the smallest businesses", () => {
  it.each([
    ["0971", 20],
    ["5111", 5],
    ["5711", 5],
    ["7511", 5],
  ])("of trade %s is met at %i employees and not by one more", (industry, limit) => {
    expect(smallest({ industry, employees: limit })).toEqual({ verdict: "small", employeesMax: limit, missing: [] });
    expect(smallest({ industry, employees: limit + 1 })).toMatchObject({ verdict: "over", employeesMax: limit });
  });

  it("needs no trade where every trade would answer the same, and asks for it between", () => {
    expect([smallest({ employees: 5 }).verdict, smallest({ employees: 21 }).verdict]).toEqual(["small", "over"]);
    expect(smallest({ employees: 6 })).toEqual({ verdict: "unknown", employeesMax: undefined, missing: ["industry"] });
    expect(smallest({ employees: 20 }).verdict).toBe("unknown");
  });

  it("is not judged by capital", () => {
    expect(smallest({ industry: "0971", capitalYen: 1 })).toMatchObject({ verdict: "unknown", missing: ["employees"] });
  });
});
