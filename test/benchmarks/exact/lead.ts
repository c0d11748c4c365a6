import type { Scales } from "./scales.ts";
import type { Sheet } from "./sheet.ts";

/** Levels of leading, from unknown. */
export const LEVELS = [-1, 0, 1, 2, 3] as const;

/** Who leads how well, and what that brings. */
export class Leaders {
  private readonly sheet: Sheet;
  private readonly scales: Scales;

  constructor(sheet: Sheet, scales: Scales) {
    this.sheet = sheet;
    this.scales = scales;
  }

  levelOf(one: number): number {
    return this.sheet.leader[one] as number;
  }

  levelsOf(group: readonly number[]): readonly number[] {
    return group.map((one) => this.levelOf(one)).sort((a, b) => b - a);
  }

  /** Of a first and second leader of these levels, -1 for nobody. */
  points(first: number, second: number): number {
    return (this.scales.first[first] ?? 0) + (this.scales.second[second] ?? 0);
  }

  /** Of the two best of some levels. */
  pointsOf(levels: readonly number[]): number {
    const [first = -1, second = -1] = levels.toSorted((a, b) => b - a);
    return this.points(first, second);
  }
}

interface Ordered {
  readonly order: readonly number[];
  readonly values: Float64Array;
  readonly left: number;
}

/** The most that leading can bring, less what it costs to take leaders who bring less otherwise. */
export class Lead {
  private readonly leaders: Leaders;
  private readonly ordered: Ordered;
  private readonly levels: readonly number[];

  constructor(leaders: Leaders, levels: readonly number[], ordered: Ordered) {
    this.leaders = leaders;
    this.ordered = ordered;
    this.levels = levels.toSorted((a, b) => b - a);
  }

  /** With the next of the order from a place, of whom so many may be chosen for leading. */
  from(place: number, chosenMax = this.ordered.left): number {
    const [own = -1, next = -1] = this.levels;
    let most = this.leaders.points(own, next);
    for (let first = 3; first >= Math.max(0, own); first -= 1) {
      const firstCost = own >= first ? 0 : this.cost(place, first, chosenMax < 1 ? Infinity : 1);
      if (firstCost === Infinity) continue;
      for (let second = first; second >= -1; second -= 1) {
        const held = this.levels.filter((level) => level >= second).length;
        const wanted = Math.max(0, 2 - held);
        const cost = second < 0 ? 0 : this.cost(place, second, wanted > chosenMax ? Infinity : wanted);
        if (cost === Infinity) continue;
        most = Math.max(most, this.leaders.points(first, second) - Math.max(firstCost, cost));
      }
    }
    return most;
  }

  /** What is lost at least where one or two of those who join have a level. */
  private cost(place: number, level: number, wanted: number): number {
    const { order, values, left } = this.ordered;
    if (wanted > left) return Infinity;
    let found = 0;
    let lost = 0;
    for (let at = place; at < order.length && found < wanted; at += 1) {
      if (this.leaders.levelOf(order[at] as number) < level) continue;
      // Those who bring most are taken anyhow; one beyond them takes the place of the last of them not yet given up.
      if (at >= place + left) lost += (values[place + left - 1] as number) - (values[at] as number);
      found += 1;
    }
    return found < wanted ? Infinity : lost;
  }
}
