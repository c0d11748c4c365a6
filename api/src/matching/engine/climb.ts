import { PassedGroups } from "./passed-groups.ts";
import type { Trial } from "./trial.ts";

/** What a climb has to respect: sizes, and slots that stay whatever happens. */
export interface ClimbLimits {
  readonly membersMin: number;
  readonly membersMax: number;
  readonly fixedSlots: readonly number[];
  /** Worth below which a group that has grown is left as it is: changes would not make it good enough. */
  readonly hopelessBelow: number;
}

/** Groups that climbs with the same limits in the same pool came through, as they grew and as they changed. */
export class Paths {
  readonly growing = new PassedGroups();
  readonly changing = new PassedGroups();

  clear(): void {
    this.growing.clear();
    this.changing.clear();
  }
}

/** Each round betters the group, so rounds end by themselves; this only guards against a defect. */
const ROUNDS_MAX = 200;

const NOBODY = -1;

/** One change: somebody leaves, joins, or both. */
interface Move {
  worth: number;
  out: number;
  in: number;
}

/** Adds the best next member until there are enough, then as long as it helps. @returns the worth reached; undefined where there are not enough, or another grew so */
function grow(trial: Trial, { membersMin, membersMax }: ClimbLimits, growing: PassedGroups): number | undefined {
  let now = trial.group.size >= membersMin ? trial.now() : -Infinity;
  while (trial.group.size < membersMax) {
    if (growing.pass(trial.group)) return undefined;
    const best = trial.weigh();
    if (best === NOBODY) break;
    const worth = trial.worth[best] as number;
    if (trial.group.size >= membersMin && worth <= now) break;
    trial.add(best);
    now = worth;
  }
  return trial.group.size >= membersMin ? now : undefined;
}

/** The best that a single change makes of the group; `worth` is that of the group where none betters it. */
function bestMove(trial: Trial, now: number, { membersMin, membersMax, fixedSlots }: ClimbLimits): Move {
  const best: Move = { worth: now, out: NOBODY, in: NOBODY };
  const show = (worth: number, out: number, joins: number) => {
    if (worth <= best.worth) return;
    best.worth = worth;
    best.out = out;
    best.in = joins;
  };
  if (trial.group.size < membersMax) {
    const joins = trial.weigh();
    if (joins !== NOBODY) show(trial.worth[joins] as number, NOBODY, joins);
  }
  const members = trial.group.slots.slice(0, trial.group.size).sort();
  for (const out of members) {
    if (fixedSlots.includes(out)) continue;
    trial.remove(out);
    if (trial.group.size >= membersMin) show(trial.now(), out, NOBODY);
    const joins = trial.group.size + 1 >= membersMin ? trial.weigh(out) : NOBODY;
    if (joins !== NOBODY) show(trial.worth[joins] as number, out, joins);
    trial.add(out);
  }
  return best;
}

/**
 * Puts a group together from the slots already in the trial: greedy growth, then the best addition, dropping or
 * exchange of one member as long as any betters the group.
 * @returns its worth; undefined where there are not enough members, where it comes to what another climb came through,
 * and where it is hopeless
 */
export function climb(trial: Trial, limits: ClimbLimits, paths: Paths): number | undefined {
  let now = grow(trial, limits, paths.growing);
  if (now === undefined || now < limits.hopelessBelow) return undefined;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    if (paths.changing.pass(trial.group)) return undefined;
    const move = bestMove(trial, now, limits);
    if (move.worth <= now) break;
    if (move.out !== NOBODY) trial.remove(move.out);
    if (move.in !== NOBODY) trial.add(move.in);
    now = move.worth;
  }
  return now;
}
