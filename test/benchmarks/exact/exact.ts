import { Bounds } from "./bound.ts";
import type { Bounded, Branch, Node } from "./node.ts";
import type { Instance, Optimum } from "./instance.ts";
import { pricesOf } from "./prices.ts";
import { scalesOf } from "./scales.ts";
import { sheetOf, type Sheet } from "./sheet.ts";
import { connectedSets } from "./ties.ts";
import { EVEN_YEAR } from "./year.ts";
import { sizePointsOf, worthOf } from "./worth.ts";

/** What an exact search may be given. */
export interface ExactControl {
  /** A group, by places of members, to begin with: it changes how soon the end is reached and never what it is. */
  readonly start?: readonly number[];
  /** Nodes after which it is given up. */
  readonly nodesMax?: number;
}

/** The end of an exact search. */
export interface ExactResult {
  readonly optimum: Optimum | undefined;
  /** Whether no group can be better; else the search was given up. */
  readonly isProven: boolean;
  readonly nodes: number;
}

/** Nodes of a usual instance are some thousands; so many take some twenty seconds. */
const NODES_MAX = 60_000;

/** Bounds are sums in floating point, lower bounds whole numbers: so much is added before rounding down. */
const ROUNDING = 1e-4;

/** The best lawful group by branch and bound: by size, by what is known, by the largest set of tied members, then member by member. */
export function exactBest(instance: Instance, control: ExactControl = {}): ExactResult {
  const search = new Search(sheetOf(instance), control.nodesMax ?? NODES_MAX, instance.membersMax);
  if (control.start !== undefined) search.offer(control.start);
  for (let size = instance.membersMin; size <= instance.membersMax; size += 1) search.groupsOf(size);
  return { optimum: search.best, isProven: search.nodes < search.nodesMax, nodes: search.nodes };
}

/** Groups of members whose months are known, or any groups; and what they are granted for that. */
interface Case {
  readonly open: readonly number[];
  readonly granted: number;
  readonly isYearGranted: boolean;
}

class Search {
  best: Optimum | undefined;
  nodes = 0;
  readonly nodesMax: number;
  private readonly sheet: Sheet;
  private readonly ties: readonly (readonly number[])[];

  constructor(sheet: Sheet, nodesMax: number, membersMax: number) {
    this.sheet = sheet;
    this.nodesMax = nodesMax;
    this.ties = connectedSets(sheet, membersMax);
  }

  offer(group: readonly number[]): void {
    const lower = worthOf(this.sheet, group);
    if (lower !== undefined && lower > (this.best?.lower ?? -1)) this.best = { group: [...group], lower };
  }

  /** Whether something bounded by so much may be better than the best so far. */
  mayBetter(most: number): boolean {
    return Math.floor(most + ROUNDING) > (this.best?.lower ?? -1) && this.nodes < this.nodesMax;
  }

  /** All groups of one size. */
  groupsOf(size: number): void {
    const { sheet } = this;
    const scales = scalesOf(sheet, size);
    const bounds = new Bounds(sheet, scales);
    const ties = this.ties.filter((set) => set.length <= size);
    for (const { open, granted, isYearGranted } of this.cases(size)) {
      const root: Node = { group: [], open, left: size, isTieOpen: true };
      const prices = pricesOf(bounds, scales, { root, granted });
      this.byTies(bounds, { granted, prices, isTieless: false, isYearGranted }, { root, ties });
    }
  }

  /** Months count only where those of all members are known: those groups, and then all without these points. */
  private cases(size: number): readonly Case[] {
    const { weights, count, load, workers } = this.sheet;
    const everyone = Array.from({ length: count }, (_, one) => one);
    const granted = (weights["group-size"] ?? 0) * sizePointsOf(size);
    const [swing, year] = [weights["load-smoothing"] ?? 0, weights["year-round"] ?? 0];
    if (swing === 0 && year === 0) return [{ open: everyone, granted, isYearGranted: false }];
    const known = everyone.filter((one) => (swing === 0 || load[one]) && (year === 0 || workers[one]));
    return [
      { open: known, granted: granted + 1000 * swing + EVEN_YEAR * year, isYearGranted: year > 0 },
      { open: everyone, granted, isYearGranted: false },
    ];
  }

  /** Groups by the largest set of members that ties connect. */
  private byTies(
    bounds: Bounds,
    branch: Branch,
    { root, ties }: { readonly root: Node; readonly ties: readonly (readonly number[])[] },
  ): void {
    const narrowed = this.narrowed(bounds, root, branch);
    if (narrowed === undefined) return;
    const open = narrowed.order;
    const { weights, tied, isApart, count } = this.sheet;
    const weight = weights.ties ?? 0;
    if (weight === 0) return this.explore(bounds, { ...root, open, isTieOpen: false }, branch);
    const isOpen = new Set(open);
    const tieless = bounds.of({ ...root, open, isTieOpen: false }, branch);
    const tie = (1000 * weight) / root.left;
    const starts = [[], ...ties]
      .filter((set) => set.every((one) => isOpen.has(one)))
      .map((set) => ({ set, most: tieless.withAll(set) + tie * set.length }))
      .filter(({ most }) => this.mayBetter(most))
      .sort((a, b) => b.most - a.most);
    for (const { set, most } of starts) {
      if (!this.mayBetter(most)) break;
      const free = open.filter((one) =>
        set.every((other) => one !== other && isApart[one * count + other] !== 1 && !tied[one]?.includes(other)),
      );
      const node: Node = { group: set, open: free, left: root.left - set.length, isTieOpen: false };
      this.explore(bounds, node, {
        ...branch,
        granted: branch.granted + tie * set.length,
        isTieless: set.length === 0,
      });
    }
  }

  /** Leaves out, again and again, whoever cannot be in a better group. Undefined where there is none. */
  private narrowed(bounds: Bounds, node: Node, branch: Branch): Bounded | undefined {
    let { open } = node;
    for (;;) {
      this.nodes += 1;
      const bounded = bounds.of({ ...node, open }, branch);
      if (!this.mayBetter(bounded.from(0))) return undefined;
      const promising = bounded.order.filter((one) => this.mayBetter(bounded.withOne(one)));
      const spare = bounded.from(0) - (this.best?.lower ?? 0);
      const kept = branch.isYearGranted
        ? bounds.year.fitting({ ...node, open }, promising, EVEN_YEAR - spare / bounds.year.weight)
        : promising;
      if (kept.length === open.length) return bounded;
      open = kept;
    }
  }

  /** Tries every two who may complete a group. */
  private complete(bounds: Bounds, node: Node, branch: Branch): void {
    const { tied } = this.sheet;
    this.nodes += 1;
    bounds.pairs(node, branch, {
      mayBetter: (most) => this.mayBetter(most),
      visit: (one, other) => {
        if (!branch.isTieless || !tied[one]?.includes(other)) this.offer([...node.group, one, other]);
      },
    });
  }

  private explore(bounds: Bounds, node: Node, branch: Branch): void {
    if (node.left === 0) return this.offer(node.group);
    if (node.left === 2) return this.complete(bounds, node, branch);
    const bounded = this.narrowed(bounds, node, branch);
    if (bounded === undefined) return;
    if (node.left === 1) {
      for (const one of bounded.order) if (this.mayBetter(bounded.withOne(one))) this.offer([...node.group, one]);
      return;
    }
    const { isApart, tied, count } = this.sheet;
    // Without any ties granted, nobody who is tied to a member joins: such groups lie in another branch.
    const isTieless = branch.isTieless;
    for (let at = 0; at < bounded.order.length; at += 1) {
      if (!this.mayBetter(bounded.from(at))) return;
      const one = bounded.order[at] as number;
      const rest = bounded.order
        .slice(at + 1)
        .filter((other) => isApart[one * count + other] !== 1 && !(isTieless && tied[one]?.includes(other)));
      this.explore(bounds, { ...node, group: [...node.group, one], open: rest, left: node.left - 1 }, branch);
    }
  }
}
