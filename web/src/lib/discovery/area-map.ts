import { drawMap, type Frame } from "#lib/proposal/map-projection.ts";

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

const RADIUS = { least: 9, most: 26 };

/** Room a name takes, in units of the picture: a character's width, a line's height. */
const CHARACTER = 13;
const LINE = 15;
/** Below its mark. */
export const NAME_BELOW = 14;

/** Draws the municipalities whose place is known, the largest first so that small ones lie above. */
export function drawAreas(
  municipalities: readonly MappedMunicipality[],
  frame: Frame,
): { readonly areas: readonly DrawnMunicipality[]; readonly pixelsPerKm: number } {
  const placed = municipalities.flatMap(({ code, name, businesses, lat, lon }) =>
    typeof lat === "number" && typeof lon === "number" ? [{ code, name, businesses, lat, lon }] : [],
  );
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
