import type { DemandText } from "../../../api/src/matching/demand.ts";
import type { SnapshotBusiness } from "../../../api/src/matching/snapshot.ts";
import { regionOf } from "../region.ts";

/** Businesses of the prefecture most figures are measured on, and its proposals: one for 600. */
export const PREFECTURE = { businesses: 60_000, seed: 1 } as const;

/** One proposal for so many businesses. */
const BUSINESSES_A_PROPOSAL = 600;

/** Proposals asked for of so many businesses. */
export const topOf = (businesses: number): number => Math.round(businesses / BUSINESSES_A_PROPOSAL);

/** An order of the region's own trades. */
export const ORDER: DemandText = {
  capabilities: [
    ["work-3-0", 2],
    ["work-3-1", 1],
    ["work-24-2", 1],
    ["skill-1", 2],
    ["skill-5", 1],
  ],
  licences: [["licence-3"]],
  unitsPerMonth: Array.from({ length: 12 }, () => 200),
  areas: [{ municipality: "10001", lat: 34.3, lon: 133.3 }],
};

/** Squares of the map side by side, each invented by itself, so that the density stays whatever their number. */
export function* squaresOf(squares: number, businesses: number): Generator<SnapshotBusiness> {
  const columns = Math.ceil(Math.sqrt(squares));
  for (let at = 0; at < squares; at += 1) {
    const square = { row: Math.floor(at / columns), column: at % columns };
    yield* regionOf({ businesses, seed: at + 1, square }).businesses;
  }
}
