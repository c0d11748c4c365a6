import { climb, Paths } from "./climb.ts";
import type { Come } from "./crew.ts";
import { triedMembers, type Engine } from "./engine.ts";
import { Nearby } from "./nearby.ts";
import type { Overlaps } from "./overlaps.ts";
import { POOL_MAX } from "./part.ts";
import type { GroupLimits, Report } from "./seed-solver.ts";

/** Times a group is climbed on from; each but the last betters it, so they end by themselves. */
const ROUNDS_MAX = 100;

/** Worth of what is no group; every group is worth something or nothing, never less. */
const NOTHING = -1;

const NOBODY = -1;

/** How a group is climbed on from. */
export interface Refinement {
  /** Groups that have to be differed from. */
  readonly avoided: Overlaps;
  /** Detours tried at most when no single change betters the group. */
  readonly detours: number;
}

/** Those who are not in a group, whoever would do best in it first, and by slot of the member in whose place; `NOBODY` as one more. */
interface Beside {
  readonly candidates: Int32Array;
  readonly inPlaceOf: Int32Array;
}

/**
 * Climbs on from a group among everyone within reach. A pool is chosen by guess, before anybody is in the group; so the
 * one who would better it most may have been left out. Here everyone is tried, a pool of them at a time, and those who
 * would do best in the group as it stands are the pool it climbs on in. When nobody betters it any more, no single
 * change does; then a detour may: somebody comes in for a loss and stays, and the others change around the newcomer.
 */
export class Refiner {
  private readonly engine: Engine;
  private readonly limits: GroupLimits;
  private readonly nearby: Nearby;
  private readonly paths = new Paths();
  /** Of climbs with a newcomer who stays. */
  private readonly detourPaths = new Paths();

  constructor(engine: Engine, limits: GroupLimits) {
    this.engine = engine;
    this.limits = limits;
    this.nearby = new Nearby(engine.field, limits.withinDam);
  }

  /** Reports what the group comes to. */
  refine(group: Int32Array, how: Refinement, report: Report): void {
    let now = group;
    let worth = NOTHING;
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      const beside = this.bestBeside(now, how.avoided);
      const fixedSlots = this.turnTo(now, beside.candidates, how.avoided);
      const came = this.climbFrom(now, fixedSlots);
      worth = came.worth;
      // Every change betters the group: one that is the same was not changed.
      const next = came.candidates.join() === now.join() ? this.detour(came, beside, { ...how, fixedSlots }) : came;
      if (next === undefined) break;
      now = next.candidates;
      worth = next.worth;
    }
    if (worth > NOTHING) report(now, worth);
  }

  /** Turns to the pool of a group and as many others as there are slots for. @returns the slots that have to stay */
  private turnTo(group: Int32Array, others: Int32Array, avoided: Overlaps): readonly number[] {
    const { pools, trial, field } = this.engine;
    pools.makeOf(Int32Array.of(...group, ...others.subarray(0, POOL_MAX - group.length)));
    trial.begin(avoided, this.limits.membersMin);
    this.paths.clear();
    return field.required.map((one) => group.indexOf(one));
  }

  /** Puts the group, which has the first slots of its pool, into the trial. */
  private enter({ length }: Int32Array): void {
    for (let slot = 0; slot < length; slot += 1) this.engine.trial.add(slot);
  }

  /** Climbs from the group, or from what a change makes of it. @returns what it comes to, if it is a group no climb of this pool came to; the trial is empty again */
  private climbFrom(group: Int32Array, fixedSlots: readonly number[], change?: () => void): Come {
    const { trial } = this.engine;
    this.enter(group);
    change?.();
    const limits = { ...this.limits, fixedSlots, hopelessBelow: -Infinity };
    const worth = climb(trial, limits, this.paths) ?? NOTHING;
    const candidates = triedMembers(this.engine);
    trial.empty();
    return { candidates, worth };
  }

  /** The best a detour comes to; undefined where none betters the group. */
  private detour(
    { candidates: group, worth }: Come,
    { inPlaceOf }: Beside,
    { detours, fixedSlots }: Refinement & { readonly fixedSlots: readonly number[] },
  ): Come | undefined {
    const { trial, pools } = this.engine;
    const newcomers = Math.min(detours, pools.pool.size - group.length);
    let best: Come | undefined;
    for (let place = 0; place < newcomers; place += 1) {
      const newcomer = group.length + place;
      const came = this.climbFrom(group, fixedSlots, () => {
        const out = inPlaceOf[place] as number;
        if (out !== NOBODY) trial.remove(out);
        trial.add(newcomer);
        this.detourPaths.clear();
        const staying = { ...this.limits, fixedSlots: [...fixedSlots, newcomer], hopelessBelow: -Infinity };
        climb(trial, staying, this.detourPaths);
      });
      if (came.worth > (best?.worth ?? worth)) best = came;
    }
    return best;
  }

  /** Everyone within reach, whoever would do best in the group first. */
  private bestBeside(group: Int32Array, avoided: Overlaps): Beside {
    const near = this.nearby.fitting(group);
    const worthOf = new Float64Array(near.length).fill(-Infinity);
    const inPlaceOf = new Int32Array(near.length);
    const slots = POOL_MAX - group.length;
    for (let from = 0; from < near.length; from += slots) {
      const others = near.subarray(from, from + slots);
      const fixedSlots = this.turnTo(group, others, avoided);
      this.enter(group);
      this.weighOut(group.length, fixedSlots, (slot, worth, out) => {
        const at = from + slot - group.length;
        if (worth <= (worthOf[at] as number)) return;
        worthOf[at] = worth;
        inPlaceOf[at] = out;
      });
      this.engine.trial.empty();
    }
    const order = Int32Array.from(near.keys())
      .sort((a, b) => (worthOf[b] as number) - (worthOf[a] as number) || a - b)
      .filter((at) => worthOf[at] !== -Infinity);
    return {
      candidates: order.map((at) => near[at] as number),
      inPlaceOf: order.map((at) => inPlaceOf[at] as number),
    };
  }

  /** Notes what the group in the trial is worth with each other slot as one more, and in the place of each member. */
  private weighOut(
    members: number,
    fixedSlots: readonly number[],
    note: (slot: number, worth: number, out: number) => void,
  ): void {
    const { trial } = this.engine;
    const { open } = trial;
    const noteAll = (out: number) => {
      for (let at = 0; at < open.count; at += 1) {
        const slot = open.slots[at] as number;
        note(slot, trial.worth[slot] as number, out);
      }
    };
    if (members < this.limits.membersMax && trial.weigh() !== NOBODY) noteAll(NOBODY);
    for (let out = 0; out < members; out += 1) {
      if (fixedSlots.includes(out)) continue;
      trial.remove(out);
      if (trial.weigh(out) !== NOBODY) noteAll(out);
      trial.add(out);
    }
  }
}
