import type { Node } from "./node.ts";
import type { Scales } from "./scales.ts";

/** Bounds what requirements, areas and months of an order bring, by their prices. */
export class OrderParts {
  private readonly scales: Scales;

  constructor(scales: Scales) {
    this.scales = scales;
  }

  /** Lays what those who may join are paid. @returns what the group has and what is granted */
  lay(node: Node, prices: Float64Array, value: Float64Array): number {
    return this.layCovers(node, prices, value) + this.layMonths(node, prices, value);
  }

  private layCovers({ group, open }: Node, prices: Float64Array, value: Float64Array): number {
    const { covers, coversOf } = this.scales;
    const held = new Int32Array(covers.length);
    for (const one of group) for (const cover of coversOf[one] ?? []) held[cover] = (held[cover] as number) + 1;
    const paid = new Float64Array(covers.length);
    let base = 0;
    covers.forEach(({ gains }, cover) => {
      gains.forEach((gain, place) => {
        const isHeld = place < (held[cover] as number);
        const price = Math.min(prices[cover] as number, gains[held[cover] as number] ?? 0);
        if (!isHeld) paid[cover] = price;
        base += isHeld ? gain : Math.max(0, gain - price);
      });
    });
    for (const one of open)
      for (const cover of coversOf[one] ?? []) value[one] = (value[one] as number) + (paid[cover] as number);
    return base;
  }

  private layMonths({ group, open }: Node, prices: Float64Array, value: Float64Array): number {
    const { months, delivers, covers } = this.scales;
    let base = 0;
    months.forEach((gain, month) => {
      let delivered = 0;
      for (const one of group) delivered += (delivers[one] as Float64Array)[month] as number;
      const missing = Math.max(0, 1 - delivered);
      const price = Math.min(gain, prices[covers.length + month] as number);
      base += gain * (1 - missing) + (gain - price) * missing;
      if (price === 0 || missing === 0) return;
      for (const one of open) {
        const part = Math.min(missing, (delivers[one] as Float64Array)[month] as number);
        value[one] = (value[one] as number) + price * part;
      }
    });
    return base;
  }
}
