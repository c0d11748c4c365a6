import type { Node } from "./node.ts";
import type { Scales } from "./scales.ts";
import type { Sheet } from "./sheet.ts";

/**
 * Part of what each member brings that is counted with its partners, so that a member is as good as those who go with
 * it. Any part gives a bound; tried from 0 to 0.9, small ones end soonest.
 */
const PASSED_ON = 0.15;

/** What a member may still be brought by those who join with it. */
interface Pending {
  /** All of it. */
  hope: number;
  /** Who brings how much of it. */
  readonly lists: { readonly holders: readonly number[]; readonly amount: number }[];
}

/** Bounds what members who join bring each other. */
export class Partners {
  private readonly sheet: Sheet;
  private readonly scales: Scales;
  private readonly best: Float64Array;
  private readonly bringing: Float64Array;
  private readonly brought: Float64Array;
  private readonly gain: Float64Array;
  private readonly isOpen: Uint8Array;
  private readonly pending: (Pending | undefined)[];

  constructor(sheet: Sheet, scales: Scales) {
    this.sheet = sheet;
    this.scales = scales;
    this.best = new Float64Array(scales.size);
    this.bringing = new Float64Array(sheet.count);
    this.brought = new Float64Array(sheet.count);
    this.gain = new Float64Array(sheet.count);
    this.isOpen = new Uint8Array(sheet.count);
    this.pending = Array.from({ length: sheet.count }, () => undefined);
  }

  /** What those who join bring each other, and each of them a part of what the others bring. */
  lay({ open, left }: Node, value: Float64Array): void {
    const { bringing, brought, isOpen } = this;
    const partners = left - 1;
    for (const one of open) {
      bringing[one] = (PASSED_ON * ((value[one] as number) + (this.pending[one]?.hope ?? 0))) / partners;
      isOpen[one] = 1;
    }
    for (const one of open) brought[one] = this.broughtTo(one, open, partners);
    for (const one of open) {
      value[one] = (1 - PASSED_ON) * (value[one] as number) + (brought[one] as number);
      isOpen[one] = 0;
      this.pending[one] = undefined;
    }
  }

  /** The most that so many partners of a member could bring it, of what it hopes for no more than all of it. */
  private broughtTo(one: number, open: readonly number[], partners: number): number {
    const { gain, isOpen } = this;
    const pending = this.pending[one];
    if (pending === undefined) return this.mostOf(one, open, partners);
    const plain = this.mostOf(one, open, partners) + (1 - PASSED_ON) * pending.hope;
    for (const { holders, amount } of pending.lists)
      for (const other of holders)
        if (other !== one && isOpen[other] === 1) gain[other] = (gain[other] as number) + (1 - PASSED_ON) * amount;
    const exact = this.mostOf(one, open, partners);
    for (const { holders } of pending.lists) for (const other of holders) gain[other] = 0;
    return Math.min(plain, exact);
  }

  /** The most that so many partners of a member could bring it, with what is laid in `gain`. */
  private mostOf(one: number, open: readonly number[], partners: number): number {
    const { best, scales, sheet, bringing, gain } = this;
    const { pair } = scales;
    const { isApart, count } = sheet;
    const row = one * count;
    let [held, sum] = [0, 0];
    for (let index = 0; index < open.length; index += 1) {
      const other = open[index] as number;
      const brings = (pair[row + other] as number) / 2 + (bringing[other] as number) + (gain[other] as number);
      if (held === partners && brings <= (best[held - 1] as number)) continue;
      if (other === one || isApart[row + other] === 1) continue;
      if (held === partners) sum -= best[held - 1] as number;
      let at = held === partners ? held - 1 : held;
      for (; at > 0 && (best[at - 1] as number) < brings; at -= 1) best[at] = best[at - 1] as number;
      best[at] = brings;
      sum += brings;
      if (held < partners) held += 1;
    }
    return held < partners ? -Infinity : sum;
  }

  /** Notes that those who hold something bring a member so much each, all of them together so much at most. */
  hopeFor(one: number, holders: readonly number[], [amount, most]: readonly [number, number]): void {
    const pending = (this.pending[one] ??= { hope: 0, lists: [] });
    pending.hope += most;
    pending.lists.push({ holders, amount });
  }

  /** Says of two who may join, by their places, what they bring of what each hopes for; undefined where nobody hopes. */
  gainsAmong(open: readonly number[]): ((one: number, other: number) => number) | undefined {
    const { gain, pending } = this;
    const { length } = open;
    if (open.every((one) => pending[one] === undefined)) return undefined;
    const gains = new Float64Array(length * length);
    open.forEach((one, at) => {
      const hoped = pending[one];
      if (hoped === undefined) return;
      for (const { holders, amount } of hoped.lists)
        for (const other of holders) gain[other] = (gain[other] as number) + amount;
      open.forEach((other, place) => (gains[at * length + place] = Math.min(hoped.hope, gain[other] as number)));
      for (const { holders } of hoped.lists) for (const other of holders) gain[other] = 0;
      pending[one] = undefined;
    });
    return (one, other) => (gains[one * length + other] as number) + (gains[other * length + one] as number);
  }
}
