import { describe, expect, it } from "vitest";
import { damOfKm, distanceDam, longitudeWindowMicro, latitudeWindowMicro, placeOf } from "#domain/place.ts";
import { companyOf } from "../../test/open-trial.ts";
import { ask } from "../../test/questions.ts";
import { discover } from "./discover.ts";
import { planSearch } from "./search-plan.ts";
import type { SnapshotBusiness } from "./snapshot.ts";

/** Distances looked at, in kilometres, and where: in the south, in the middle and in the far north of the country. */
const PLACES = [
  { withinKm: 0.7, latMicro: 26_200_000 },
  { withinKm: 8, latMicro: 35_500_000 },
  { withinKm: 30, latMicro: 44_900_000 },
];

/** A pair is moved over the ground in so many steps of so many decametres: farther than any cell of it is wide. */
const STEPS = 11;
const STEP_DAM = 21;

/** Directions from the one to the other, in degrees from the east: a window has to hold a whole circle. */
const DIRECTIONS = Array.from({ length: 16 }, (_, sixteenth) => sixteenth * 22.5);

/** Farther than any reach, in microdegrees: so far away lie those that make the ground begin and end elsewhere. */
const FAR_MICRO = 500_000;
const LON_MICRO = 135_000_000;

const business = (id: string, latMicro: number, lonMicro: number): SnapshotBusiness => ({
  id,
  lat: latMicro / 1e6,
  lon: lonMicro / 1e6,
});

const distanceOf = ([a, b]: readonly SnapshotBusiness[]) =>
  distanceDam(placeOf(a?.lat as number, a?.lon as number), placeOf(b?.lat as number, b?.lon as number));

/** The farthest from a business in one direction that is still within reach, to the microdegree. */
function atTheLimit(from: SnapshotBusiness, degrees: number, withinKm: number): SnapshotBusiness {
  const [north, east] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const { latMicro, lonMicro } = placeOf(from.lat as number, from.lon as number);
  const reach = damOfKm(withinKm);
  const [up, right] = [latitudeWindowMicro(reach), longitudeWindowMicro(latMicro, reach)];
  const at = (part: number) =>
    business("other", latMicro + Math.round(north * part * up), lonMicro + Math.round(east * part * right));
  let [near, far] = [0, 2];
  for (let halving = 0; halving < 40; halving += 1) {
    const middle = (near + far) / 2;
    if (distanceOf([from, at(middle)]) <= reach) near = middle;
    else far = middle;
  }
  return at(near);
}

/** Pairs at the limit, the other in one direction, from one end of a cell of the ground to the other and beyond. */
function pairsTo(degrees: number, { withinKm, latMicro }: (typeof PLACES)[number]) {
  const stepMicro = latitudeWindowMicro(STEP_DAM);
  return Array.from({ length: STEPS }, (_, step) => {
    const one = business("one", latMicro + step * stepMicro, LON_MICRO + step * stepMicro);
    return [one, atTheLimit(one, degrees, withinKm)];
  });
}

/** A pair among two who lie far away from it, so that no cell of the ground begins where it lies. */
const amongOthers = (pair: readonly SnapshotBusiness[], { latMicro }: (typeof PLACES)[number]) => [
  business("corner", latMicro - FAR_MICRO, LON_MICRO - FAR_MICRO),
  business("far", latMicro + FAR_MICRO, LON_MICRO + FAR_MICRO),
  ...pair,
];

function pairsFound(businesses: readonly SnapshotBusiness[], withinKm: number): number {
  const plan = planSearch(businesses, ask("CROSS_INDUSTRY"), { withinKm, membersMax: 2 });
  if (!plan.accepted) throw new Error(JSON.stringify(plan.problems));
  return discover(plan.change).proposals.length;
}

describe.each(PLACES)("two at the very limit of $withinKm km from each other", (place) => {
  const { withinKm } = place;

  it.each(DIRECTIONS)(
    "are looked at around each other, wherever on the ground they lie (%f° from the east)",
    (degrees) => {
      for (const pair of pairsTo(degrees, place)) {
        expect(distanceOf(pair)).toBe(damOfKm(withinKm));
        const company = companyOf(amongOthers(pair, place), ask("CROSS_INDUSTRY"), damOfKm(withinKm));
        expect([company.get("one"), company.get("other")]).toEqual([
          ["one", "other"],
          ["other", "one"],
        ]);
      }
    },
  );

  it.each(DIRECTIONS)("are found, and not where the limit is ten metres less (%f° from the east)", (degrees) => {
    const [pair = []] = pairsTo(degrees, place);
    expect(pairsFound(amongOthers(pair, place), withinKm)).toBe(1);
    expect(pairsFound(amongOthers(pair, place), withinKm - 0.01)).toBe(0);
  });
});
