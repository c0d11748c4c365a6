import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceAmong } from "#domain/place.ts";
import { layoutOf } from "../columns/layout-writer.ts";
import { memberAt } from "../columns/member-at.ts";
import type { SnapshotBusiness } from "../snapshot.ts";
import { Drawing } from "./drawing.ts";
import { Ground } from "./ground.ts";

const REACH_DAM = 800;

/** Places from the south of Okinawa to the north of Hokkaido, many of them close together. */
const places = fc.array(
  fc.record({
    lat: fc.constantFrom(24.3, 34.3, 45.4),
    lon: fc.constantFrom(123, 134, 145.8),
    north: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
    east: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
  }),
  { minLength: 1, maxLength: 60 },
);

/** Who is drawn to each candidate as a holder of the only issue, or as anybody. */
function drawnAround(businesses: readonly SnapshotBusiness[], reachDam: number) {
  const layout = layoutOf(businesses);
  const { columns } = layout;
  const isEligible = new Uint8Array(columns.count).fill(1);
  const ground = new Ground(columns, reachDam);
  const standing = new Float64Array(columns.count);
  const limits = { places: columns, isEligible, withinDam: reachDam, required: [], mayMeet: () => true, standing };
  const drawing = new Drawing(ground, limits);
  const drawn = (seed: number, draw: (drawing: Drawing) => void) => {
    drawing.begin(seed, ground, { plenty: Infinity, isGlance: false });
    draw(drawing);
    return [...drawing.candidates.subarray(0, drawing.count)].sort((a, b) => a - b);
  };
  return {
    columns,
    memberOf: (candidate: number) => memberAt(layout, candidate),
    holders: (seed: number, level: number) => drawn(seed, (one) => one.drawHolders(columns.needing, level, 1)),
    everyone: (seed: number) => drawn(seed, (one) => one.drawEveryone(columns.count)),
  };
}

describe("the ground by cells", () => {
  it("leaves out nobody within reach, and draws each who has an issue once", () => {
    fc.assert(
      fc.property(places, (spots) => {
        const businesses = spots.map(({ lat, lon, north, east }, at) => ({
          ...{ id: `b${at}`, lat: lat + north, lon: lon + east },
          needs: at % 2 === 0 ? [["K05", 1 + (at % 3)] as const] : [],
        }));
        const { columns, memberOf, holders, everyone } = drawnAround(businesses, REACH_DAM);
        for (let seed = 0; seed < columns.count; seed += 1) {
          const near = [...spots.keys()].filter(
            (other) => other !== seed && distanceAmong(columns, other, seed) <= REACH_DAM,
          );
          expect(everyone(seed)).toEqual(near);
          for (const level of [1, 2, 3])
            expect(holders(seed, level)).toEqual(near.filter((one) => memberOf(one).needs?.get("K05") === level));
        }
      }),
      { numRuns: 100 },
    );
  });

  it("stays small where one place is on the other side of the earth and the reach is a few metres", () => {
    const { columns, everyone } = drawnAround(
      [
        { id: "a", lat: 34.3, lon: 134 },
        { id: "b", lat: 34.30001, lon: 134.00001 },
        { id: "c", lat: -33, lon: -70 },
      ],
      1,
    );
    expect(columns.cells.first.length).toBeLessThanOrEqual(1_000_001);
    expect(everyone(1)).toEqual([2]);
  });
});
