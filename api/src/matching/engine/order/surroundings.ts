import type { GroupLimits } from "../seed-solver.ts";
import { roughDam } from "#domain/place.ts";
import type { Field } from "../field.ts";
import { tileSizeOf, type Bearers } from "./bearers.ts";
import { joiningOf, type Joining } from "./joining.ts";

/** Places around which groups are grown at most, and to the greatest distance between two members. */
const [CENTRES_MAX, CENTRES_WITHIN] = [150, 3];

/** More than any number of centres from south to north. */
const CENTRES_ACROSS = 2 ** 26;

/** A place among bearers, as they are laid out. */
export interface Centre {
  readonly north: number;
  readonly eastMicro: number;
  readonly halfDegree: number;
}

/** Where bearers lie, and who is near what. */
export class Surroundings {
  private readonly field: Field;
  private readonly bearers: Bearers;
  private readonly limits: GroupLimits;
  private readonly nearest: Int32Array;

  constructor(field: Field, bearers: Bearers, limits: GroupLimits) {
    this.field = field;
    this.bearers = bearers;
    this.limits = limits;
    this.nearest = new Int32Array(bearers.count);
  }

  /** The middles of tiles on which bearers lie, those first on which the first of some do. @param some bearers */
  centres(some: Int32Array): readonly Centre[] {
    const { eastMicro, north, halfDegree } = this.bearers;
    const side = this.limits.withinDam / CENTRES_WITHIN;
    const { width } = tileSizeOf(this.field, side);
    const centres = new Map<number, Centre>();
    for (const one of some) {
      const column = Math.floor((eastMicro[one] as number) / width);
      const row = Math.floor((north[one] as number) / side);
      const key = row * CENTRES_ACROSS + column;
      const middle = { eastMicro: (column + 0.5) * width, north: (row + 0.5) * side };
      if (!centres.has(key)) centres.set(key, { ...middle, halfDegree: halfDegree[one] as number });
      if (centres.size === CENTRES_MAX) break;
    }
    return [...centres.values()];
  }

  /**
   * Bearers within so many percent of the greatest distance from a place, and some who are a little farther; all, or those
   * whose months are known.
   */
  near(centre: Centre, percent: number, areMonthsKnown: boolean): Joining {
    const { bearers, nearest, limits } = this;
    const { eastMicro, north, halfDegree } = bearers;
    const reach = ((limits.withinDam * percent) / 100 + roughDam(limits.withinDam)) ** 2;
    const count = areMonthsKnown ? bearers.known : bearers.count;
    let found = 0;
    for (let one = 0; one < count; one += 1) {
      const along = ((eastMicro[one] as number) - centre.eastMicro) * ((halfDegree[one] as number) + centre.halfDegree);
      const apart = (north[one] as number) - centre.north;
      if (along * along + apart * apart > reach) continue;
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
    const middle = {
      north: meanOf(bearers.north),
      eastMicro: meanOf(bearers.eastMicro),
      halfDegree: meanOf(bearers.halfDegree),
    };
    return this.near(middle, percent, areMonthsKnown);
  }
}
