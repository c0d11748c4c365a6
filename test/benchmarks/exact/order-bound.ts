import type { ComponentId } from "../../../api/src/matching/terms.ts";
import type { Instance } from "./instance.ts";
import { metBy, servedBy } from "./sheet.ts";
import { shareOf, sizePointsOf } from "./worth.ts";

/** Rounds in which prices are sought at most, and those after which members out of the question are let go. */
const ROUNDS = 60;
const ROUNDS_A_CUT = 15;

const MONTHS = 12;

/** What is known of everybody an order may go to, as far as groups of one size are concerned: all but who goes with whom. */
interface Columns {
  /** By member: what it brings whoever else is in the group, at most. */
  readonly own: Float64Array;
  /** By member, the covers it has. */
  readonly covers: readonly (readonly number[])[];
  /** By member and month, the part of the demand it delivers; undefined where none. */
  readonly delivers: readonly (Float64Array | undefined)[];
}

/** An upper bound on all groups of one size, and the members a group better than a known one can have. */
export interface OrderBounded {
  readonly most: number;
  /** Those who promise most first. */
  readonly kept: readonly number[];
}

/**
 * Bounds groups for an order among tens of thousands: requirements, areas, months and leading exactly but for
 * fractions (Lagrange's multipliers), needs and ties by what each member could bring at best.
 */
export class OrderBound {
  private readonly instance: Instance;
  private readonly weight: (id: ComponentId) => number;
  private readonly met: readonly (readonly number[])[];
  private readonly served: readonly (readonly number[])[];
  private readonly press: readonly (readonly [number, number])[];
  private readonly isTied: readonly boolean[];

  constructor(instance: Instance) {
    const { members, question } = instance;
    const answers = new Map(Object.entries(question.terms.jointAnswers));
    const named = new Set(members.flatMap(({ ties }) => ties ?? []));
    this.instance = instance;
    this.weight = (wanted) => question.weighed.find(({ id }) => id === wanted)?.weight ?? 0;
    this.met = members.map((member) => metBy(member, question.demand));
    this.served = members.map((member) => servedBy(member, question));
    this.press = members.map(({ needs }) => {
      const presses = [...(needs ?? [])].map(([issue, level]) => level * (answers.get(issue) ?? 1000));
      const [first = 0, next = 0] = presses.sort((a, b) => b - a);
      return [first, next];
    });
    this.isTied = members.map(({ id, ties }) => named.has(id) || (ties ?? []).length > 0);
  }

  /** Falling gains of the first and next member with each requirement, area and level of leading. */
  private gains(): readonly (readonly number[])[] {
    const { demand, terms } = this.instance.question;
    const [requirements, areas] = [demand.requirements?.length ?? 0, demand.areas?.length ?? 0];
    const [first, second] = [this.weight("coverage"), this.weight("redundancy")];
    return [
      ...Array.from({ length: requirements }, (_, at) => [
        first * shareOf(requirements, at + 1) + second * shareOf(2 * requirements, 2 * at + 1),
        second * shareOf(2 * requirements, 2 * at + 2),
      ]),
      ...Array.from({ length: areas }, (_, at) => [this.weight("area-coverage") * shareOf(areas, at + 1)]),
      ...[1, 2, 3].map((level) => {
        const more = (terms.leaderPoints[level] ?? 0) - (terms.leaderPoints[level - 1] ?? 0);
        return [this.weight("leader") * more, this.weight("second-leader") * more];
      }),
    ];
  }

  private columns(size: number): Columns {
    const { members, question } = this.instance;
    const { demand } = question;
    const [requirements, areas] = [demand.requirements?.length ?? 0, demand.areas?.length ?? 0];
    const need = this.weight("shared-need") / (30 * size);
    const tie = (1000 * this.weight("ties")) / size;
    const isAble = (one: number) => requirements === 0 || (this.met[one]?.length ?? 0) > 0;
    return {
      own: Float64Array.from(members, (_, one) => {
        const [first, next] = this.press[one] as readonly [number, number];
        return need * (7 * first + 3 * next) + (this.isTied[one] ? tie : 0);
      }),
      covers: members.map(({ leader = 0 }, one) => [
        ...(this.met[one] ?? []),
        ...(this.served[one] ?? []).map((at) => requirements + at),
        ...[1, 2, 3].filter((level) => leader >= level).map((level) => requirements + areas + level - 1),
      ]),
      delivers: members.map(({ monthlyCapacity }, one) =>
        monthlyCapacity === undefined || !isAble(one) || demand.unitsPerMonth === undefined
          ? undefined
          : Float64Array.from(demand.unitsPerMonth, (units, month) =>
              units === 0 ? 0 : Math.min(1, (monthlyCapacity[month] ?? 0) / units),
            ),
      ),
    };
  }

  /** Bounds all groups of one size, or those of members whose months are all known; the latter may even out in full. */
  of(size: number, isLoadKnown: boolean, known: number): OrderBounded {
    const { members, question } = this.instance;
    const units = question.demand.unitsPerMonth;
    const months = Array.from({ length: MONTHS }, (_, at) => this.weight("capacity-fit") * shareOf(MONTHS, at + 1));
    const idle = months.filter((_, at) => units?.[at] === 0).reduce((sum, points) => sum + points, 0);
    const granted =
      this.weight("group-size") * sizePointsOf(size) + idle + (isLoadKnown ? 1000 * this.weight("load-smoothing") : 0);
    const open = [...members.keys()].filter((one) => !isLoadKnown || members[one]?.monthlyLoad !== undefined);
    const priced = new Prices(
      this.gains(),
      units === undefined ? [] : months.map((gain, at) => (units[at] === 0 ? 0 : gain)),
    );
    return priced.narrow(this.columns(size), { open, size, granted, known });
  }
}

interface Narrowing {
  readonly open: readonly number[];
  readonly size: number;
  readonly granted: number;
  readonly known: number;
}

class Prices {
  private readonly gains: readonly (readonly number[])[];
  private readonly months: readonly number[];

  constructor(gains: readonly (readonly number[])[], months: readonly number[]) {
    this.gains = gains;
    this.months = months;
  }

  /** Seeks prices, each round towards what the members taken bring too much or too little of, and lets go who is out of the question. */
  narrow(columns: Columns, { open, size, granted, known }: Narrowing): OrderBounded {
    const { gains, months } = this;
    let prices: Float64Array = Float64Array.from([
      ...gains.map(([gain = 0]) => gain / 2),
      ...months.map((gain) => gain / 2),
    ]);
    let kept = open;
    let [least, step] = [Infinity, 1];
    let best = prices;
    for (let round = 0; round < ROUNDS; round += 1) {
      const { most, taken } = this.bound(columns, { kept, size, granted, prices });
      if (most < least) [least, best] = [most, prices];
      else step *= 0.9;
      if (Math.floor(least + 1e-4) <= known) return { most: least, kept: [] };
      prices = this.next(columns, prices, { taken, length: step * Math.max(1, most - known) });
      if (round % ROUNDS_A_CUT === ROUNDS_A_CUT - 1) {
        kept = this.cut(columns, { kept, size, granted, prices: best }, known);
        if (kept.length < size) return { most: known, kept: [] };
      }
    }
    const values = new Map(kept.map((one) => [one, this.value(columns, one, best)]));
    return { most: least, kept: kept.toSorted((a, b) => (values.get(b) ?? 0) - (values.get(a) ?? 0)) };
  }

  private value(columns: Columns, one: number, prices: Float64Array): number {
    const { own, covers, delivers } = columns;
    let value = own[one] as number;
    for (const cover of covers[one] ?? []) value += prices[cover] as number;
    const parts = delivers[one];
    if (parts !== undefined)
      for (let month = 0; month < parts.length; month += 1)
        value += (prices[this.gains.length + month] as number) * (parts[month] as number);
    return value;
  }

  private bound(
    columns: Columns,
    {
      kept,
      size,
      granted,
      prices,
    }: {
      readonly kept: readonly number[];
      readonly size: number;
      readonly granted: number;
      readonly prices: Float64Array;
    },
  ) {
    const taken: number[] = [];
    const values: number[] = [];
    for (const one of kept) {
      const value = this.value(columns, one, prices);
      if (taken.length === size && value <= (values[size - 1] as number)) continue;
      let at = Math.min(taken.length, size - 1);
      for (; at > 0 && (values[at - 1] as number) < value; at -= 1) {
        values[at] = values[at - 1] as number;
        taken[at] = taken[at - 1] as number;
      }
      values[at] = value;
      taken[at] = one;
    }
    let most = granted;
    this.gains.forEach((places, at) => places.forEach((gain) => (most += Math.max(0, gain - (prices[at] as number)))));
    this.months.forEach((gain, at) => (most += Math.max(0, gain - (prices[this.gains.length + at] as number))));
    for (const value of values) most += value;
    return { most, taken, last: values[size - 1] ?? -Infinity };
  }

  private cut(columns: Columns, at: Parameters<Prices["bound"]>[1], known: number): readonly number[] {
    const { most, last } = this.bound(columns, at);
    return at.kept.filter(
      (one) => Math.floor(most - Math.max(0, last - this.value(columns, one, at.prices)) + 1e-4) > known,
    );
  }

  private next(
    { covers, delivers }: Columns,
    prices: Float64Array,
    { taken, length }: { readonly taken: readonly number[]; readonly length: number },
  ): Float64Array {
    const slope = Float64Array.from(prices, (price, at) => {
      const month = at - this.gains.length;
      const asked =
        month < 0
          ? (this.gains[at] ?? []).filter((gain) => gain > price).length
          : Number((this.months[month] ?? 0) > price);
      return taken.reduce(
        (sum, one) => sum + (month < 0 ? Number(covers[one]?.includes(at)) : (delivers[one]?.[month] ?? 0)),
        -asked,
      );
    });
    const square = slope.reduce((sum, each) => sum + each * each, 0);
    if (square === 0) return prices;
    return prices.map((price, at) => {
      const ceiling = this.gains[at]?.[0] ?? this.months[at - this.gains.length] ?? 0;
      return Math.min(ceiling, Math.max(0, price - (length / square) * (slope[at] as number)));
    });
  }
}
