import type { Pool } from "../pool.ts";
import type { Running, TriedGroup } from "../running.ts";

/** ties: the largest set connected inside the group, walked anew; groups are small. */
export function runningTies({ tied, candidates }: Pool, group: TriedGroup): Running {
  const size = candidates.length;
  const seen = new Uint8Array(group.slots.length);
  const open = new Int32Array(group.slots.length);
  let tiesInside = 0;

  const tiesOf = (slot: number): number => {
    let count = 0;
    for (let member = 0; member < group.size; member += 1)
      count += tied[slot * size + (group.slots[member] as number)] as number;
    return count;
  };
  const connectedFrom = (first: number): number => {
    let [reached, waiting] = [0, 1];
    open[0] = first;
    seen[first] = 1;
    while (waiting > 0) {
      waiting -= 1;
      reached += 1;
      const row = (group.slots[open[waiting] as number] as number) * size;
      for (let other = 0; other < group.size; other += 1) {
        if (seen[other] === 1 || tied[row + (group.slots[other] as number)] === 0) continue;
        seen[other] = 1;
        open[waiting] = other;
        waiting += 1;
      }
    }
    return reached;
  };
  const largest = (): number => {
    seen.fill(0, 0, group.size);
    let most = 1;
    for (let member = 0; member < group.size; member += 1) {
      if (seen[member] === 0) most = Math.max(most, connectedFrom(member));
    }
    return most;
  };
  return {
    add: (slot) => {
      tiesInside += tiesOf(slot);
    },
    remove: (slot) => {
      tiesInside -= tiesOf(slot);
    },
    low: () => (tiesInside === 0 ? 0 : Math.floor((1000 * largest()) / group.size)),
  };
}
