import { describe, expect, it } from "vitest";
import { drawAreas } from "./area-map.ts";

const frame = { width: 400, height: 300, padding: 30 };
const town = (code: string, businesses: number, lat: number | null) => ({
  ...{ code, name: `長い名前の市町村${code}`, businesses, lat },
  lon: lat === null ? null : 134,
});

describe("the map municipalities are chosen on", () => {
  it("draws north above south, the municipality with most businesses largest and first", () => {
    const { areas } = drawAreas([town("1", 1, 34.2), town("2", 100, 34.4)], frame);
    expect(areas.map(({ code }) => code)).toEqual(["2", "1"]);
    const [large, small] = areas;
    expect(large?.radius).toBe(26);
    expect(small?.radius).toBeLessThan(12);
    expect(large?.y).toBeLessThan(small?.y ?? 0);
  });

  it("names the larger of two whose names would lie on each other", () => {
    const { areas } = drawAreas([town("1", 8, 34.2), { ...town("2", 9, 34.2), lon: 134.2 }, town("3", 4, 35)], frame);
    expect(areas.map(({ code, isNamed }) => [code, isNamed])).toEqual([
      ["2", true],
      ["1", false],
      ["3", true],
    ]);
  });

  it("leaves out those whose place is not known, and draws nothing for none", () => {
    expect(drawAreas([town("1", 5, null)], frame).areas).toEqual([]);
    expect(drawAreas([], frame).areas).toEqual([]);
  });
});
