import { describe, expect, it } from "vitest";
import { growthExponent, percentile, repeatedInTurn, spreadOf, WARM_UPS } from "./repeated.ts";

describe("what repeated measurements come to", () => {
  it("is their middle, whatever the order, with the least and the most", () => {
    expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ runs: 5, least: 1, median: 3, most: 5 });
    expect(spreadOf([4, 1, 2, 3]).median).toBe(2.5);
  });

  it("is, of 99 in a hundred, the value only one exceeds", () => {
    const values = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(percentile(values, 0.99)).toBe(99);
    expect(percentile(values, 1)).toBe(100);
  });
});

describe("the growth exponent", () => {
  it("is the power that costs grow by", () => {
    for (const power of [0.9, 1, 1.5]) {
      const points = [10, 100, 1000].map((size) => [size, 7 * size ** power] as const);
      expect(growthExponent(points)).toBeCloseTo(power, 10);
    }
  });

  it("is fitted to all points alike where they do not lie on a line", () => {
    expect(
      growthExponent([
        [1, 1],
        [10, 10],
        [100, 1000],
      ]),
    ).toBeCloseTo(1.5, 10);
  });
});

describe("things that are held against each other", () => {
  it("are run in turn, each as often, after as many runs to warm up", async () => {
    const ran: string[] = [];
    const spreads = await repeatedInTurn(2, [() => ran.push("a"), () => ran.push("b")]);
    expect(ran.join("")).toBe("ab".repeat(WARM_UPS + 2));
    expect(spreads.map(({ runs }) => runs)).toEqual([2, 2]);
  });
});
