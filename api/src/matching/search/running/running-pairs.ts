import { pairsOf } from "../../whole.ts";
import { UNKNOWN, type Field } from "../field.ts";
import type { Pool } from "../pool.ts";
import type { Running, TriedGroup } from "../running.ts";

/** A sum over the pairs of the group; `full` is what a pair counts at most. */
function pairSum(group: TriedGroup, full: number, valueOf: (slotA: number, slotB: number) => number): Running {
  let sum = 0;
  const ofNew = (slot: number) => {
    let added = 0;
    for (let member = 0; member < group.size; member += 1) added += valueOf(slot, group.slots[member] as number);
    return added;
  };
  return {
    add: (slot) => {
      sum += ofNew(slot);
    },
    remove: (slot) => {
      sum -= ofNew(slot);
    },
    low: () => (group.size < 2 ? 0 : Math.floor((1000 * sum) / (full * pairsOf(group.size)))),
  };
}

/** nearness: the sum of max(0, R − d). */
export function runningNearness({ near, candidates }: Pool, group: TriedGroup, nearnessDam: number): Running {
  const size = candidates.length;
  return pairSum(group, nearnessDam, (a, b) => near[a * size + b] as number);
}

/** size-likeness: the sum of max(0, 3 − classes apart). */
export function runningLikeness({ sizeClass }: Field, { candidates }: Pool, group: TriedGroup): Running {
  const classes = candidates.map((candidate) => sizeClass[candidate] as number);
  return pairSum(group, 3, (a, b) => {
    const [one, other] = [classes[a] as number, classes[b] as number];
    return one === UNKNOWN || other === UNKNOWN ? 0 : Math.max(0, 3 - Math.abs(one - other));
  });
}

/** useful-distance: the sum of the least the trades can differ, in permille. */
export function runningDifference({ difference, candidates }: Pool, group: TriedGroup): Running {
  const size = candidates.length;
  return pairSum(group, 1000, (a, b) => difference[a * size + b] as number);
}
