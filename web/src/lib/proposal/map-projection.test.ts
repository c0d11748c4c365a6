import { describe, expect, it } from "vitest";
import { drawGroups, drawMap, scaleBarKm } from "./map-projection.ts";

const frame = { width: 200, height: 100, padding: 10 };
const takamatsu = { lat: 34.34, lon: 134.04 };

describe("a map of places", () => {
  it("has north up and east right", () => {
    const [south, north, east] = drawMap(
      [takamatsu, { lat: 34.5, lon: 134.04 }, { lat: 34.34, lon: 134.4 }],
      frame,
      1,
    ).points;
    expect(north?.y).toBeLessThan(south?.y ?? 0);
    expect(east?.x).toBeGreaterThan(south?.x ?? 0);
  });

  it("draws a kilometre equally long in both directions", () => {
    const northKm = 0.1 * 111.32;
    const eastKm = 0.1 * 111.32 * Math.cos((34.34 * Math.PI) / 180);
    const north = drawMap([takamatsu, { ...takamatsu, lat: 34.44 }], frame, 1);
    const east = drawMap([takamatsu, { ...takamatsu, lon: 134.14 }], frame, 1);
    const length = (points: typeof north.points) =>
      Math.hypot((points[0]?.x ?? 0) - (points[1]?.x ?? 0), (points[0]?.y ?? 0) - (points[1]?.y ?? 0));
    expect(length(north.points)).toBeCloseTo(northKm * north.pixelsPerKm, 6);
    expect(length(east.points)).toBeCloseTo(eastKm * east.pixelsPerKm, 1);
  });

  it("keeps every place inside the padding", () => {
    const far = [takamatsu, { lat: 34.1, lon: 133.6 }, { lat: 34.4, lon: 134.5 }];
    for (const point of drawMap(far, frame, 1).points) {
      expect(point.x).toBeGreaterThanOrEqual(9.999);
      expect(point.x).toBeLessThanOrEqual(190.001);
      expect(point.y).toBeGreaterThanOrEqual(9.999);
      expect(point.y).toBeLessThanOrEqual(90.001);
    }
  });

  it("moves marks of one address apart and leaves a lone one where it is", () => {
    const { points } = drawMap([takamatsu, takamatsu, takamatsu, { lat: 34.3, lon: 134.3 }], frame, 6);
    const [one, two, three, alone] = points;
    expect(Math.hypot(one!.x - two!.x, one!.y - two!.y)).toBeGreaterThanOrEqual(12);
    expect(Math.hypot(two!.x - three!.x, two!.y - three!.y)).toBeGreaterThanOrEqual(12);
    expect([alone?.x, alone?.y]).toEqual([alone?.trueX, alone?.trueY]);
  });

  it("shows at least a kilometre, so that neighbours look like neighbours", () => {
    expect(drawMap([takamatsu], frame, 6).pixelsPerKm).toBe(80);
  });

  it("is empty without places", () => {
    expect(drawMap([], frame, 6).points).toEqual([]);
  });
});

describe("a map of groups", () => {
  const wide = { width: 480, height: 340, padding: 20 };
  const nearest = (marks: readonly { x: number; y: number }[]) =>
    Math.min(...marks.flatMap((a, index) => marks.slice(index + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y))));

  it("has one mark in the middle of each group's places", () => {
    const { marks, places } = drawGroups(
      [[takamatsu, { ...takamatsu, lat: 34.36 }], [{ lat: 34.2, lon: 133.8 }]],
      wide,
      20,
    );
    expect(places.map((group) => group.length)).toEqual([2, 1]);
    expect(marks[0]?.x).toBeCloseTo(places[0]?.[0]?.x ?? 0, 0);
    expect(marks[0]?.y).toBeCloseTo(((places[0]?.[0]?.y ?? 0) + (places[0]?.[1]?.y ?? 0)) / 2, 0);
  });

  it("keeps a hundred groups of one town apart and inside the frame", () => {
    const { marks } = drawGroups(
      Array.from({ length: 100 }, () => [takamatsu]),
      wide,
      24,
    );
    expect(nearest(marks)).toBeGreaterThan(22);
    for (const { x, y } of marks) {
      expect([x >= 20, x <= 460, y >= 20, y <= 320]).toEqual([true, true, true, true]);
    }
  });

  it("is empty without groups", () => {
    expect(drawGroups([], wide, 20).marks).toEqual([]);
  });
});

describe("a scale bar", () => {
  it("takes the longest round length that fits", () => {
    expect(scaleBarKm(10, 50)).toBe(5);
    expect(scaleBarKm(10, 49)).toBe(2);
  });
});
