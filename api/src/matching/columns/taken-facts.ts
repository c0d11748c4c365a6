import type { LicenceFact, Months, PurchaseFact } from "../snapshot.ts";
import {
  ANYWHERE,
  UNKNOWN,
  type LicenceColumn,
  type ListColumn,
  type MonthColumn,
  type PurchaseColumn,
} from "./columns.ts";
import { GrowingInts, GrowingNumbers } from "./growing.ts";
import { sharedAmounts, sharedCompact, sharedInt32, sharedSmallAmounts, sharedUint32 } from "./shared.ts";
import { sortBetween } from "./taken-tags.ts";
import { WordNumbers } from "./word-numbers.ts";

/** Months in a year. */
const MONTHS = 12;

/** Items bought, one list a business, taken in as they come. */
export class TakenPurchases {
  readonly items = new WordNumbers();
  private readonly start = new GrowingInts();
  private readonly item = new GrowingInts();
  private readonly yen = new GrowingNumbers();
  /** By number of an item: where it was taken in last. */
  private readonly lastAt: number[] = [];

  constructor() {
    this.start.push(0);
  }

  /** Takes in one list; an item named twice is added up. @returns whether the spend is known */
  add(purchases: readonly PurchaseFact[] | undefined): boolean {
    const isKnown = purchases !== undefined && purchases.every(([, yen]) => yen !== undefined);
    const from = this.item.length;
    for (const [item, yen = 0] of isKnown ? purchases : []) {
      const number = this.items.numberOf(item);
      const known = this.lastAt[number] ?? -1;
      if (known >= from) this.yen.change(known, (this.yen.values[known] as number) + yen);
      else {
        this.lastAt[number] = this.item.length;
        this.item.push(number);
        this.yen.push(yen);
      }
    }
    this.start.push(this.item.length);
    return isKnown;
  }

  /** The lists in the order of candidates, by item. */
  laidOut(order: Int32Array, placeOf: Int32Array): PurchaseColumn {
    const { start, item, yen } = this;
    const column = {
      start: sharedUint32(order.length + 1),
      item: sharedCompact(item.length, placeOf.length),
      yen: sharedAmounts(item.length, yen.greatest),
    };
    let to = 0;
    order.forEach((from, candidate) => {
      const begin = to;
      for (let at = start.values[from] as number; at < (start.values[from + 1] as number); at += 1, to += 1) {
        const number = placeOf[item.values[at] as number] as number;
        let place = to;
        for (; place > begin && (column.item[place - 1] as number) > number; place -= 1) {
          column.item[place] = column.item[place - 1] as number;
          column.yen[place] = column.yen[place - 1] as number;
        }
        column.item[place] = number;
        column.yen[place] = yen.values[at] as number;
      }
      column.start[candidate + 1] = to;
    });
    return column;
  }
}

/** Licences, one list a business, in the order they are told. */
export class TakenLicences {
  readonly kinds = new WordNumbers();
  readonly areas = new WordNumbers();
  private readonly start = new GrowingInts();
  private readonly kind = new GrowingInts();
  private readonly area = new GrowingInts();

  constructor() {
    this.start.push(0);
  }

  add(licences: readonly LicenceFact[] | undefined): void {
    for (const [kind, area] of licences ?? []) {
      this.kind.push(this.kinds.numberOf(kind));
      this.area.push(area === undefined ? UNKNOWN : this.areas.numberOf(area));
    }
    this.start.push(this.kind.length);
  }

  laidOut(order: Int32Array, places: { readonly kinds: Int32Array; readonly areas: Int32Array }): LicenceColumn {
    const { start, kind, area } = this;
    const column = {
      start: sharedUint32(order.length + 1),
      kind: sharedCompact(kind.length, places.kinds.length),
      area: sharedCompact(kind.length, places.areas.length + 1),
    };
    let to = 0;
    order.forEach((from, candidate) => {
      for (let at = start.values[from] as number; at < (start.values[from + 1] as number); at += 1, to += 1) {
        const where = area.values[at] as number;
        column.kind[to] = places.kinds[kind.values[at] as number] as number;
        column.area[to] = where === UNKNOWN ? ANYWHERE : (places.areas[where] as number) + 1;
      }
      column.start[candidate + 1] = to;
    });
    return column;
  }
}

/** Twelve numbers each, of those of whom they are known. */
export class TakenMonths {
  private readonly row = new GrowingInts();
  private readonly months = new GrowingNumbers();

  add(months: Months | undefined): void {
    this.row.push(months === undefined ? UNKNOWN : this.months.length / MONTHS);
    for (let month = 0; months !== undefined && month < MONTHS; month += 1) this.months.push(months[month] ?? 0);
  }

  laidOut(order: Int32Array): MonthColumn {
    const { row, months } = this;
    const column = {
      row: sharedInt32(order.length),
      months: sharedSmallAmounts(months.length, months.greatest),
    };
    let next = 0;
    order.forEach((from, candidate) => {
      const taken = row.values[from] as number;
      column.row[candidate] = taken === UNKNOWN ? UNKNOWN : next;
      if (taken === UNKNOWN) return;
      column.months.set(months.values.subarray(taken * MONTHS, (taken + 1) * MONTHS), next * MONTHS);
      next += 1;
    });
    return column;
  }
}

/** Who each business names as tied, taken in before everyone is known. */
export class TakenTies {
  private readonly names = new WordNumbers();
  private readonly start = new GrowingInts();
  private readonly name = new GrowingInts();

  constructor() {
    this.start.push(0);
  }

  add(ties: readonly string[] | undefined): void {
    for (const tie of ties ?? []) this.name.push(this.names.numberOf(tie));
    this.start.push(this.name.length);
  }

  /** The candidates named, in their order, each once; oneself and those who are not among the businesses are left out. */
  laidOut(order: Int32Array, ids: readonly string[]): ListColumn {
    const { start, name } = this;
    const tied = this.candidatesNamed(order, ids);
    const named = new GrowingInts();
    const starts = sharedUint32(order.length + 1);
    order.forEach((from, candidate) => {
      const begin = start.values[from] as number;
      const end = start.values[from + 1] as number;
      for (let at = begin; at < end; at += 1) name.values[at] = tied[name.values[at] as number] as number;
      sortBetween(name.values, begin, end);
      for (let at = begin; at < end; at += 1) {
        const other = name.values[at] as number;
        const isRepeated = at > begin && other === name.values[at - 1];
        if (other !== UNKNOWN && other !== candidate && !isRepeated) named.push(other);
      }
      starts[candidate + 1] = named.length;
    });
    const entry = sharedCompact(named.length, order.length);
    entry.set(named.values.subarray(0, named.length));
    return { start: starts, entry };
  }

  /** By number of a name: the candidate whose id it is. */
  private candidatesNamed(order: Int32Array, ids: readonly string[]): Int32Array {
    const { names } = this;
    const candidateOf = new Int32Array(order.length);
    for (let candidate = 0; candidate < order.length; candidate += 1)
      candidateOf[order[candidate] as number] = candidate;
    const tied = new Int32Array(names.count).fill(UNKNOWN);
    // Looking each id up among the names is cheaper than making a map of all ids.
    for (let from = 0; from < ids.length; from += 1) {
      const named = names.knownNumberOf(ids[from] as string);
      if (named !== undefined) tied[named] = candidateOf[from] as number;
    }
    return tied;
  }
}
