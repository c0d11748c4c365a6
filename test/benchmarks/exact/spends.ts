import type { Node } from "./node.ts";
import type { Partners } from "./partners.ts";
import type { Scales } from "./scales.ts";
import { holdersOf, type Sheet } from "./sheet.ts";

/** Buyers an item needs in a group to be bought together. */
const BUYERS_MIN = 3;

/** Bounds what members spend on items that enough of them buy. */
export class Spends {
  private readonly scales: Scales;
  private readonly partners: Partners;
  private readonly buyers: Int32Array;
  private readonly openBuyers: Int32Array;
  private readonly purchasers: readonly (readonly number[])[];

  constructor(sheet: Sheet, scales: Scales, partners: Partners) {
    this.scales = scales;
    this.partners = partners;
    this.buyers = new Int32Array(sheet.items);
    this.openBuyers = new Int32Array(sheet.items);
    this.purchasers = holdersOf(sheet.purchases, sheet.items);
  }

  /** Lays what those who may join bring. @returns what the group has */
  lay({ group, open, left }: Node, value: Float64Array): number {
    const { scales, buyers, openBuyers } = this;
    const { spends } = scales;
    for (const one of group) for (const { tag } of spends[one] ?? []) buyers[tag] = (buyers[tag] as number) + 1;
    for (const one of open) for (const { tag } of spends[one] ?? []) openBuyers[tag] = (openBuyers[tag] as number) + 1;
    let base = 0;
    const waiting = new Map<number, number>();
    for (const one of group)
      for (const { tag, amount } of spends[one] ?? []) {
        if ((buyers[tag] as number) >= BUYERS_MIN) base += amount;
        else waiting.set(tag, (waiting.get(tag) ?? 0) + amount);
      }
    for (const one of open) {
      for (const { tag, amount } of spends[one] ?? []) {
        const [inside, outside] = [buyers[tag] as number, openBuyers[tag] as number];
        if (inside + Math.min(left, outside) < BUYERS_MIN) continue;
        // An item of the group's that still wants buyers is paid to those who complete it, in equal parts.
        const paid = inside < BUYERS_MIN ? (waiting.get(tag) ?? 0) / (BUYERS_MIN - inside) : 0;
        value[one] = (value[one] as number) + paid + (inside >= BUYERS_MIN - 1 ? amount : 0);
        const others = BUYERS_MIN - 1 - inside;
        if (others > 0)
          this.partners.hopeFor(one, this.purchasers[tag] as readonly number[], [amount / others, amount]);
      }
    }
    for (const one of group) for (const { tag } of spends[one] ?? []) buyers[tag] = 0;
    for (const one of open) for (const { tag } of spends[one] ?? []) openBuyers[tag] = 0;
    return base;
  }
}
