import type { Columns } from "../columns/columns.ts";
import type { Field } from "./field.ts";
import { POOL_MAX } from "./part.ts";
import type { PoolMaker } from "./pool.ts";

/** Items of a seed, the dearest first, whose buyers it is started with. */
const ITEMS_MAX = 2;

/** Slots to start with beside a seed, where one member alone brings nothing that a climb could go by. */
export type Kernels = (pools: PoolMaker, seed: number) => readonly (readonly number[])[];

/** Part of what each candidate of a pool spends that goes to one item, 0 where it does not buy it. */
function partsSpentOn(bought: number, { purchases }: Columns, { pool }: PoolMaker): readonly number[] {
  const { start, item, yen } = purchases;
  return Array.from(pool.candidates.subarray(0, pool.size), (candidate) => {
    let [spent, spend] = [0, 0];
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
      spend += yen[at] as number;
      if (item[at] === bought) spent += yen[at] as number;
    }
    return spent === 0 ? 0 : spent / spend;
  });
}

/** The two who spend most of theirs on an item the seed buys, and may meet it and each other. */
function fellowBuyers(
  columns: Columns,
  pools: PoolMaker,
  { seed, item }: { readonly seed: number; readonly item: number },
) {
  const { pool, isBarred } = pools;
  const seedSlot = pool.candidates.indexOf(seed);
  const parts = partsSpentOn(item, columns, pools);
  const mayMeet = (a: number, b: number) => isBarred[a * POOL_MAX + b] === 0;
  const buyers = [...parts.keys()]
    .filter((slot) => slot !== seedSlot && (parts[slot] as number) > 0 && mayMeet(seedSlot, slot))
    .sort((a, b) => (parts[b] as number) - (parts[a] as number) || a - b);
  const [first] = buyers;
  const second = buyers.find((slot) => first !== undefined && slot !== first && mayMeet(first, slot));
  return first === undefined || second === undefined ? [] : [[first, second]];
}

/**
 * Only three buyers of one thing bring points for purchases in common, so that joining one by one finds none: a seed is
 * started with two who buy what it spends most on, with two who buy what comes next, and with all of them.
 */
export function kernelsOf({ columns, question }: Field): Kernels {
  if (question.weighed.every(({ id }) => id !== "purchase-overlap")) return () => [];
  const { start, item: itemAt, yen } = columns.purchases;
  return (pools, seed) => {
    const places = Array.from({ length: (start[seed + 1] as number) - (start[seed] as number) }, (_, at) => at);
    const items = places
      .map((at) => (start[seed] as number) + at)
      .sort((a, b) => (yen[b] as number) - (yen[a] as number) || a - b)
      .slice(0, ITEMS_MAX)
      .map((at) => itemAt[at] as number);
    const kernels = items.flatMap((item) => fellowBuyers(columns, pools, { seed, item }));
    return kernels.length < 2 ? kernels : [...kernels, [...new Set(kernels.flat())]];
  };
}
