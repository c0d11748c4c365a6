import type { DemandText } from "../../../api/src/matching/demand.ts";
import type { Levelled, LicenceFact, SnapshotBusiness } from "../../../api/src/matching/snapshot.ts";
import type { Draw } from "../../../api/test/random-snapshot.ts";

/** Degrees between two places of an order at most. */
const AREAS_WITHIN_DEGREES = 0.2;

/** Units a month: about what some of a dozen businesses have to spare. */
const UNITS_STEP = 100;

/** How much an order asks for. */
export interface OrderSize {
  readonly capabilities: number;
  readonly areas: number;
}

/** An order as somebody might write it down: what some of these can do, at their level or a little under, where and when. */
export function orderFrom(businesses: readonly SnapshotBusiness[], draw: Draw, size: OrderSize): DemandText {
  const one = () => businesses[draw(businesses.length)] as SnapshotBusiness;
  const wanted = new Map<string, number>();
  while (wanted.size < size.capabilities) {
    const skills = one().capabilities ?? [];
    const [tag, level] = skills[draw(Math.max(1, skills.length))] ?? [];
    if (tag !== undefined) wanted.set(tag, Math.max(1, (level ?? 1) - draw(2)));
  }
  const licences = Array.from({ length: draw(3) }, () => one().licences?.[0]).flatMap((held): LicenceFact[] =>
    held === undefined ? [] : [[held[0]]],
  );
  const { lat: north = 0, lon: east = 0, municipality: town = "10001" } = one();
  const aside = () => ((draw(1_000) - 500) / 1_000) * AREAS_WITHIN_DEGREES;
  const units = UNITS_STEP * (1 + draw(5));
  const idle = draw(12);
  return {
    capabilities: [...wanted] as readonly Levelled[],
    licences,
    areas: Array.from({ length: size.areas }, (_, at) => ({
      municipality: `${town.slice(0, 3)}${String(at + 1).padStart(2, "0")}`,
      ...{ lat: north + aside(), lon: east + aside() },
    })),
    unitsPerMonth: Array.from({ length: 12 }, (_, month) => (month === idle ? 0 : units + draw(units))),
  };
}
