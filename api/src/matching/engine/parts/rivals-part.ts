import type { Columns } from "../../columns/columns.ts";
import { share } from "../../whole.ts";
import { POOL_MAX, type TriedGroup, type WeighedPart } from "../part.ts";
import type { Trades } from "../trades.ts";

/** low-rivalry: for each slot the members who may be its rivals; the shares go by the order of ids. */
export function rivalsPart(
  { idOrder }: Columns,
  { trades, weight }: { readonly trades: Trades; readonly weight: number },
): WeighedPart {
  const candidateOf = new Int32Array(POOL_MAX);
  const orderOf = new Uint32Array(POOL_MAX);
  const isRival = new Uint8Array(POOL_MAX * POOL_MAX);
  const rivals = new Int32Array(POOL_MAX);
  let size = 0;
  const change = (slot: number, by: 1 | -1) => {
    const row = slot * POOL_MAX;
    for (let other = 0; other < size; other += 1)
      rivals[other] = (rivals[other] as number) + by * (isRival[row + other] as number);
  };
  const low = (group: TriedGroup): number => {
    let points = 1000;
    for (let at = 0; at < group.size; at += 1) {
      const slot = group.slots[at] as number;
      if (rivals[slot] === 0) continue;
      let rank = 1;
      for (let other = 0; other < group.size; other += 1)
        if ((orderOf[group.slots[other] as number] as number) < (orderOf[slot] as number)) rank += 1;
      points -= share(1000, group.size, rank);
    }
    return points;
  };
  const lowWith = (group: TriedGroup, slot: number): number => {
    change(slot, 1);
    group.slots[group.size] = slot;
    group.size += 1;
    const points = low(group);
    group.size -= 1;
    change(slot, -1);
    return points;
  };
  return {
    weight,
    most: () => 1000,
    lay: (pool) => {
      size = pool.size;
      rivals.fill(0);
      for (let one = 0; one < size; one += 1) {
        candidateOf[one] = pool.candidates[one] as number;
        orderOf[one] = idOrder[candidateOf[one] as number] as number;
        isRival[one * POOL_MAX + one] = 0;
        for (let other = 0; other < one; other += 1) {
          const answer = trades.rivalryOf(candidateOf[one] as number, candidateOf[other] as number);
          isRival[one * POOL_MAX + other] = answer;
          isRival[other * POOL_MAX + one] = answer;
        }
      }
    },
    add: (slot) => change(slot, 1),
    remove: (slot) => change(slot, -1),
    low,
    weigh: (group, open, worth) => {
      // As a rule nobody has a rival inside; only where somebody has, whose share is lost depends on who joins.
      let hasRivals = false;
      for (let at = 0; at < group.size; at += 1) hasRivals ||= (rivals[group.slots[at] as number] as number) > 0;
      for (let place = 0; place < open.count; place += 1) {
        const slot = open.slots[place] as number;
        const points = hasRivals || (rivals[slot] as number) > 0 ? lowWith(group, slot) : 1000;
        worth[slot] = (worth[slot] as number) + weight * points;
      }
    },
  };
}
