import { BUYERS_MIN, spendPoints } from "../../components/purchase-overlap.ts";
import type { Columns, Postings, PurchaseColumn } from "../../columns/columns.ts";
import type { Drawing } from "../drawing.ts";
import { POOL_MAX, type Pool, type TriedGroup, type WeighedPart } from "../part.ts";

/** purchase-overlap: members counted by what they buy; each member's items are walked. */
export class PurchasesPart implements WeighedPart {
  readonly weight: number;
  private readonly column: PurchaseColumn;
  private readonly buying: Postings;
  /** Buyers of each item in the group. */
  private readonly buyers: Int32Array;
  private readonly candidateOf = new Int32Array(POOL_MAX);

  constructor({ purchases, buying }: Columns, weight: number) {
    this.weight = weight;
    this.column = purchases;
    this.buying = buying;
    this.buyers = new Int32Array(buying.start.length - 1);
  }

  /** Yen a month that a candidate spends, on everything. */
  private spendOf(candidate: number): number {
    const { start, yen } = this.column;
    let spend = 0;
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1)
      spend += yen[at] as number;
    return spend;
  }

  /** Yen a month that a candidate spends on what enough buy. */
  private spentOnShared(candidate: number): number {
    const { start, item, yen } = this.column;
    let spent = 0;
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1)
      if ((this.buyers[item[at] as number] as number) >= BUYERS_MIN) spent += yen[at] as number;
    return spent;
  }

  /** As if everything enough buy were bought by as many in the group. */
  most(candidate: number): number {
    const { start, item, yen } = this.column;
    const buyersOf = this.buying.start;
    let [spent, spend] = [0, 0];
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
      const one = item[at] as number;
      spend += yen[at] as number;
      if ((buyersOf[one + 1] as number) - (buyersOf[one] as number) >= BUYERS_MIN) spent += yen[at] as number;
    }
    return spent === 0 ? 0 : (1000 * spent) / spend;
  }

  /** By the part of what another spends that goes to what the seed buys. */
  draw(seed: number, drawing: Drawing): void {
    const { start, item } = this.column;
    for (let at = start[seed] as number; at < (start[seed + 1] as number); at += 1)
      drawing.drawHolders(this.buying, item[at] as number, 0);
  }

  like(seed: number, { count, candidates, liking }: Drawing): void {
    const each = 1000 * this.weight;
    for (let at = 0; at < count; at += 1)
      liking[at] = (liking[at] as number) + each * this.partInCommon(seed, candidates[at] as number);
  }

  /** Part of what a candidate spends that goes to what the seed buys, 0 to 1. */
  private partInCommon(seed: number, candidate: number): number {
    const { start, item, yen } = this.column;
    let [spent, spend] = [0, 0];
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
      spend += yen[at] as number;
      for (let own = start[seed] as number; own < (start[seed + 1] as number); own += 1)
        if (item[own] === item[at]) spent += yen[at] as number;
    }
    return spent === 0 ? 0 : spent / spend;
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
    const { start, item } = this.column;
    const candidate = this.candidateOf[slot] as number;
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1)
      this.buyers[item[at] as number] = (this.buyers[item[at] as number] as number) + by;
  }

  low({ size, slots }: TriedGroup): number {
    let points = 0;
    for (let at = 0; at < size; at += 1) {
      const candidate = this.candidateOf[slots[at] as number] as number;
      const yen = this.spentOnShared(candidate);
      if (yen > 0) points += spendPoints(yen, this.spendOf(candidate), size);
    }
    return points;
  }
}
