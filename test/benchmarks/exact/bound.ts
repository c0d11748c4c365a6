import { Lead, Leaders, LEVELS } from "./lead.ts";
import { Needs } from "./needs.ts";
import type { Bounded, Branch, Node } from "./node.ts";
import { OrderParts } from "./order-parts.ts";
import { Partners } from "./partners.ts";
import type { Scales } from "./scales.ts";
import type { Sheet } from "./sheet.ts";
import { Spends } from "./spends.ts";
import { Wants } from "./wants.ts";
import { EVEN_YEAR, Year } from "./year.ts";

/** Which bounds are worth a look, and what is done with two who reach one. */
interface PairVisit {
  readonly mayBetter: (most: number) => boolean;
  readonly visit: (one: number, other: number) => void;
}

/** Bounds nodes of groups of one size. Every bound is the true worth with some of its conditions left out. */
export class Bounds {
  readonly year: Year;
  private readonly sheet: Sheet;
  private readonly scales: Scales;
  private readonly needs: Needs;
  private readonly leaders: Leaders;
  private readonly partners: Partners;
  private readonly wants: Wants;
  private readonly spends: Spends;
  private readonly order: OrderParts;
  /** By member, what it brings a node at most; of those who may join. */
  private readonly value: Float64Array;
  private readonly isIn: Uint8Array;

  constructor(sheet: Sheet, scales: Scales) {
    this.sheet = sheet;
    this.scales = scales;
    this.year = new Year(sheet);
    this.needs = new Needs(sheet, scales.size);
    this.leaders = new Leaders(sheet, scales);
    this.partners = new Partners(sheet, scales);
    this.wants = new Wants(sheet, scales, this.partners);
    this.spends = new Spends(sheet, scales, this.partners);
    this.order = new OrderParts(scales);
    this.value = new Float64Array(sheet.count);
    this.isIn = new Uint8Array(sheet.count);
  }

  of(node: Node, branch: Branch): Bounded {
    const { value, leaders } = this;
    const { left } = node;
    const base = this.lay(node, branch);
    if (left > 1 && this.scales.hasPairs) this.partners.lay(node, value);
    const order = node.open.toSorted((a, b) => (value[b] as number) - (value[a] as number));
    const values = Float64Array.from(order, (one) => value[one] as number);
    const levels = leaders.levelsOf(node.group);
    const leading = (own: readonly number[]) => new Lead(leaders, own, { order, values, left });
    const lead = leading(levels);
    const leadWith = LEVELS.map((level) => (left > 1 ? leading([...levels, level]).from(0, left - 1) : 0));
    const top = (place: number, count: number) => {
      let sum = 0;
      for (let at = place; at < place + count; at += 1) sum += values[at] as number;
      return sum;
    };
    const last = values[left - 1] as number;
    return {
      order,
      from: (place) => (place + left > order.length ? -Infinity : base + top(place, left) + lead.from(place)),
      withAll: (members) => {
        const own = members.reduce((sum, one) => sum + (value[one] as number), 0);
        return base + own + top(0, left - members.length) + leaders.points(3, 3);
      },
      withOne: (one) => {
        if (order.length < left) return -Infinity;
        const own = value[one] as number;
        const level = leaders.levelOf(one);
        if (left === 1) return base + own + leaders.pointsOf([...levels, level]);
        return base + top(0, left) - Math.max(0, last - own) + (leadWith[level + 1] as number);
      },
    };
  }

  /** Calls back for every two who may complete a node that lacks two to something better. */
  pairs(node: Node, branch: Branch, { mayBetter, visit }: PairVisit): void {
    const { open, group } = node;
    const { value, leaders, needs, year } = this;
    const { isApart, count } = this.sheet;
    const base = this.lay(node, branch);
    const gained = this.partners.gainsAmong(open);
    needs.begin(group);
    if (branch.isYearGranted) year.begin(group);
    const levels = leaders.levelsOf(group);
    const leading = LEVELS.map((one) => LEVELS.map((other) => leaders.pointsOf([...levels, one, other])));
    for (let at = 0; at < open.length; at += 1) {
      const one = open[at] as number;
      const row = one * count;
      const own = base + (value[one] as number);
      const lead = leading[leaders.levelOf(one) + 1] as readonly number[];
      for (let after = at + 1; after < open.length; after += 1) {
        const other = open[after] as number;
        if (isApart[row + other] === 1) continue;
        const together = (this.scales.pair[row + other] as number) + (lead[leaders.levelOf(other) + 1] as number);
        const rough = own + (value[other] as number) + together + (gained?.(at, after) ?? 0);
        if (!mayBetter(rough)) continue;
        // What both hope of shared needs, and of the year, is taken back for what it is.
        const most = rough - needs.laid(one) - needs.laid(other) + needs.with(one, other);
        if (!mayBetter(most)) continue;
        const uneven = branch.isYearGranted ? year.weight * (EVEN_YEAR - year.with(one, other)) : 0;
        if (mayBetter(most - uneven)) visit(one, other);
      }
    }
  }

  /** Lays what each who may join brings, but what they bring each other. @returns what the group has and is granted */
  private lay(node: Node, branch: Branch): number {
    const { value, scales, needs } = this;
    let base = branch.granted + scales.given;
    if (node.open.length === 0) base += needs.of(node.group);
    else needs.lay(node, value);
    base += this.layPairs(node);
    if (scales.tie > 0 && node.isTieOpen) this.layTies(node);
    if (scales.rival > 0) base += this.layRivals(node);
    if ((scales.wants[0][3] as number) > 0) base += this.wants.lay(node, value);
    if (this.sheet.weights["purchase-overlap"] !== undefined) base += this.spends.lay(node, value);
    if (scales.covers.length + scales.months.length > 0) base += this.order.lay(node, branch.prices, value);
    return base;
  }

  private layPairs({ group, open }: Node): number {
    const { value, sheet } = this;
    const { pair } = this.scales;
    let base = 0;
    group.forEach((one, at) => {
      const row = one * sheet.count;
      for (const other of open) value[other] = (value[other] as number) + (pair[row + other] as number);
      for (let before = 0; before < at; before += 1) base += pair[row + (group[before] as number)] as number;
    });
    return base;
  }

  /** Whoever is tied to anybody at hand may be among the largest set of tied members. */
  private layTies({ group, open }: Node): void {
    const { value, scales, sheet, isIn } = this;
    for (const one of [...open, ...group]) isIn[one] = 1;
    for (const one of open)
      if (sheet.tied[one]?.some((other) => isIn[other] === 1)) value[one] = (value[one] as number) + scales.tie;
    for (const one of [...open, ...group]) isIn[one] = 0;
  }

  private layRivals({ group, open }: Node): number {
    const { value, scales, sheet } = this;
    const { isRival, count } = sheet;
    const isFree = (one: number) => group.every((other) => isRival[one * count + other] !== 1);
    for (const one of open) if (isFree(one)) value[one] = (value[one] as number) + scales.rival;
    return scales.rival * group.filter(isFree).length;
  }
}
