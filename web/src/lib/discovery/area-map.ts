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
}

const RADIUS = { least: 9, most: 26 };

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
  return { areas: areas.toSorted((a, b) => b.radius - a.radius), pixelsPerKm };
}
