import type { Columns } from "../../columns/columns.ts";
import { share } from "../../whole.ts";
import { POOL_MAX, type OpenSlots, type Pool, type TriedGroup, type WeighedPart } from "../part.ts";
import type { Trades } from "../trades.ts";

/** low-rivalry: for each slot the members who may be its rivals; the shares go by the order of ids. */
export class RivalsPart implements WeighedPart {
  readonly weight: number;
  private readonly idOrder: Columns["idOrder"];
  private readonly trades: Trades;
  private readonly orderOf = new Uint32Array(POOL_MAX);
  private readonly isRival = new Uint8Array(POOL_MAX * POOL_MAX);
  private readonly rivals = new Int32Array(POOL_MAX);
  private size = 0;

  constructor({ idOrder }: Columns, trades: Trades, weight: number) {
    this.weight = weight;
    this.idOrder = idOrder;
    this.trades = trades;
  }

  most(): number {
    return 1000;
  }

  lay({ size, candidates }: Pool): void {
    const { isRival, trades } = this;
    this.size = size;
    this.rivals.fill(0);
    for (let one = 0; one < size; one += 1) {
      const candidate = candidates[one] as number;
      this.orderOf[one] = this.idOrder[candidate] as number;
      isRival[one * POOL_MAX + one] = 0;
      for (let other = 0; other < one; other += 1) {
        const answer = trades.rivalryOf(candidate, candidates[other] as number);
        isRival[one * POOL_MAX + other] = answer;
        isRival[other * POOL_MAX + one] = answer;
      }
    }
  }

  add(slot: number): void {
    this.change(slot, 1);
  }

  remove(slot: number): void {
    this.change(slot, -1);
  }

  private change(slot: number, by: 1 | -1): void {
    const row = slot * POOL_MAX;
    for (let other = 0; other < this.size; other += 1)
      this.rivals[other] = (this.rivals[other] as number) + by * (this.isRival[row + other] as number);
  }

  private hasRivals({ size, slots }: TriedGroup): boolean {
    for (let at = 0; at < size; at += 1) if ((this.rivals[slots[at] as number] as number) > 0) return true;
    return false;
  }

  low({ size, slots }: TriedGroup): number {
    let points = 1000;
    for (let at = 0; at < size; at += 1) {
      const slot = slots[at] as number;
      if (this.rivals[slot] === 0) continue;
      let rank = 1;
      for (let other = 0; other < size; other += 1)
        if ((this.orderOf[slots[other] as number] as number) < (this.orderOf[slot] as number)) rank += 1;
      points -= share(1000, size, rank);
    }
    return points;
  }

  /** As a rule nobody has a rival inside; only where somebody has, whose share is lost depends on who joins. */
  weigh(group: TriedGroup, open: OpenSlots, worth: Float64Array): void {
    const hasRivals = this.hasRivals(group);
    for (let place = 0; place < open.count; place += 1) {
      const slot = open.slots[place] as number;
      const points = hasRivals || (this.rivals[slot] as number) > 0 ? this.lowWith(group, slot) : 1000;
      worth[slot] = (worth[slot] as number) + this.weight * points;
    }
  }

  private lowWith(group: TriedGroup, slot: number): number {
    this.change(slot, 1);
    group.slots[group.size] = slot;
    group.size += 1;
    const points = this.low(group);
    group.size -= 1;
    this.change(slot, -1);
    return points;
  }
}
