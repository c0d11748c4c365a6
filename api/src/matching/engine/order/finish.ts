import { reachFrom } from "#domain/place.ts";
import { UNKNOWN } from "../../columns/columns.ts";
import type { Field } from "../field.ts";
import type { Overlaps } from "../overlaps.ts";
import { POOL_MAX } from "../part.ts";
import type { GroupLimits, Report } from "../seed-solver.ts";
import { Bearers } from "./bearers.ts";
import { Closest } from "./closest.ts";
import { ExactClimb } from "./exact-climb.ts";
import { joiningOf } from "./joining.ts";
import type { OrderGains } from "./order-gains.ts";
import { roughExchange, roughPairs, type RoughLimits } from "./rough-climb.ts";
import type { RoughGroup } from "./rough-group.ts";

/** How far from bettering a group somebody may be to be tried exactly, points × weight, and how many. */
export const CLOSE = 600;
const CLOSEST = 40;

/** Who could come close to bettering a group after the first, at most: those who could by most. Of the first everyone is tried. */
const PROMISING_MAX = 300;

/** Times a group is bettered two members at a time, and times it is finished, at most. */
const [PASSES_MAX, ROUNDS_MAX] = [3, 3];

/** What a finish goes through: everyone who can bear a part of the order, and a group of the few that was guessed from. */
export interface FinishSources {
  readonly field: Field;
  readonly gains: OrderGains;
  readonly limits: GroupLimits;
  readonly all: Int32Array;
  readonly few: Bearers;
  readonly group: RoughGroup;
  readonly groupOf: (bearers: Bearers) => RoughGroup;
}

/** How a guess is finished. */
export interface Finishing {
  readonly avoided: Overlaps;
  /** Whether nobody may be left out, however little they promise. */
  readonly isEveryone: boolean;
}

type FinishLimits = RoughLimits & Pick<Finishing, "isEveryone">;

/** Betters a guessed group among everyone near it, roughly and then exactly. */
export class Finish {
  readonly exact: ExactClimb;
  /** How many were looked at. */
  looked = 0;
  private readonly sources: FinishSources;

  constructor(sources: FinishSources) {
    this.sources = sources;
    this.exact = new ExactClimb(sources.field, sources.limits);
  }

  /** As long as it helps. @param members of the few */
  run(members: readonly number[], { avoided, isEveryone }: Finishing, report: Report): void {
    const { field, gains, few, limits: groupLimits, groupOf } = this.sources;
    const all = this.everyoneNear(members);
    const near = new Bearers(field, gains, isEveryone ? all : this.promising(all, members, avoided.isEmpty));
    const bearerOf = (candidate: number) => near.bearerOf(candidate);
    const joining = joiningOf(
      near,
      Int32Array.from({ length: near.count }, (_, one) => one),
    );
    const limits = { ...groupLimits, joining, fixed: field.required.map(bearerOf), isEveryone };
    const group = groupOf(near);
    let candidates: readonly number[] = members.map((one) => few.candidates[one] as number);
    let worth = -Infinity;
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      group.set(candidates.map(bearerOf));
      // The rough reckoning does not know the shape of ties: where it may matter the parts have the first word.
      const isAsGuessed = isEveryone && round === 0;
      const closest = isAsGuessed ? this.closest(group, limits) : this.roughly(near, group, limits);
      const among = [...group.members, ...closest].slice(0, POOL_MAX).map((one) => near.candidates[one] as number);
      const reckoned = this.exact.from(group.members.length, among, avoided);
      if (reckoned === undefined || reckoned.worth <= worth) break;
      ({ candidates, worth } = reckoned);
      report(Int32Array.from(candidates).sort(), worth);
      if (!isAsGuessed && candidates.every((one) => group.members.includes(bearerOf(one)))) break;
    }
    this.looked += group.looked;
  }

  /** One at a time among everyone, two at a time among those closest to bettering the group. @returns those closest in the end */
  private roughly(near: Bearers, group: RoughGroup, limits: FinishLimits): readonly number[] {
    roughExchange(group, limits);
    let closest = this.closest(group, limits);
    for (let pass = 0; pass < PASSES_MAX; pass += 1) {
      const few = Int32Array.from([...group.members, ...closest]).sort();
      if (!roughPairs(group, { ...limits, joining: joiningOf(near, few) })) break;
      roughExchange(group, limits);
      closest = this.closest(group, limits);
    }
    return closest;
  }

  /** Who would come closest to bettering a group, in anybody's place. */
  private closest(group: RoughGroup, { joining, membersMax, isEveryone }: FinishLimits): readonly number[] {
    const closest = new Closest(isEveryone ? POOL_MAX : CLOSEST, isEveryone ? -Infinity : group.worth() - CLOSE);
    const members = group.members.slice();
    const offer = (one: number, worth: number) => (members.includes(one) ? closest.bar : closest.offer(one, worth));
    if (members.length < membersMax) group.best(joining, closest.bar, offer);
    for (const leaving of members) {
      group.remove(leaving);
      group.best(joining, closest.bar, offer);
      group.add(leaving);
    }
    return closest.ones;
  }

  /** Those near a group who could come close to bettering it in anybody's place. */
  private promising(near: Int32Array, members: readonly number[], isFirst: boolean): Int32Array {
    const { group, field, gains, few, limits } = this.sources;
    group.set(members);
    const least = group.worth() - CLOSE;
    const most = new Float64Array(near.length);
    if (members.length < limits.membersMax) group.promise(near, most);
    for (const leaving of members) {
      group.remove(leaving);
      group.promise(near, most);
      group.add(leaving);
    }
    const { row } = field.columns.monthlyLoad;
    const isSmoothed = members.every((one) => few.areMonthsKnown(one));
    for (let at = 0; at < near.length; at += 1)
      if (!isSmoothed || row[near[at] as number] === UNKNOWN) most[at] = (most[at] as number) - gains.smoothing;
    const bar = isFirst ? least : Math.max(least, most.toSorted().at(-PROMISING_MAX) ?? least);
    const inside = new Set(members.map((one) => few.candidates[one] as number));
    return near.filter((one, at) => inside.has(one) || (most[at] as number) > bar);
  }

  /** Everyone able who is near enough to all members of a group, or to all but one. */
  private everyoneNear(members: readonly number[]): Int32Array {
    const { field, few, limits, all } = this.sources;
    const { latMicro, lonMicro } = field.columns;
    const reaches = members.map((one) => {
      const member = few.candidates[one] as number;
      const place = { latMicro: latMicro[member] as number, lonMicro: lonMicro[member] as number };
      return reachFrom(place, limits.withinDam);
    });
    const near = new Int32Array(all.length);
    let count = 0;
    for (let at = 0; at < all.length; at += 1) {
      const one = all[at] as number;
      const [lat, lon] = [latMicro[one] as number, lonMicro[one] as number];
      let far = 0;
      for (let each = 0; each < reaches.length && far < 2; each += 1) if (!reaches[each]?.(lat, lon)) far += 1;
      if (far > 1) continue;
      near[count] = one;
      count += 1;
    }
    return near.subarray(0, count);
  }
}
