import { describe, expect, it } from "vitest";
import { changeText, exactPoints, pointsText, rangeOf, sharePercent } from "./points.ts";

describe("points of 100", () => {
  it("have one digit and are rounded down: never more than what is sure", () => {
    expect([0, 99, 100, 71_350, 88_969, 88_999, 100_000].map(pointsText)).toEqual([
      ...["0.0", "0.0", "0.1", "71.3", "88.9", "88.9", "100.0"],
    ]);
  });

  it("are exact to three digits where the calculation is shown", () => {
    expect([0, 7, 13_340, 88_969, 100_000].map(exactPoints)).toEqual(["0.000", "0.007", "13.340", "88.969", "100.000"]);
  });

  it("are one figure where both ends read the same", () => {
    expect(rangeOf({ lower: 71_350, upper: 74_350 }, pointsText)).toEqual({ least: "71.3", most: "74.3" });
    expect(rangeOf({ lower: 71_310, upper: 71_390 }, pointsText)).toEqual({ least: "71.3", most: null });
    expect(rangeOf({ lower: 71_310, upper: 71_390 }, exactPoints)).toEqual({ least: "71.310", most: "71.390" });
  });
});

describe("how far a part is met", () => {
  it("is an exact percentage", () => {
    expect([0, 5, 333, 667, 750, 1000].map(sharePercent)).toEqual(["0", "0.5", "33.3", "66.7", "75", "100"]);
  });
});

describe("a change of points", () => {
  it("has its sign, and is none where one digit does not show it", () => {
    expect([12_345, -99, 99, -100, 0].map(changeText)).toEqual(["＋12.3", null, null, "−0.1", null]);
  });
});
