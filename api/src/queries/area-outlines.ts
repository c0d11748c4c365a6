import type { EntityManager } from "@mikro-orm/postgresql";

/** The outline of a prefecture or municipality, as fine as a map on a screen needs. */
export interface AreaOutline {
  readonly code: string;
  /** Each ring as longitude and latitude in turn, in degrees; holes and islands are rings of their own. */
  readonly rings: readonly (readonly number[])[];
}

interface Row {
  readonly code: string;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

type Point = readonly [lon: number, lat: number];

/** Points of all outlines of one page: a prefecture of twenty municipalities as the publisher draws it, and some. */
const POINTS_MAX = 3_000;

/** Parts of a degree that points are rounded to first: two hundred metres, about a pixel of a prefecture on the page. */
const GRAIN_FIRST = 500;

/** A ring of fewer points encloses nothing. */
const RING_POINTS_MIN = 4;

/** Outlines of these prefectures' municipalities; of a prefecture whose municipalities are not loaded, its own. */
export async function findAreaOutlines(em: EntityManager, prefectures: readonly string[]): Promise<AreaOutline[]> {
  const rows: Row[] = await em.execute(
    "select code, geometry from reference_boundary where left(code, 2) = any(string_to_array(?, ',')) order by code",
    [prefectures.join(",")],
  );
  const detailed = new Set(rows.flatMap(({ code }) => (code.length > 2 ? [code.slice(0, 2)] : [])));
  const drawn = rows.filter(({ code }) => code.length > 2 || !detailed.has(code));
  return thinned(drawn.map(({ code, geometry }) => ({ code, rings: ringsOf(geometry) })));
}

function ringsOf({ type, coordinates }: Row["geometry"]): Point[][] {
  if (type === "Polygon") return coordinates as Point[][];
  return type === "MultiPolygon" ? (coordinates as Point[][][]).flat() : [];
}

/** Rounds points, ever more coarsely, until there are few enough; what has become one point is one. */
export function thinned(areas: readonly { readonly code: string; readonly rings: readonly (readonly Point[])[] }[]) {
  let outlines: AreaOutline[] = [];
  for (let grain = GRAIN_FIRST; grain >= 1; grain /= 2) {
    outlines = areas.map(({ code, rings }) => ({
      code,
      rings: rings.map((ring) => roundedRing(ring, grain)).filter((ring) => ring.length >= 2 * RING_POINTS_MIN),
    }));
    const points = outlines.reduce((sum, { rings }) => sum + rings.flat().length / 2, 0);
    if (points <= POINTS_MAX) break;
  }
  return outlines;
}

function roundedRing(ring: readonly Point[], grain: number): number[] {
  const rounded = ring.map(([lon, lat]) => [Math.round(lon * grain) / grain, Math.round(lat * grain) / grain] as const);
  return rounded
    .filter(([lon, lat], at) => lon !== rounded[at - 1]?.[0] || lat !== rounded[at - 1]?.[1])
    .flatMap(([lon, lat]) => [thousandth(lon), thousandth(lat)]);
}

/** Without the long tails that halves of a thousandth bring. */
function thousandth(degrees: number): number {
  return Math.round(degrees * 1_000) / 1_000;
}
