import { describe, expect, it } from "vitest";
import { countText, distanceText, numberTyped, percentOfPermille } from "./number.ts";

describe("counts", () => {
  it("are parted by thousands", () => {
    expect([0, 999, 1000, 9640, 1234567].map(countText)).toEqual(["0", "999", "1,000", "9,640", "1,234,567"]);
  });
});

describe("distances", () => {
  it("are metres below a kilometre, and rounded down above", () => {
    expect([0, 999, 1000, 3_290, 12_000].map(distanceText)).toEqual(["0m", "999m", "1.0km", "3.2km", "12.0km"]);
  });
});

describe("shares of what is known", () => {
  it("are rounded down, so that 99.9 % is not everything", () => {
    expect(percentOfPermille(999)).toBe(99);
    expect(percentOfPermille(1000)).toBe(100);
  });
});

describe("a typed number", () => {
  it("may be full width and have separators", () => {
    expect(numberTyped("１，２００")).toBe(1200);
    expect(numberTyped(" 2.5 ")).toBe(2.5);
  });

  it("is nothing when left empty and no number when it is words or negative", () => {
    expect(numberTyped("　")).toBeNull();
    expect(numberTyped("十")).toBeNaN();
    expect(numberTyped("-3")).toBeNaN();
    expect(["15,5", "0,500", "1200,000", "1,,200"].map(numberTyped)).toEqual(Array(4).fill(Number.NaN));
    expect(numberTyped("1,200,000.5")).toBe(1_200_000.5);
  });
});
