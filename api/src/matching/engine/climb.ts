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

/** Members of a group tried one after another at most; each change betters it, so a climb ends by itself. */
const TRIES_MAX = 10_000;

const NOBODY = -1;

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

/** Somebody whose place is to be filled better, `NOBODY` for one more; and what the group is worth with them. */
interface Tried {
  readonly leaving: number;
  readonly now: number;
}

/** What a change came to. */
interface Change {
  readonly worth: number;
  /** Who came into the place; `NOBODY` where it is left empty. */
  readonly into: number;
}

/** Places in the order they are tried: that of one more, who was just sought, and whoever came last; then the others as they came. */
function placesOf({ size, slots }: Trial["group"], hasGrown: boolean): number[] {
  const members = [...slots.subarray(0, size)];
  const last = hasGrown ? members.splice(-1) : [];
  return [NOBODY, ...last, ...members];
}

/** Puts the best in the place of a member, or lets it go, where that betters the group. @returns undefined where nothing does */
function change(
  trial: Trial,
  { membersMin, membersMax, fixedSlots }: ClimbLimits,
  { leaving, now }: Tried,
): Change | undefined {
  if (leaving === NOBODY ? trial.group.size === membersMax : fixedSlots.includes(leaving)) return undefined;
  if (leaving !== NOBODY) trial.remove(leaving);
  const { size } = trial.group;
  const without = leaving !== NOBODY && size >= membersMin ? trial.now() : -Infinity;
  const into = size + 1 >= membersMin ? trial.weigh(leaving) : NOBODY;
  const within = into === NOBODY ? -Infinity : (trial.worth[into] as number);
  if (within > now && within > without) {
    trial.add(into);
    return { worth: within, into };
  }
  if (without > now) return { worth: without, into: NOBODY };
  if (leaving !== NOBODY) trial.add(leaving);
  return undefined;
}

/**
 * Puts a group together from the slots already in the trial: greedy growth; then one more is taken in, a member exchanged
 * for the best in its place or let go, one place after another and as soon as it helps, until no single change betters the
 * group.
 * @returns its worth; undefined where there are not enough members, where it comes to what another climb came through,
 * and where it is hopeless
 */
export function climb(trial: Trial, limits: ClimbLimits, paths: Paths): number | undefined {
  const { size } = trial.group;
  let now = grow(trial, limits, paths.growing);
  const hasGrown = trial.group.size > size;
  if (now === undefined || now < limits.hopelessBelow || paths.changing.pass(trial.group)) return undefined;
  const places = placesOf(trial.group, hasGrown);
  // Places tried in vain since the group last changed. Whoever has just come is the best in its own.
  let vain = hasGrown ? 2 : 1;
  let at = vain;
  for (let tries = 0; tries < TRIES_MAX && vain < places.length; tries += 1) {
    if (at === places.length) at = 0;
    const leaving = places[at] as number;
    const changed = change(trial, limits, { leaving, now });
    if (changed === undefined) {
      vain += 1;
      at += 1;
      continue;
    }
    if (paths.changing.pass(trial.group)) return undefined;
    now = changed.worth;
    vain = 0;
    if (leaving === NOBODY) places.push(changed.into);
    else if (changed.into === NOBODY) places.splice(at, 1);
    else {
      places[at] = changed.into;
      vain = 1;
      at += 1;
    }
  }
  return now;
}
