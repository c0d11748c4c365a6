import { distanceAmong } from "#domain/place.ts";
import { climb, Paths } from "../climb.ts";
import type { Field } from "../field.ts";
import { layMeetings, meetingsOf, type Meeting } from "../meetings.ts";
import type { Overlaps } from "../overlaps.ts";
import { POOL_MAX, type Pool } from "../part.ts";
import { partsOf } from "../parts-registry.ts";
import type { GroupLimits } from "../seed-solver.ts";
import { Trial, type Examined } from "../trial.ts";

/** A group by its candidates, and what the parts say it is worth. */
export interface Reckoned {
  readonly candidates: readonly number[];
  readonly worth: number;
}

/** Climbs as a seed does, from a group there is and among those chosen for it: by the parts, to the last point. */
export class ExactClimb {
  readonly examined: Examined = { count: 0 };
  readonly pool: Pool = {
    size: 0,
    candidates: new Int32Array(POOL_MAX),
    apartDam: new Int32Array(POOL_MAX * POOL_MAX),
  };
  readonly isBarred = new Uint8Array(POOL_MAX * POOL_MAX);
  private readonly field: Field;
  private readonly limits: GroupLimits;
  private readonly meeting: Meeting;
  private readonly trial: Trial;
  private readonly paths = new Paths();

  constructor(field: Field, limits: GroupLimits) {
    const { membersMax, withinDam } = limits;
    const areNear = (a: number, b: number) => distanceAmong(field.columns, a, b) <= withinDam;
    const parts = partsOf({ field, membersMax, areNear });
    this.field = field;
    this.limits = limits;
    this.meeting = { places: field.columns, withinDam, mayMeet: meetingsOf(field) };
    this.trial = new Trial(this, parts, { field, examined: this.examined });
  }

  /**
   * @param among candidates, the members first; of more than a pool holds the last are left out
   * @returns undefined where no lawful group of enough members differs from those avoided
   */
  from(members: number, among: readonly number[], avoided: Overlaps): Reckoned | undefined {
    const { pool, trial, limits, field } = this;
    pool.size = Math.min(POOL_MAX, among.length);
    for (let slot = 0; slot < pool.size; slot += 1) pool.candidates[slot] = among[slot] as number;
    layMeetings(pool, this.isBarred, this.meeting);
    trial.begin(avoided, limits.membersMin);
    for (let slot = 0; slot < members; slot += 1) if (trial.mayJoin(slot)) trial.add(slot);
    const fixedSlots = field.required.map((one) => among.indexOf(one));
    if (fixedSlots.some((slot) => !trial.has(slot))) return undefined;
    this.paths.clear();
    const worth = climb(trial, { ...limits, fixedSlots, hopelessBelow: -Infinity }, this.paths);
    if (worth === undefined || worth < 0) return undefined;
    const slots = trial.group.slots.subarray(0, trial.group.size);
    return { candidates: Array.from(slots, (slot) => pool.candidates[slot] as number), worth };
  }
}
