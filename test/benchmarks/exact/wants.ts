import type { Node } from "./node.ts";
import type { Partners } from "./partners.ts";
import type { Scales } from "./scales.ts";
import { holdersOf, type Held, type Sheet } from "./sheet.ts";

/** Bounds what members' wants and offers bring. */
export class Wants {
  private readonly sheet: Sheet;
  private readonly scales: Scales;
  private readonly partners: Partners;
  private readonly suppliers: Int32Array;
  private readonly offerers: readonly (readonly number[])[];

  constructor(sheet: Sheet, scales: Scales, partners: Partners) {
    this.sheet = sheet;
    this.scales = scales;
    this.partners = partners;
    this.suppliers = new Int32Array(sheet.skills);
    this.offerers = holdersOf(sheet.offers, sheet.skills);
  }

  /** Points of the two strongest of met wants, whose levels are counted by level. */
  private wantPoints(met: readonly number[]): number {
    const [strong, next] = this.scales.wants;
    let points = 0;
    let taken = 0;
    for (let level = 3; level > 0 && taken < 2; level -= 1) {
      for (let times = met[level] as number; times > 0 && taken < 2; times -= 1) {
        points += (taken === 0 ? strong : next)[level] as number;
        taken += 1;
      }
    }
    return points;
  }

  /** Lays what those who may join bring. @returns what the group has */
  lay({ group, open, left }: Node, value: Float64Array): number {
    const { sheet, suppliers } = this;
    const { wants, offers, isOffered, skills } = sheet;
    let base = 0;
    for (const one of group) {
      const met = [0, 0, 0, 0];
      const unmet: Held[] = [];
      for (const want of wants[one] ?? []) {
        if (group.some((other) => other !== one && isOffered[other * skills + want.tag] === 1))
          met[want.amount] = (met[want.amount] as number) + 1;
        else unmet.push(want);
      }
      const now = this.wantPoints(met);
      base += now;
      if (unmet.length > 0)
        for (const other of open) value[other] = (value[other] as number) + this.supply(other, unmet, { met, now });
    }
    for (const one of open) for (const { tag } of offers[one] ?? []) suppliers[tag] = (suppliers[tag] as number) + 1;
    for (const one of open) {
      const { now, hope } = this.own(one, group, left > 1);
      value[one] = (value[one] as number) + now;
      if (hope > 0) this.partners.hopeFor(one, [], [0, hope]);
    }
    for (const one of open) for (const { tag } of offers[one] ?? []) suppliers[tag] = 0;
    return base;
  }

  /** What the group meets of a member's wants, and what those who join with it may meet. */
  private own(one: number, group: readonly number[], areOthersToJoin: boolean): { now: number; hope: number } {
    const { sheet, suppliers } = this;
    const { wants, isOffered, skills } = sheet;
    const own = wants[one] ?? [];
    if (own.length === 0) return { now: 0, hope: 0 };
    const met = [0, 0, 0, 0];
    const unmet: Held[] = [];
    for (const want of own) {
      if (group.some((other) => isOffered[other * skills + want.tag] === 1))
        met[want.amount] = (met[want.amount] as number) + 1;
      else if (areOthersToJoin && (suppliers[want.tag] as number) > (isOffered[one * skills + want.tag] as number))
        unmet.push(want);
    }
    const now = this.wantPoints(met);
    const all = [...met];
    for (const { tag, amount } of unmet) {
      all[amount] = (all[amount] as number) + 1;
      const alone = [...met];
      alone[amount] = (alone[amount] as number) + 1;
      this.partners.hopeFor(one, this.offerers[tag] as readonly number[], [this.wantPoints(alone) - now, 0]);
    }
    return { now, hope: this.wantPoints(all) - now };
  }

  /** What a member that joins adds to a group's member whose wants are unmet; together they add no more than singly. */
  private supply(
    supplier: number,
    unmet: readonly Held[],
    { met, now }: { readonly met: readonly number[]; readonly now: number },
  ): number {
    const { isOffered, skills } = this.sheet;
    let more: number[] | undefined;
    for (const { tag, amount } of unmet) {
      if (isOffered[supplier * skills + tag] !== 1) continue;
      more ??= [...met];
      more[amount] = (more[amount] as number) + 1;
    }
    return more === undefined ? 0 : this.wantPoints(more) - now;
  }
}
