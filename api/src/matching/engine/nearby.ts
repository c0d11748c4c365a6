import { distanceAmong } from "#domain/place.ts";
import type { Field } from "./field.ts";
import { Ground } from "./ground.ts";
import { meetingsOf, type MayMeet } from "./meetings.ts";

/**
 * Those around one candidate who are looked at at most: of more every second, third … is. Quality mode is for some
 * thousand businesses in all; in a search of more than that it looks at most of them and not at all.
 */
const NEAR_MAX = 6_000;

/** Who may be proposed near a candidate, and who fits a group: everyone, where they are no more than {@link NEAR_MAX}. */
export class Nearby {
  private readonly field: Field;
  private readonly withinDam: number;
  private readonly ground: Ground;
  private readonly mayMeet: MayMeet;

  constructor(field: Field, withinDam: number) {
    this.field = field;
    this.withinDam = withinDam;
    this.ground = new Ground(field.columns, withinDam);
    this.mayMeet = meetingsOf(field);
  }

  /** Visits everyone within reach of a candidate, itself too, and some who are a little farther. */
  around(candidate: number, visit: (other: number) => void): void {
    const { ground, field } = this;
    ground.lookAround(candidate);
    let near = 0;
    for (let range = 0; range < ground.count; range += 1)
      near += (ground.to[range] as number) - (ground.from[range] as number);
    const step = Math.ceil(near / NEAR_MAX);
    for (let range = 0; range < ground.count; range += 1)
      for (let one = ground.from[range] as number; one < (ground.to[range] as number); one += step)
        if (field.isEligible[one] === 1) visit(one);
  }

  /** Everyone outside a group who may be in it with all members, or with all but one, in whose place it may come. */
  fitting(group: Int32Array): Int32Array {
    const around = new Set<number>();
    // Who is beyond reach of one member is within reach of the next.
    for (const member of group.subarray(0, 2)) this.around(member, (other) => around.add(other));
    for (const member of group) around.delete(member);
    return Int32Array.from(around)
      .filter((candidate) => this.fitsAllButOne(candidate, group))
      .sort();
  }

  private fitsAllButOne(candidate: number, group: Int32Array): boolean {
    const { columns } = this.field;
    let misfits = 0;
    for (const member of group) {
      if (distanceAmong(columns, member, candidate) > this.withinDam || !this.mayMeet(member, candidate)) misfits += 1;
      if (misfits > 1) return false;
    }
    return true;
  }
}
