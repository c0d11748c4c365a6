import type { Field } from "../field.ts";
import type { Running, TriedGroup } from "../running.ts";

/** Points at level 3 of the strongest met want of a member and of the next. */
const WANT_POINTS = [700, 300] as const;

/** For each want, 1 where the member offers the very thing itself: only another's offer meets a want. */
function offeredByItself({ seeks, offers, members, skillCount }: Field): Uint8Array {
  const own = new Uint8Array(seeks.entry.length);
  const offered = new Int32Array(skillCount).fill(-1);
  members.forEach((_, candidate) => {
    for (const tag of offers.entry.subarray(offers.start[candidate], offers.start[candidate + 1]))
      offered[tag] = candidate;
    for (let at = seeks.start[candidate] as number; at < (seeks.start[candidate + 1] as number); at += 1) {
      own[at] = offered[seeks.entry[at] as number] === candidate ? 1 : 0;
    }
  });
  return own;
}

/** complementarity: members counted by what they offer; each member's wants are walked, the strongest first. */
export function runningWants(field: Field): (group: TriedGroup) => Running {
  const { seeks, offers } = field;
  const suppliers = new Int32Array(field.skillCount);
  const own = offeredByItself(field);
  const change = (candidate: number, sign: 1 | -1) => {
    for (let at = offers.start[candidate] as number; at < (offers.start[candidate + 1] as number); at += 1) {
      const tag = offers.entry[at] as number;
      suppliers[tag] = (suppliers[tag] as number) + sign;
    }
  };
  const pointsOf = (candidate: number, members: number): number => {
    let [points, rank] = [0, 0];
    for (let at = seeks.start[candidate] as number; at < (seeks.start[candidate + 1] as number); at += 1) {
      if ((suppliers[seeks.entry[at] as number] as number) <= (own[at] as number)) continue;
      points += Math.floor(((WANT_POINTS[rank] as number) * (seeks.level[at] as number)) / (3 * members));
      rank += 1;
      if (rank === WANT_POINTS.length) break;
    }
    return points;
  };
  return (group) => ({
    add: (_slot, candidate) => change(candidate, 1),
    remove: (_slot, candidate) => change(candidate, -1),
    low: () => {
      let points = 0;
      for (let member = 0; member < group.size; member += 1) {
        points += pointsOf(group.candidates[member] as number, group.size);
      }
      return points;
    },
  });
}
