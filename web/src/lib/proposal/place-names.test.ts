import { describe, expect, it } from "vitest";
import { placeNames, type NameFrame } from "./place-names.ts";

const FRAME: NameFrame = { width: 400, height: 300, fontSize: 10, marks: [], markRadius: 14 };
const spots = [
  { name: "むつ市", x: 200, y: 30 },
  { name: "青森市", x: 100, y: 100 },
  { name: "青森市", x: 120, y: 140 },
  { name: null, x: 0, y: 0 },
];

describe("names on a map", () => {
  it("stand at the middle of what they name, those of most places first", () => {
    expect(placeNames(spots, FRAME)).toEqual([
      { name: "青森市", x: 110, y: 120 },
      { name: "むつ市", x: 200, y: 30 },
    ]);
  });

  it("move aside for marks and for each other, and stay inside the picture", () => {
    const near = [...spots, { name: "平川市", x: 112, y: 121 }, { name: "鰺ヶ沢町", x: 2, y: 2 }];
    const names = placeNames(near, { ...FRAME, marks: [{ x: 110, y: 116 }] });
    expect(names.map(({ name }) => name).toSorted()).toEqual(["むつ市", "平川市", "青森市", "鰺ヶ沢町"].toSorted());
    for (const { name, x, y } of names) {
      const [half, dy] = [name.length * 5, Math.max(y - 10 - 116, 0, 116 - y - 2.5)];
      expect(Math.hypot(Math.max(Math.abs(x - 110) - half, 0), dy)).toBeGreaterThanOrEqual(14);
      expect(x).toBeGreaterThanOrEqual(half);
      expect(y).toBeGreaterThanOrEqual(10);
    }
  });

  it("are left out where there is no room near what they name", () => {
    const marks = Array.from({ length: 600 }, (_, at) => ({ x: (at % 30) * 14, y: Math.floor(at / 30) * 16 }));
    expect(placeNames(spots, { ...FRAME, marks })).toEqual([]);
  });
});
