import { describe, expect, it } from "vitest";
import {
  damOfKm,
  degreeOfLongitudeDam,
  distanceDam,
  farthestDam,
  latitudeWindowMicro,
  longitudeWindowMicro,
  placeOf,
  reachFrom,
} from "./place.ts";

type Degrees = readonly [lat: number, lon: number];

const dam = (a: Degrees, b: Degrees) => distanceDam(placeOf(...a), placeOf(...b));

describe("a degree of longitude", () => {
  it("is read from the table at whole degrees and interpolated downwards between", () => {
    expect(degreeOfLongitudeDam(34_000_000)).toBe(9_229);
    // 9,229 − 110 · 0.3401 = 9,191.589
    expect(degreeOfLongitudeDam(34_340_100)).toBe(9_191);
  });

  it("holds at the ends of the table", () => {
    expect([degreeOfLongitudeDam(19_999_999), degreeOfLongitudeDam(0)]).toEqual([10_461, 10_461]);
    expect([degreeOfLongitudeDam(50_000_000), degreeOfLongitudeDam(72_000_000)]).toEqual([7_156, 7_156]);
    expect(degreeOfLongitudeDam(49_999_999)).toBe(7_156);
  });
});

describe("the farthest of places", () => {
  it("is the greatest distance between any two, and nothing where there are not two", () => {
    const [one, two, three] = [placeOf(34, 135), placeOf(34.5, 135), placeOf(35, 135)];
    expect(farthestDam([two, one, three])).toBe(11_100);
    expect([farthestDam([]), farthestDam([one])]).toEqual([undefined, undefined]);
  });
});

describe("the distance between two places", () => {
  it("is 11,100 decametres for a degree of latitude, whichever comes first", () => {
    expect(dam([34, 135], [35, 135])).toBe(11_100);
    expect(dam([35, 135], [34, 135])).toBe(11_100);
  });

  it("is the table's length for a degree of longitude at the mean latitude", () => {
    expect(dam([34, 135], [34, 136])).toBe(9_229);
    // at the mean 34.5°: dx = 9,174, dy = 11,100; ⌊√207,372,276⌋
    expect(dam([34, 135], [35, 136])).toBe(14_400);
  });

  it("rounds each step down", () => {
    // 0.00018° · 11,100 = 1.998
    expect(dam([34, 135], [34.00018, 135])).toBe(1);
    expect(dam([34, 135], [34.000181, 135])).toBe(2);
  });

  it("reads degrees to the nearest microdegree, halves upwards", () => {
    expect(placeOf(34.3401, 134.0434)).toEqual({ latMicro: 34_340_100, lonMicro: 134_043_400 });
    expect(placeOf(0.0000005, 0.0000004)).toEqual({ latMicro: 1, lonMicro: 0 });
  });
});

describe("the window around a place", () => {
  it("holds everything within reach, at the far ends of the country", () => {
    const reach = damOfKm(8);
    for (const lat of [20.4, 26.2, 35.7, 45.5]) {
      const here = placeOf(lat, 139);
      const [north, east] = [latitudeWindowMicro(reach), longitudeWindowMicro(here.latMicro, reach)];
      expect(distanceDam(here, { ...here, latMicro: here.latMicro + north + 1 })).toBeGreaterThan(reach);
      expect(distanceDam(here, { ...here, lonMicro: here.lonMicro + east + 1 })).toBeGreaterThan(reach);
      const corner = { latMicro: here.latMicro + Math.floor(north / 2), lonMicro: here.lonMicro + east + 1 };
      expect(distanceDam(here, corner)).toBeGreaterThan(reach);
    }
  });
});

describe("who lies within reach of a place", () => {
  it("is whoever the distance says, to the decametre, wherever both lie", () => {
    const [near, far] = [0, 0].map(() => new Set<number>());
    for (let at = 0; at < 4_000; at += 1) {
      const place = placeOf(24 + (at % 23), 135 + (at % 7) / 10);
      const reachDam = [1, 90, 3_000, 12_000][at % 4] as number;
      // Around the limit, in every direction.
      const angle = (at * 2.4) % (2 * Math.PI);
      const apart = reachDam * (0.985 + (at % 31) / 1_000);
      const other = {
        latMicro: place.latMicro + Math.round((apart * Math.sin(angle) * 1e6) / 11_100),
        lonMicro: place.lonMicro + Math.round((apart * Math.cos(angle) * 1e6) / degreeOfLongitudeDam(place.latMicro)),
      };
      const isNear = distanceDam(other, place) <= reachDam;
      expect(reachFrom(place, reachDam)(other.latMicro, other.lonMicro), `${at}`).toBe(isNear);
      (isNear ? near : far)?.add(at);
    }
    expect([near?.size, far?.size].every((count) => (count ?? 0) > 500)).toBe(true);
  });
});
