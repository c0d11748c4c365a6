import type { Joining } from "./joining.ts";
import { NOBODY, type RoughGroup } from "./rough-group.ts";

/** Each round betters the group, so rounds end by themselves; this only guards against a defect. */
const ROUNDS_MAX = 100;

/** By how much a change has to better a group: less is a matter of roundings. */
export const GAIN_MIN = 1;

/** Who may join, and what a climb has to respect. */
export interface RoughLimits {
  readonly joining: Joining;
  readonly membersMin: number;
  readonly membersMax: number;
  /** Bearers that stay whatever happens. */
  readonly fixed: readonly number[];
  /** Keys of groups that no change with these limits betters: a climb that comes upon one of them ends there. */
  readonly settled?: Set<number>;
}

/** Adds the next member who brings most at once, of wishes, leading and units, until nobody brings any. */
export function roughGrowth(group: RoughGroup, { joining, membersMin, membersMax }: RoughLimits): void {
  while (group.members.length < membersMax) {
    const one = group.quickBest(joining, group.members.length < membersMin ? -Infinity : GAIN_MIN);
    if (one === NOBODY) break;
    group.add(one);
  }
}

/**
 * Takes in, exchanges each member in turn for the best in its place and lets go, until a whole turn betters nothing.
 * @param rounds turns at most
 */
export function roughExchange(group: RoughGroup, limits: RoughLimits, rounds = ROUNDS_MAX): void {
  const { settled, membersMax } = limits;
  let now = group.worth();
  // Members tried in vain since the group was last bettered. Whoever has just come is the best in its place; but where
  // there is room it is tried, too, so that another turn begins, and with it who might join is asked of the changed group.
  let vain = 0;
  for (let round = 0; round < rounds; round += 1) {
    while (joined(group, limits, now)) [now, vain] = [group.found, 0];
    for (const leaving of group.members.slice()) {
      if (settled?.has(group.key) === true) return;
      const after = exchanged(group, limits, { leaving, now });
      if (after > now) [now, vain] = [after, group.members.length < membersMax ? 0 : 1];
      else vain += 1;
      if (vain < group.members.length) continue;
      settled?.add(group.key);
      return;
    }
  }
}

/** Takes in whoever betters the group most. @returns whether anybody did, `found` then being its worth */
function joined(group: RoughGroup, { joining, membersMax }: RoughLimits, now: number): boolean {
  if (group.members.length >= membersMax) return false;
  const into = group.best(joining, now + GAIN_MIN);
  if (into !== NOBODY) group.add(into);
  return into !== NOBODY;
}

/** Puts the best in the place of a member, or nobody. @returns the worth then reached, which is what it was where the member stays */
function exchanged(
  group: RoughGroup,
  { joining, fixed, membersMin }: RoughLimits,
  { leaving, now }: { readonly leaving: number; readonly now: number },
): number {
  if (fixed.includes(leaving)) return now;
  group.remove(leaving);
  const left = group.members.length >= membersMin ? group.worth() : -Infinity;
  const into = group.best(joining, Math.max(left, now + GAIN_MIN));
  if (into !== NOBODY) {
    group.add(into);
    return group.found;
  }
  if (left > now + GAIN_MIN) return left;
  group.add(leaving);
  return now;
}

/** Every way to let two members go, and one or none: by their places. */
function* leavings(count: number): Generator<readonly number[]> {
  for (let a = 0; a < count; a += 1) for (let b = a + 1; b < count; b += 1) yield [a, b];
  for (let a = 0; a < count; a += 1) yield [a];
  yield [];
}

/**
 * Lets two go, or as there is room one or none, takes the best in and then the best beside it, as long as that helps; each
 * two once. @returns whether any helped
 */
export function roughPairs(group: RoughGroup, { joining, fixed, membersMax }: RoughLimits): boolean {
  let now = group.worth();
  let isBetter = false;
  const members = group.members.slice();
  for (const places of leavings(members.length)) {
    const leaving = places.map((place) => members[place] as number);
    if (members.length - leaving.length + 2 > membersMax || leaving.some((one) => fixed.includes(one))) continue;
    for (const one of leaving) group.remove(one);
    const pair = bestTwo(group, joining, now + GAIN_MIN);
    for (const one of pair ?? leaving) group.add(one);
    if (pair === undefined) continue;
    now = group.found;
    isBetter = true;
    if (leaving.length < 2) break;
    [members[places[0] as number], members[places[1] as number]] = pair;
  }
  return isBetter;
}

/** The best, and the best beside it; undefined where the two are not above what they have to be. */
function bestTwo(group: RoughGroup, joining: Joining, least: number): readonly [number, number] | undefined {
  const first = group.best(joining, -Infinity);
  if (first === NOBODY) return undefined;
  group.add(first);
  const second = group.best(joining, least);
  group.remove(first);
  return second === NOBODY ? undefined : [first, second];
}
