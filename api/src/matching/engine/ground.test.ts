import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceAmong } from "#domain/place.ts";
import { listColumn } from "./columns.ts";
import { Ground } from "./ground.ts";

const REACH_DAM = 800;

/** Places from the south of Okinawa to the north of Hokkaido, many of them close together. */
const places = fc.array(
  fc.record({
    lat: fc.constantFrom(24_300_000, 34_300_000, 45_400_000),
    lon: fc.constantFrom(123_000_000, 134_000_000, 145_800_000),
    north: fc.integer({ min: -200_000, max: 200_000 }),
    east: fc.integer({ min: -200_000, max: 200_000 }),
  }),
  { minLength: 1, maxLength: 60 },
);

describe("the ground by cells", () => {
  it("leaves out nobody within reach, and calls each holder of a tag once", () => {
    fc.assert(
      fc.property(places, (spots) => {
        const latMicro = Int32Array.from(spots, ({ lat, north }) => lat + north);
        const lonMicro = Int32Array.from(spots, ({ lon, east }) => lon + east);
        const ground = new Ground({ latMicro, lonMicro }, REACH_DAM);
        const evenOnes = listColumn(spots.map((_, at) => (at % 2 === 0 ? [0, 1] : [1])));
        const postings = ground.postingsOf(evenOnes, 2);
        spots.forEach((_, around) => {
          for (const tag of [0, 1]) {
            const called: number[] = [];
            ground.forEachHolder(postings, tag, { around, visit: (candidate) => called.push(candidate) });
            expect(new Set(called).size).toBe(called.length);
            const near = [...spots.keys()].filter(
              (at) => (tag === 1 || at % 2 === 0) && distanceAmong({ latMicro, lonMicro }, at, around) <= REACH_DAM,
            );
            expect(called).toEqual(expect.arrayContaining(near));
          }
        });
      }),
      { numRuns: 100 },
    );
  });

  it("says with which level a tag is held", () => {
    const ground = new Ground({ latMicro: Int32Array.of(0, 10), lonMicro: Int32Array.of(0, 10) }, REACH_DAM);
    const postings = ground.postingsOf(listColumn([[0], [0]]), 1, Uint8Array.of(3, 1));
    const levels: [number, number][] = [];
    ground.forEachHolder(postings, 0, { around: 0, visit: (candidate, level) => levels.push([candidate, level]) });
    expect(levels).toEqual([
      [0, 3],
      [1, 1],
    ]);
  });

  it("stays small where one place is on the other side of the earth and the reach is a few metres", () => {
    const latMicro = Int32Array.of(34_300_000, 34_300_010, -33_000_000);
    const lonMicro = Int32Array.of(134_000_000, 134_000_010, -70_000_000);
    const ground = new Ground({ latMicro, lonMicro }, 1);
    const called: number[] = [];
    const postings = ground.postingsOf(listColumn([[0], [0], [0]]), 1);
    ground.forEachHolder(postings, 0, { around: 0, visit: (candidate) => called.push(candidate) });
    expect(called).toEqual([0, 1]);
  });
});
