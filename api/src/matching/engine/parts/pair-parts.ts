import { pairsOf, wholeQuotient } from "../../whole.ts";
import { UNKNOWN } from "../../columns/columns.ts";
import type { Field } from "../field.ts";
import { leastDifference, type Trades } from "../trades.ts";
import { POOL_MAX, type Part, type Pool, type WeighedPart } from "../part.ts";

/** A component that is a mean over the pairs of a group; `full` is what a pair counts at most. */
interface PairMean extends Pick<Part, "most" | "like"> {
  readonly weight: number;
  readonly full: number;
  /** Fills in what each pair of slots counts, `POOL_MAX` a row. */
  readonly layPairs: (pool: Pool, table: Int32Array) => void;
}

/** The row of nobody, after those of all slots. */
const NOBODY = POOL_MAX;

/**
 * Keeps, for every slot, the sum over its pairs with the members; so a slot's joining is one addition. Who leaves is
 * mostly back after one look at who could come in its stead: its pairs are taken out of all sums only if it stays away.
 */
function pairPart({ weight, full, layPairs, ...guesses }: PairMean): WeighedPart {
  /** With a row more, of nobody, in which nothing counts. */
  const table = new Int32Array((POOL_MAX + 1) * POOL_MAX);
  /** With the pairs of whoever is out. */
  const withMembers = new Int32Array(POOL_MAX);
  let size = 0;
  let sum = 0;
  let out = NOBODY;
  const change = (slot: number, by: 1 | -1) => {
    const row = slot * POOL_MAX;
    for (let other = 0; other < size; other += 1)
      withMembers[other] = (withMembers[other] as number) + by * (table[row + other] as number);
  };
  const letGo = () => {
    if (out !== NOBODY) change(out, -1);
    out = NOBODY;
  };
  /** What a slot adds to the sum. */
  const added = (slot: number): number => (withMembers[slot] as number) - (table[out * POOL_MAX + slot] as number);
  return {
    ...guesses,
    weight,
    lay: (pool) => {
      size = pool.size;
      sum = 0;
      out = NOBODY;
      withMembers.fill(0);
      layPairs(pool, table);
    },
    add: (slot) => {
      sum += added(slot);
      if (slot === out) out = NOBODY;
      else {
        letGo();
        change(slot, 1);
      }
    },
    remove: (slot) => {
      letGo();
      sum -= withMembers[slot] as number;
      out = slot;
    },
    low: (group) => (group.size < 2 ? 0 : Math.floor((1000 * sum) / (full * pairsOf(group.size)))),
    weigh: (group, open, worth) => {
      const whole = full * pairsOf(group.size + 1);
      if (whole === 0) return;
      const { count, slots } = open;
      const [sumNow, rowOut, each] = [sum, out * POOL_MAX, 1 / whole];
      for (let place = 0; place < count; place += 1) {
        const slot = slots[place] as number;
        const joined = sumNow + (withMembers[slot] as number) - (table[rowOut + slot] as number);
        worth[slot] = (worth[slot] as number) + weight * wholeQuotient(1000 * joined, each);
      }
    },
  };
}

/** Fills a table of pairs that is the same either way round; the diagonal is 0. */
function layTable({ size }: Pool, table: Int32Array, valueOf: (slotA: number, slotB: number) => number): void {
  for (let one = 0; one < size; one += 1) {
    table[one * POOL_MAX + one] = 0;
    for (let other = one + 1; other < size; other += 1) {
      const value = valueOf(one, other);
      table[one * POOL_MAX + other] = value;
      table[other * POOL_MAX + one] = value;
    }
  }
}

/** nearness: a pair counts max(0, R − d). */
export function nearnessPart(nearnessDam: number, weight: number): WeighedPart {
  return pairPart({
    weight,
    full: nearnessDam,
    most: () => 1000,
    like: (_seed, { count, apartDam, liking }) => {
      const each = (1000 * weight) / nearnessDam;
      for (let at = 0; at < count; at += 1) {
        const nearer = nearnessDam - (apartDam[at] as number);
        if (nearer > 0) liking[at] = (liking[at] as number) + each * nearer;
      }
    },
    layPairs: (pool, table) =>
      layTable(pool, table, (one, other) =>
        Math.max(0, nearnessDam - (pool.apartDam[one * POOL_MAX + other] as number)),
      ),
  });
}

/** Classes apart at which a pair no longer counts as alike. */
const CLASSES_APART = 3;

/** size-likeness: a pair counts max(0, 3 − classes apart). */
export function likenessPart({ sizeClass }: Field, weight: number): WeighedPart {
  const alike = (one: number, other: number): number => {
    const alikeness = CLASSES_APART - (other > one ? other - one : one - other);
    return one === UNKNOWN || other === UNKNOWN || alikeness < 0 ? 0 : alikeness;
  };
  return pairPart({
    weight,
    full: CLASSES_APART,
    most: (candidate) => (sizeClass[candidate] === UNKNOWN ? 0 : 1000),
    like: (seed, { count, candidates, liking }) => {
      const own = sizeClass[seed] as number;
      const each = (1000 * weight) / CLASSES_APART;
      for (let at = 0; at < count; at += 1)
        liking[at] = (liking[at] as number) + each * alike(own, sizeClass[candidates[at] as number] as number);
    },
    layPairs: (pool, table) =>
      layTable(pool, table, (one, other) =>
        alike(
          sizeClass[pool.candidates[one] as number] as number,
          sizeClass[pool.candidates[other] as number] as number,
        ),
      ),
  });
}

/** useful-distance: a pair counts the least permille by which its trades can differ. */
export function differencePart(trades: Trades, weight: number): WeighedPart {
  const codes = new Int32Array(POOL_MAX);
  return pairPart({
    weight,
    full: 1000,
    most: () => 1000,
    like: (seed, { count, candidates, liking }) => {
      const own = trades.codeOf(seed);
      for (let at = 0; at < count; at += 1)
        liking[at] = (liking[at] as number) + weight * leastDifference(own, trades.codeOf(candidates[at] as number));
    },
    layPairs: (pool, table) => {
      trades.lay(pool, codes);
      layTable(pool, table, (one, other) => leastDifference(codes[one] as number, codes[other] as number));
    },
  });
}
