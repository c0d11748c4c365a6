import { BUYERS_MIN, spendPoints } from "../../components/purchase-overlap.ts";
import type { Field } from "../field.ts";
import type { Running, TriedGroup } from "../running.ts";

/** purchase-overlap: members counted by what they buy; each member's items are walked. */
export function runningPurchases({ purchases, spendYen }: Field): (group: TriedGroup) => Running {
  const { start, entry, amount, tagCount } = purchases;
  const buyers = new Int32Array(tagCount);
  const change = (candidate: number, sign: 1 | -1) => {
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
      const item = entry[at] as number;
      buyers[item] = (buyers[item] as number) + sign;
    }
  };
  const pointsOf = (candidate: number, members: number): number => {
    let sharedYen = 0;
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
      if ((buyers[entry[at] as number] as number) >= BUYERS_MIN) sharedYen += amount[at] as number;
    }
    return sharedYen === 0 ? 0 : spendPoints(sharedYen, spendYen[candidate] as number, members);
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
