import type { Node } from "./node.ts";
import type { Sheet } from "./sheet.ts";

/** Points an even year is granted: three months of 333. */
export const EVEN_YEAR = 999;

const MONTHS = 12;

/** Says of groups whose months are all known how even their year can be. */
export class Year {
  readonly weight: number;
  private readonly sheet: Sheet;
  private readonly totals: Float64Array;
  /** By member and first month of three in a row, what it wants in these. */
  private readonly lean: Float64Array;
  private readonly sums = new Float64Array(MONTHS);

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    this.weight = sheet.weights["year-round"] ?? 0;
    this.totals = new Float64Array(sheet.count);
    this.lean = new Float64Array(sheet.count * MONTHS);
    sheet.workers.forEach((year, one) => {
      for (let month = 0; month < MONTHS; month += 1) {
        this.totals[one] = (this.totals[one] as number) + (year?.[month] ?? 0);
        const [next, last] = [(month + 1) % MONTHS, (month + 2) % MONTHS];
        this.lean[one * MONTHS + month] = (year?.[month] ?? 0) + (year?.[next] ?? 0) + (year?.[last] ?? 0);
      }
    });
  }

  /**
   * Those who may join a group that is to have so many points: the points are no more than 4000 times the part of the
   * year that any three months have, so that over the members four thousand times their wants in these months make up
   * for the points times all they want.
   */
  fitting({ group, left }: Node, open: readonly number[], pointsMin: number): readonly number[] {
    let kept = open;
    for (let month = 0; month < MONTHS && kept.length > 0; month += 1) {
      const excess = (one: number) =>
        4000 * (this.lean[one * MONTHS + month] as number) - pointsMin * (this.totals[one] as number);
      const inside = group.reduce((sum, one) => sum + excess(one), 0);
      const most = kept.map(excess).sort((a, b) => b - a);
      const others = most.slice(0, left - 1).reduce((sum, each) => sum + each, 0);
      kept = kept.filter((one) => inside + excess(one) + others >= 0);
    }
    return kept;
  }

  /** Turns to a group, to which two are to be added. */
  begin(group: readonly number[]): void {
    this.sums.fill(0);
    for (const one of group)
      this.sheet.workers[one]?.forEach((each, month) => (this.sums[month] = (this.sums[month] as number) + each));
  }

  /** Points of the group that was begun with two more, not rounded down. */
  with(one: number, other: number): number {
    const [a, b] = [this.sheet.workers[one] ?? [], this.sheet.workers[other] ?? []];
    let [first, second, third, sum] = [Infinity, Infinity, Infinity, 0];
    for (let month = 0; month < MONTHS; month += 1) {
      const each = (this.sums[month] as number) + (a[month] ?? 0) + (b[month] ?? 0);
      sum += each;
      if (each < first) [first, second, third] = [each, first, second];
      else if (each < second) [second, third] = [each, second];
      else if (each < third) third = each;
    }
    return sum < 120 ? 0 : (4000 * (first + second + third)) / sum;
  }
}
