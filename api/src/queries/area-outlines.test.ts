import { describe, expect, it } from "vitest";
import { thinned } from "./area-outlines.ts";

describe("an outline on a map", () => {
  it("is rounded to what can be seen, and what has become one point is one", () => {
    const square = [
      [134.04321, 34.3],
      [134.04322, 34.30001],
      [134.05, 34.3],
      [134.05, 34.31],
      [134.04321, 34.3],
    ] as const;
    const speck = [
      [134.1, 34.1],
      [134.1001, 34.1],
      [134.1001, 34.1001],
      [134.1, 34.1],
    ] as const;
    expect(thinned([{ code: "37201", rings: [square, speck] }])).toEqual([
      { code: "37201", rings: [[134.044, 34.3, 134.05, 34.3, 134.05, 34.31, 134.044, 34.3]] },
    ]);
  });

  it("loses detail, not areas, where there are too many points", () => {
    const circle = Array.from({ length: 9_000 }, (_, at) => {
      const angle = (at / 9_000) * 2 * Math.PI;
      return [134 + Math.cos(angle), 34 + Math.sin(angle)] as const;
    });
    const [outline] = thinned([{ code: "37", rings: [circle] }]);
    const points = (outline?.rings[0]?.length ?? 0) / 2;
    expect(points).toBeGreaterThan(100);
    expect(points).toBeLessThanOrEqual(3_000);
  });
});
