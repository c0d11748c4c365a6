import { BUYERS_MIN, spendPoints } from "../../components/purchase-overlap.ts";
import type { Field } from "../field.ts";
import type { Ground, Postings } from "../ground.ts";
import { POOL_MAX, type Pool, type Touch, type TriedGroup, type WeighedPart } from "../part.ts";

/** purchase-overlap: members counted by what they buy; each member's items are walked. */
export class PurchasesPart implements WeighedPart {
  readonly weight: number;
  private readonly column: Field["purchases"];
  private readonly spendYen: Float64Array;
  private readonly ground: Ground;
  private readonly postings: Postings;
  /** Buyers of each item among all candidates, and in the group. */
  private readonly buyersOfAll: Int32Array;
  private readonly buyers: Int32Array;
  private readonly candidateOf = new Int32Array(POOL_MAX);

  constructor({ purchases, spendYen }: Field, ground: Ground, weight: number) {
    this.weight = weight;
    this.column = purchases;
    this.spendYen = spendYen;
    this.ground = ground;
    this.postings = ground.postingsOf(purchases, purchases.tagCount);
    this.buyers = new Int32Array(purchases.tagCount);
    this.buyersOfAll = new Int32Array(purchases.tagCount);
    for (const item of purchases.entry) this.buyersOfAll[item] = (this.buyersOfAll[item] as number) + 1;
  }

  /** Yen a month that a candidate spends on what enough buy. */
  private spentOnShared(candidate: number, buyers: Int32Array): number {
    const { start, entry, amount } = this.column;
    let yen = 0;
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1)
      if ((buyers[entry[at] as number] as number) >= BUYERS_MIN) yen += amount[at] as number;
    return yen;
  }

  most(candidate: number): number {
    const yen = this.spentOnShared(candidate, this.buyersOfAll);
    return yen === 0 ? 0 : (1000 * yen) / (this.spendYen[candidate] as number);
  }

  /** By the part of what another spends that goes to what the seed buys. */
  draw(seed: number, touch: Touch): void {
    const { start, entry } = this.column;
    for (let at = start[seed] as number; at < (start[seed + 1] as number); at += 1) {
      const item = entry[at] as number;
      const visit = (candidate: number) => {
        const spend = Math.max(1, this.spendYen[candidate] as number);
        touch(candidate, (this.weight * 1000 * this.spentOn(item, candidate)) / spend);
      };
      this.ground.forEachHolder(this.postings, item, { around: seed, visit });
    }
  }

  private spentOn(item: number, candidate: number): number {
    const { start, entry, amount } = this.column;
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1)
      if (entry[at] === item) return amount[at] as number;
    return 0;
  }

  lay({ size, candidates }: Pool): void {
    this.buyers.fill(0);
    this.candidateOf.set(candidates.subarray(0, size));
  }

  add(slot: number): void {
    this.change(slot, 1);
  }

  remove(slot: number): void {
    this.change(slot, -1);
  }

  private change(slot: number, by: 1 | -1): void {
    const { start, entry } = this.column;
    const candidate = this.candidateOf[slot] as number;
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1)
      this.buyers[entry[at] as number] = (this.buyers[entry[at] as number] as number) + by;
  }

  low({ size, slots }: TriedGroup): number {
    let points = 0;
    for (let at = 0; at < size; at += 1) {
      const candidate = this.candidateOf[slots[at] as number] as number;
      const yen = this.spentOnShared(candidate, this.buyers);
      if (yen > 0) points += spendPoints(yen, this.spendYen[candidate] as number, size);
    }
    return points;
  }
}
