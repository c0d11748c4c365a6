import { describe, expect, it } from "vitest";
import { drawAreas, drawOutlines } from "./area-map.ts";

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

describe("outlines on that map", () => {
  const frame = { width: 200, height: 100, padding: 10 };
  const town = (code: string, lat: number, lon: number) => ({ code, name: code, businesses: 1, lat, lon });

  it("lie on the same ground as the municipalities in them", () => {
    const towns = [town("37201", 34.3, 134), town("37202", 34.4, 134.1)];
    const { areas } = drawAreas(towns, frame);
    const [outline] = drawOutlines(
      [{ code: "37", rings: [[134, 34.3, 134.1, 34.4, 134.1, 34.3, 134, 34.3]] }],
      towns,
      frame,
    );
    const corners = areas.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
    expect(outline?.code).toBe("37");
    for (const corner of corners) expect(outline?.path).toContain(corner);
    expect(outline?.path).toMatch(/^M.*Z$/);
  });

  it("are none where nothing is placed", () => {
    expect(drawOutlines([{ code: "37", rings: [] }], [], frame)).toEqual([]);
  });
});
