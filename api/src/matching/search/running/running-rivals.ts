import { share } from "../../whole.ts";
import type { Pool } from "../pool.ts";
import type { Running, TriedGroup } from "../running.ts";

/** low-rivalry: for each member the others inside who may be its rivals; the shares go by the order of ids. */
export function runningRivalry({ rival, candidates }: Pool, group: TriedGroup): Running {
  const size = candidates.length;
  const rivals = new Int32Array(size);
  let pairs = 0;
  const change = (slot: number, by: 1 | -1) => {
    for (let member = 0; member < group.size; member += 1) {
      const other = group.slots[member] as number;
      if (rival[slot * size + other] === 0) continue;
      rivals[slot] = (rivals[slot] as number) + by;
      rivals[other] = (rivals[other] as number) + by;
      pairs += by;
    }
  };
  const rankOf = (candidate: number): number => {
    let rank = 1;
    for (let member = 0; member < group.size; member += 1) {
      if ((group.candidates[member] as number) < candidate) rank += 1;
    }
    return rank;
  };
  return {
    add: (slot) => change(slot, 1),
    remove: (slot) => change(slot, -1),
    low: () => {
      let points = 1000;
      if (pairs === 0) return points;
      for (let member = 0; member < group.size; member += 1) {
        if (rivals[group.slots[member] as number] === 0) continue;
        points -= share(1000, group.size, rankOf(group.candidates[member] as number));
      }
      return points;
    },
  };
}
