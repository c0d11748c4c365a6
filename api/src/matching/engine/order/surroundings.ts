import type { GroupLimits } from "../seed-solver.ts";
import type { Bearers } from "./bearers.ts";
import { joiningOf, type Joining } from "./joining.ts";

/** Places around which groups are grown at most, and to the greatest distance between two members. */
const [CENTRES_MAX, CENTRES_WITHIN] = [150, 3];

/** More than any number of centres from south to north. */
const CENTRES_ACROSS = 2 ** 26;

/** A place on the flat map. */
export interface Centre {
  readonly east: number;
  readonly north: number;
}

/** Where bearers lie, and who is near what. */
export class Surroundings {
  private readonly bearers: Bearers;
  private readonly limits: GroupLimits;
  private readonly nearest: Int32Array;

  constructor(bearers: Bearers, limits: GroupLimits) {
    this.bearers = bearers;
    this.limits = limits;
    this.nearest = new Int32Array(bearers.count);
  }

  /** The middles of tiles on which bearers lie, those first on which the first of some do. @param some bearers */
  centres(some: Int32Array): readonly Centre[] {
    const { east, north } = this.bearers;
    const side = this.limits.withinDam / CENTRES_WITHIN;
    const centres = new Map<number, Centre>();
    for (const one of some) {
      const column = Math.floor((east[one] as number) / side);
      const row = Math.floor((north[one] as number) / side);
      const key = row * CENTRES_ACROSS + column;
      if (!centres.has(key)) centres.set(key, { east: (column + 0.5) * side, north: (row + 0.5) * side });
      if (centres.size === CENTRES_MAX) break;
    }
    return [...centres.values()];
  }

  /** Bearers within about so many percent of the greatest distance from a place; all, or those whose months are known. */
  near(centre: Centre, percent: number, areMonthsKnown: boolean): Joining {
    const { bearers, nearest, limits } = this;
    const { east, north } = bearers;
    const reach = ((limits.withinDam * percent) / 100) ** 2;
    const count = areMonthsKnown ? bearers.known : bearers.count;
    let found = 0;
    for (let one = 0; one < count; one += 1) {
      const dx = (east[one] as number) - centre.east;
      const dy = (north[one] as number) - centre.north;
      if (dx * dx + dy * dy > reach) continue;
      nearest[found] = one;
      found += 1;
    }
    return joiningOf(bearers, nearest.slice(0, found));
  }

  /** The same about the middle of a group, of those whose months are known if its members' are. */
  around(members: readonly number[], percent: number): Joining {
    const { bearers } = this;
    const meanOf = (column: Float64Array) =>
      members.reduce((sum, one) => sum + (column[one] as number), 0) / members.length;
    const areMonthsKnown = members.every((one) => bearers.areMonthsKnown(one));
    return this.near({ east: meanOf(bearers.east), north: meanOf(bearers.north) }, percent, areMonthsKnown);
  }
}
