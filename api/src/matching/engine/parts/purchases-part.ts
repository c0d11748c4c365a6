import { BUYERS_MIN, spendPoints } from "../../components/purchase-overlap.ts";
import type { Columns, Postings, PurchaseColumn } from "../../columns/columns.ts";
import type { Drawing } from "../drawing.ts";
import { entriesOf, POOL_MAX, type OpenSlots, type Pool, type TriedGroup, type WeighedPart } from "../part.ts";

/** Purchases of a pool that there is room for at first. */
const ENTRIES_USUAL = POOL_MAX * 16;

const NONE = -1;

/** Items that are to be bought together. */
export type Basket = Int32Array;

/** Pools are of those who buy what their seed buys. */
export const NO_BASKET: Basket = new Int32Array(0);

/** purchase-overlap: for each item the pool buys, how many in the group buy it. */
export class PurchasesPart implements WeighedPart {
  readonly weight: number;
  private readonly column: PurchaseColumn;
  private readonly buying: Postings;
  /** By item: 1 where it is wanted by whoever others are held against. */
  private readonly isWanted: Uint8Array;

  // Items of the pool, numbered anew: what each slot buys, for how much, and what it spends on everything.
  private readonly numberOf: Int32Array;
  private readonly slotStart = new Int32Array(POOL_MAX + 1);
  private itemAt = new Int32Array(ENTRIES_USUAL);
  private yenAt = new Float64Array(ENTRIES_USUAL);
  private readonly spendOf = new Float64Array(POOL_MAX);
  private numbered = 0;

  // By number: members who buy the item. By slot: what a member spends on what enough buy.
  private buyers = new Int32Array(ENTRIES_USUAL);
  private readonly spentBy = new Float64Array(POOL_MAX);

  // Items counted as if so many more bought them, and their numbers in the pool.
  private basket: Basket = NO_BASKET;
  private inBasket: readonly number[] = [];
  private lent = 0;

  constructor({ purchases, buying }: Columns, weight: number) {
    this.weight = weight;
    this.column = purchases;
    this.buying = buying;
    this.isWanted = new Uint8Array(buying.start.length - 1);
    this.numberOf = new Int32Array(buying.start.length - 1).fill(NONE);
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

  /** From now on, pools are of those who buy what is in a basket, whatever the seed buys; of the seed's where it is empty. */
  ask(basket: Basket): void {
    this.basket = basket;
  }

  /**
   * Counts what is in the basket as if so many more bought it, until told otherwise or turned to another pool: what nobody
   * in the group buys yet then shows what it could bring. A score that is lent to is nobody's score; lend 0 before it counts.
   */
  lend(buyers: number): void {
    for (const number of this.inBasket) this.buyers[number] = (this.buyers[number] as number) + buyers - this.lent;
    this.lent = buyers;
  }

  /** What others are to buy, too. */
  private wantedBy(seed: number): Basket {
    const { start, item } = this.column;
    return this.basket.length > 0 ? this.basket : new Int32Array(item.subarray(start[seed], start[seed + 1]));
  }

  /** By the part of what another spends that goes to what the seed buys. */
  draw(seed: number, drawing: Drawing): void {
    for (const one of this.wantedBy(seed)) drawing.drawHolders(this.buying, one, 0);
  }

  like(seed: number, { count, candidates, liking }: Drawing): void {
    const each = 1000 * this.weight;
    const wanted = this.wantedBy(seed);
    for (const item of wanted) this.isWanted[item] = 1;
    for (let at = 0; at < count; at += 1)
      liking[at] = (liking[at] as number) + each * this.partSpentOnWanted(candidates[at] as number);
    for (const item of wanted) this.isWanted[item] = 0;
  }

  /** Part of what a candidate spends that goes to what is wanted, 0 to 1. */
  private partSpentOnWanted(candidate: number): number {
    const { start, item, yen } = this.column;
    const { isWanted } = this;
    const end = start[candidate + 1] as number;
    let [spent, spend] = [0, 0];
    for (let at = start[candidate] as number; at < end; at += 1) {
      const one = yen[at] as number;
      spend += one;
      if (isWanted[item[at] as number] === 1) spent += one;
    }
    return spent === 0 ? 0 : spent / spend;
  }

  lay(pool: Pool): void {
    this.makeRoom(entriesOf(this.column, pool));
    this.numbered = 0;
    let to = 0;
    for (let slot = 0; slot < pool.size; slot += 1) {
      this.slotStart[slot] = to;
      to = this.laySlot(slot, pool.candidates[slot] as number, to);
    }
    this.slotStart[pool.size] = to;
    this.inBasket = Array.from(this.basket, (item) => this.numberOf[item] as number).filter(
      (number) => number !== NONE,
    );
    this.lent = 0;
    const { start, item } = this.column;
    for (let slot = 0; slot < pool.size; slot += 1) {
      const candidate = pool.candidates[slot] as number;
      for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1)
        this.numberOf[item[at] as number] = NONE;
    }
    this.buyers.fill(0, 0, this.numbered);
  }

  private laySlot(slot: number, candidate: number, from: number): number {
    const { start, item, yen } = this.column;
    let [to, spend] = [from, 0];
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1) {
      const one = item[at] as number;
      if (this.numberOf[one] === NONE) {
        this.numberOf[one] = this.numbered;
        this.numbered += 1;
      }
      this.itemAt[to] = this.numberOf[one] as number;
      this.yenAt[to] = yen[at] as number;
      spend += yen[at] as number;
      to += 1;
    }
    this.spendOf[slot] = spend;
    return to;
  }

  private makeRoom(entries: number): void {
    if (entries <= this.itemAt.length) return;
    this.itemAt = new Int32Array(entries);
    this.yenAt = new Float64Array(entries);
    this.buyers = new Int32Array(entries);
  }

  add(slot: number): void {
    this.change(slot, 1);
  }

  remove(slot: number): void {
    this.change(slot, -1);
  }

  private change(slot: number, by: 1 | -1): void {
    const { slotStart, itemAt, buyers } = this;
    for (let at = slotStart[slot] as number; at < (slotStart[slot + 1] as number); at += 1)
      buyers[itemAt[at] as number] = (buyers[itemAt[at] as number] as number) + by;
  }

  /** Yen a month that a slot spends on what at least so many buy. */
  private spentOnShared(slot: number, buyersMin: number): number {
    const { slotStart, itemAt, yenAt, buyers } = this;
    let yen = 0;
    for (let at = slotStart[slot] as number; at < (slotStart[slot + 1] as number); at += 1)
      if ((buyers[itemAt[at] as number] as number) >= buyersMin) yen += yenAt[at] as number;
    return yen;
  }

  private pointsOf(slot: number, yen: number, members: number): number {
    return yen > 0 ? spendPoints(yen, this.spendOf[slot] as number, members) : 0;
  }

  low({ size, slots }: TriedGroup): number {
    let points = 0;
    for (let at = 0; at < size; at += 1) {
      const slot = slots[at] as number;
      points += this.pointsOf(slot, this.spentOnShared(slot, BUYERS_MIN), size);
    }
    return points;
  }

  weigh(group: TriedGroup, open: OpenSlots, worth: Float64Array): void {
    const members = group.size + 1;
    let without = 0;
    for (let at = 0; at < group.size; at += 1) {
      const slot = group.slots[at] as number;
      this.spentBy[slot] = this.spentOnShared(slot, BUYERS_MIN);
      without += this.pointsOf(slot, this.spentBy[slot] as number, members);
    }
    for (let place = 0; place < open.count; place += 1) {
      const slot = open.slots[place] as number;
      // With the newcomer an item has one buyer more.
      const own = this.pointsOf(slot, this.spentOnShared(slot, BUYERS_MIN - 1), members);
      const points = without + own + (this.completesOne(slot) ? this.gainOf(group, slot) : 0);
      worth[slot] = (worth[slot] as number) + this.weight * points;
    }
  }

  /** Whether a newcomer is the one buyer that something lacks to be bought by enough. */
  private completesOne(slot: number): boolean {
    for (let at = this.slotStart[slot] as number; at < (this.slotStart[slot + 1] as number); at += 1)
      if (this.buyers[this.itemAt[at] as number] === BUYERS_MIN - 1) return true;
    return false;
  }

  /** Points the members gain by what a newcomer buys too. */
  private gainOf({ size, slots }: TriedGroup, newcomer: number): number {
    const members = size + 1;
    this.change(newcomer, 1);
    let gain = 0;
    for (let at = 0; at < size; at += 1) {
      const slot = slots[at] as number;
      const [before, after] = [this.spentBy[slot] as number, this.spentOnShared(slot, BUYERS_MIN)];
      if (after > before) gain += this.pointsOf(slot, after, members) - this.pointsOf(slot, before, members);
    }
    this.change(newcomer, -1);
    return gain;
  }
}
