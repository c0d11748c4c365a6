import { drawMap, projectionOf, type Frame } from "#lib/proposal/map-projection.ts";

/** A municipality as far as it can be drawn. */
export interface MappedMunicipality {
  readonly code: string;
  readonly name: string;
  readonly businesses: number;
  readonly lat?: number | null | undefined;
  readonly lon?: number | null | undefined;
}

/** A municipality on the map: its middle, and a radius whose area grows with its businesses. */
export interface DrawnMunicipality {
  readonly code: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Whether its name has room beside those of larger ones. */
  readonly isNamed: boolean;
}

/** The outline of a prefecture or municipality: rings of longitude and latitude in turn. */
export interface MappedOutline {
  readonly code: string;
  readonly rings: readonly (readonly number[])[];
}

/** An outline as the path of a picture. */
export interface DrawnOutline {
  readonly code: string;
  readonly path: string;
}

const RADIUS = { least: 9, most: 26 };

/** Room a name takes, in units of the picture: a character's width, a line's height. */
const CHARACTER = 13;
const LINE = 15;
/** Below its mark. */
export const NAME_BELOW = 14;

function placedOf(municipalities: readonly MappedMunicipality[]) {
  return municipalities.flatMap(({ code, name, businesses, lat, lon }) =>
    typeof lat === "number" && typeof lon === "number" ? [{ code, name, businesses, lat, lon }] : [],
  );
}

/** The outlines on the map of these municipalities; what lies outside the frame is drawn, and cut by it. */
export function drawOutlines(
  outlines: readonly MappedOutline[],
  municipalities: readonly MappedMunicipality[],
  frame: Frame,
): readonly DrawnOutline[] {
  const placed = placedOf(municipalities);
  if (placed.length === 0) return [];
  const { toFrame } = projectionOf(placed, frame);
  const pathOf = (ring: readonly number[]) => {
    const points = Array.from({ length: Math.floor(ring.length / 2) }, (_, at) => {
      const { x, y } = toFrame({ lon: ring[2 * at] ?? 0, lat: ring[2 * at + 1] ?? 0 });
      return `${x.toFixed(1)} ${y.toFixed(1)}`;
    });
    return `M${points.join("L")}Z`;
  };
  return outlines.map(({ code, rings }) => ({ code, path: rings.map(pathOf).join("") }));
}

/** Draws the municipalities whose place is known, the largest first so that small ones lie above. */
export function drawAreas(
  municipalities: readonly MappedMunicipality[],
  frame: Frame,
): { readonly areas: readonly DrawnMunicipality[]; readonly pixelsPerKm: number } {
  const placed = placedOf(municipalities);
  const most = Math.max(1, ...placed.map(({ businesses }) => businesses));
  const { points, pixelsPerKm } = drawMap(placed, frame, RADIUS.least);
  const areas = placed.map(({ code, name, businesses }, at) => {
    const { x = 0, y = 0 } = points[at] ?? {};
    const radius = RADIUS.least + (RADIUS.most - RADIUS.least) * Math.sqrt(businesses / most);
    return { code, name, x, y, radius };
  });
  return { areas: named(areas.toSorted((a, b) => b.radius - a.radius)), pixelsPerKm };
}

/** Names those whose names would lie on no larger one's. */
function named(areas: readonly Omit<DrawnMunicipality, "isNamed">[]): readonly DrawnMunicipality[] {
  const taken: { x: number; y: number; half: number }[] = [];
  return areas.map((area) => {
    const box = { x: area.x, y: area.y + area.radius + NAME_BELOW, half: (area.name.length * CHARACTER) / 2 };
    const isNamed = taken.every(
      ({ x, y, half }) => Math.abs(x - box.x) >= half + box.half || Math.abs(y - box.y) >= LINE,
    );
    if (isNamed) taken.push(box);
    return { ...area, isNamed };
  });
}
