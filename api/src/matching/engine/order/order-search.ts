import type { Field } from "../field.ts";
import { meetingsOf, type MayMeet } from "../meetings.ts";
import { Overlaps } from "../overlaps.ts";
import { POOL_MAX } from "../part.ts";
import type { GroupLimits, Report } from "../seed-solver.ts";
import { Bearers, flatMap } from "./bearers.ts";
import { ExactClimb } from "./exact-climb.ts";
import { orderGainsOf, type OrderGains } from "./order-gains.ts";
import { roughExchange, roughGrowth, roughPairs, type RoughLimits } from "./rough-climb.ts";
import { RoughGroup } from "./rough-group.ts";
import { ableToBear, byStanding, EVERYONE_MAX, thinned } from "./thinning.ts";

/**
 * Centres around which groups are grown at most, and those around which they are grown both of members whose months are
 * known and of all.
 */
const [CENTRES_MAX, CENTRES_OF_BOTH] = [150, 4];

/** Groups of the kind that comes to more, before the best one of the other kind. */
const LEADING_FIRST = 3;

/** Centres to the greatest distance between two members. */
const CENTRES_WITHIN = 4;

/** Groups that are bettered among those near their centre, then among those near themselves, then among each other's members, at most. */
const [BETTERED_MAX, WIDE_MAX, CROSSED_MAX] = [30, 20, 10];

/** Bearers looked at after which none of each is begun any more: large groups take longer. */
const LOOKS = { gathered: 250_000, bettered: 250_000, wide: 400_000, crossed: 150_000 } as const;

/** Percent of these for each group after the first, which is to differ from those before it. */
const FURTHER_PERCENT = 40;

/** Bearers looked at roughly in the time a group is examined by the parts. */
const LOOKS_A_GROUP = 8;

/** Percent of the greatest distance between two members in which bearers count as near a group. */
const NEAR_PERCENT = 75;

/** Times a group is bettered two members at a time, and times it is finished, at most. */
const [PASSES_MAX, ROUNDS_MAX] = [3, 3];

/** Guesses finished at most, until one comes to a group that may be proposed; among few bearers all are. */
const FINISHED_MAX = 6;

/** How far from bettering a group somebody may be to be tried exactly, points × weight, and two at a time, how many. */
const [CLOSE, CLOSEST] = [1_500, 120];

/** More than any number of centres from south to north. */
const CENTRES_ACROSS = 2 ** 26;

/** A group as the rough reckoning has it: bearers in order. */
interface Guess {
  readonly members: readonly number[];
  readonly worth: number;
}

const bestFirst = (a: Guess, b: Guess): number => b.worth - a.worth;

/** A guess, and who might join it. */
interface Gathered {
  readonly guess: Guess;
  readonly joining: Int32Array;
}

const bestGathered = (a: Gathered, b: Gathered): number => bestFirst(a.guess, b.guess);

type Grown = Readonly<Record<"known" | "all", Gathered[]>>;

/** The kind whose best group promises more: months that are known have yet to be evened out, for which they are given all it can bring. */
function leadingKind({ known, all }: Grown, smoothing: number): "known" | "all" {
  const most = (of: readonly Gathered[]) => of.reduce((best, { guess }) => Math.max(best, guess.worth), -Infinity);
  return most(known) + smoothing >= most(all) ? "known" : "all";
}

/** Each group once, the best first; of equals the first. */
function distinct(guesses: readonly Guess[]): readonly Guess[] {
  const byKey = new Map<string, Guess>();
  for (const guess of guesses.toSorted(bestFirst)) {
    const key = guess.members.join();
    if (!byKey.has(key)) byKey.set(key, guess);
  }
  return [...byKey.values()];
}

/**
 * Searches groups for one order, without a bound or a seed of everyone: who meets what is known of all at once, as
 * bits. Groups are put together roughly around many centres of the ground, the best bettered, and only the best of all
 * is reckoned by the parts.
 */
export class OrderSearch {
  private readonly field: Field;
  private readonly limits: GroupLimits;
  private readonly gains: OrderGains;
  private readonly mayMeet: MayMeet;
  private readonly exact: ExactClimb;
  /** Everyone who can bear a part of the order. */
  private readonly all: Int32Array;
  /** Some of them, the highest standing first. */
  private readonly few: Bearers;
  private readonly group: RoughGroup;
  private readonly nearest: Int32Array;
  private readonly fixed: readonly number[];
  private avoided = new Overlaps();
  /** Whether nobody is kept from meeting anybody, but by distance. */
  private readonly mayAllMeet: boolean;

  constructor(field: Field, limits: GroupLimits) {
    this.field = field;
    this.limits = limits;
    this.gains = orderGainsOf(field);
    this.mayMeet = meetingsOf(field);
    this.mayAllMeet = field.apart.length === 0 && field.prefectureOf.every((prefecture) => prefecture === 0);
    this.exact = new ExactClimb(field, limits);
    this.all = ableToBear(field, limits.withinDam);
    const few = thinned(field, this.gains, { all: this.all, withinDam: limits.withinDam });
    this.few = new Bearers(field, this.gains, byStanding(field, this.gains, few));
    this.group = this.groupOf(this.few);
    this.nearest = new Int32Array(this.few.count);
    this.fixed = field.required.map((one) => this.few.bearerOf.get(one) as number);
  }

  /** Reports what it comes to of groups that differ from those avoided. @returns groups examined */
  find(avoided: Overlaps, report: Report): number {
    const { examined } = this.exact;
    const [groupsBefore, looksBefore] = [examined.count, this.group.looked];
    this.avoided = avoided;
    const guesses = this.guesses();
    const other = this.otherOf(guesses);
    const isOneEnough = this.all.length > EVERYONE_MAX;
    let [looks, finished] = [this.group.looked - looksBefore, 0];
    let isFound = false;
    for (const guess of guesses) {
      if (isOneEnough && (finished === FINISHED_MAX || (isFound && guess !== other))) continue;
      finished += 1;
      looks += this.finish(guess.members, (candidates, worth) => {
        isFound = true;
        report(candidates, worth);
      });
    }
    return examined.count - groupsBefore + Math.ceil(looks / LOOKS_A_GROUP);
  }

  /** The best group of members whose months are not all known, if those of the best are, or the other way round; where it comes close. */
  private otherOf(guesses: readonly Guess[]): Guess | undefined {
    const [best] = guesses;
    if (best === undefined) return undefined;
    const isKnown = ({ members }: Guess) => members.every((one) => this.few.areMonthsKnown(one));
    const other = guesses.find((guess) => isKnown(guess) !== isKnown(best));
    return other === undefined || other.worth < best.worth - CLOSE ? undefined : other;
  }

  private groupOf(bearers: Bearers): RoughGroup {
    const { candidates } = bearers;
    const { membersMin, withinDam } = this.limits;
    return new RoughGroup({ bearers, gains: this.gains, field: this.field }, withinDam, (one, members) => {
      if (this.mayAllMeet && this.avoided.isEmpty) return true;
      const candidate = candidates[one] as number;
      const others = members.map((member) => candidates[member] as number);
      if (!others.every((other) => this.mayMeet(candidate, other))) return false;
      return this.avoided.isEmpty || this.avoided.mayJoin(candidate, others, Math.max(membersMin, others.length + 1));
    });
  }

  /** Groups that promise most, roughly: gathered around centres, bettered among those near, and then among each other's members. */
  private guesses(): readonly Guess[] {
    const gathered = this.gathered().slice(0, BETTERED_MAX);
    const bettered = this.each(gathered, LOOKS.bettered, ({ guess, joining }) => this.bettered(guess, joining));
    const distant = distinct(bettered).slice(0, WIDE_MAX);
    const wide = distinct(this.each(distant, LOOKS.wide, (guess) => this.bettered(guess, this.nearGroup(guess))));
    const joining = Int32Array.from(new Set([...distant, ...wide].flatMap(({ members }) => members))).sort();
    const crossed = this.each(wide.slice(0, CROSSED_MAX), LOOKS.crossed, (guess) => this.crossed(guess, joining));
    return distinct([...wide, ...crossed]);
  }

  private share(looks: number): number {
    return this.avoided.isEmpty ? looks : (looks * FURTHER_PERCENT) / 100;
  }

  /** As long as so many are not looked at; the first in any case. */
  private each<From, To>(of: readonly From[], looks: number, make: (one: From) => To): readonly To[] {
    const until = this.group.looked + this.share(looks);
    const made: To[] = [];
    for (const one of of) {
      if (made.length > 0 && this.group.looked > until) break;
      made.push(make(one));
    }
    return made;
  }

  private guess(): Guess {
    const { group } = this;
    return { members: group.members.toSorted((a, b) => a - b), worth: group.worth() };
  }

  private within(joining: Int32Array): RoughLimits {
    return { ...this.limits, joining, fixed: this.fixed };
  }

  /**
   * Groups grown around centres of the ground, with those near each centre: of members whose months are known, or of
   * all, whichever come to more around the first centres; those first, and the best of the others among them.
   */
  private gathered(): readonly Gathered[] {
    const { few, limits, group } = this;
    const side = limits.withinDam / CENTRES_WITHIN;
    const until = group.looked + this.share(LOOKS.gathered);
    const seen = new Set<number>();
    const grown: Grown = { known: [], all: [] };
    for (let one = 0; one < few.count && seen.size < CENTRES_MAX && group.looked < until; one += 1) {
      const column = Math.floor((few.east[one] as number) / side);
      const row = Math.floor((few.north[one] as number) / side);
      const key = row * CENTRES_ACROSS + column;
      if (seen.has(key)) continue;
      seen.add(key);
      const centre = { east: (column + 0.5) * side, north: (row + 0.5) * side };
      const kinds =
        seen.size > CENTRES_OF_BOTH ? [leadingKind(grown, this.gains.smoothing)] : (["known", "all"] as const);
      for (const kind of kinds) {
        const joining = this.near(centre, limits.withinDam / 2, kind === "known");
        group.set(this.fixed);
        roughGrowth(group, this.within(joining));
        if (group.members.length >= limits.membersMin) grown[kind].push({ guess: this.guess(), joining });
      }
    }
    const leading = leadingKind(grown, this.gains.smoothing);
    const first = grown[leading].sort(bestGathered);
    const others = grown[leading === "known" ? "all" : "known"].sort(bestGathered);
    return [...first.slice(0, LEADING_FIRST), ...others.slice(0, 1), ...first.slice(LEADING_FIRST)];
  }

  /** Bearers within reach of a point; all, or those whose months are known. */
  private near(at: { readonly east: number; readonly north: number }, reachDam: number, areMonthsKnown: boolean) {
    const { east, north, count, swingRow } = this.few;
    const near = this.nearest;
    let found = 0;
    for (let one = 0; one < count; one += 1) {
      const [dx, dy] = [(east[one] as number) - at.east, (north[one] as number) - at.north];
      if (dx * dx + dy * dy > reachDam * reachDam || (areMonthsKnown && (swingRow[one] as number) < 0)) continue;
      near[found] = one;
      found += 1;
    }
    return near.slice(0, found);
  }

  /** Those about the middle of a group, whose months are known if those of its members are. */
  private nearGroup({ members }: Guess): Int32Array {
    const { few, limits } = this;
    const meanOf = (column: Float64Array) =>
      members.reduce((sum, one) => sum + (column[one] as number), 0) / members.length;
    const areMonthsKnown = members.every((one) => few.areMonthsKnown(one));
    return this.near(
      { east: meanOf(few.east), north: meanOf(few.north) },
      (limits.withinDam * NEAR_PERCENT) / 100,
      areMonthsKnown,
    );
  }

  private bettered({ members }: Guess, joining: Int32Array): Guess {
    this.group.set(members);
    roughExchange(this.group, this.within(joining));
    return this.guess();
  }

  /** Betters a group among the members of other good ones, one and two at a time. */
  private crossed(guess: Guess, joining: Int32Array): Guess {
    this.group.set(guess.members);
    roughExchange(this.group, this.within(joining));
    for (let pass = 0; pass < PASSES_MAX && roughPairs(this.group, this.within(joining)); pass += 1)
      roughExchange(this.group, this.within(joining));
    return this.guess();
  }

  /** Betters a group among everyone near, roughly and then exactly, as long as that helps. @returns how many were looked at */
  private finish(members: readonly number[], report: Report): number {
    const { field, gains, exact } = this;
    const near = new Bearers(field, gains, this.everyoneNear(members));
    const group = this.groupOf(near);
    const joining = Int32Array.from({ length: near.count }, (_, one) => one);
    const bearerOf = (candidate: number) => near.bearerOf.get(candidate) as number;
    const limits = { ...this.limits, joining, fixed: field.required.map(bearerOf) };
    let candidates: readonly number[] = members.map((one) => this.few.candidates[one] as number);
    let worth = -Infinity;
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      group.set(candidates.map(bearerOf));
      this.finishRoughly(group, limits);
      const among = [...group.members, ...this.closest(group, limits)].slice(0, POOL_MAX);
      const asCandidates = among.map((one) => near.candidates[one] as number);
      const reckoned = exact.from(group.members.length, asCandidates, this.avoided);
      if (reckoned === undefined || reckoned.worth <= worth) break;
      ({ candidates, worth } = reckoned);
      report(Int32Array.from(candidates).sort(), worth);
    }
    return group.looked;
  }

  /** One at a time among everyone, two at a time among those closest to bettering the group. */
  private finishRoughly(group: RoughGroup, limits: RoughLimits): void {
    roughExchange(group, limits);
    for (let pass = 0; pass < PASSES_MAX; pass += 1) {
      const closest = [...group.members, ...this.closest(group, limits).slice(0, CLOSEST)];
      if (!roughPairs(group, { ...limits, joining: Int32Array.from(closest) })) break;
      roughExchange(group, limits);
    }
  }

  /** Who would come closest to bettering a group, in anybody's place. */
  private closest(group: RoughGroup, { joining, membersMax }: RoughLimits): readonly number[] {
    const least = this.all.length > EVERYONE_MAX ? group.worth() - CLOSE : -Infinity;
    const worths = new Map<number, number>();
    const note = (one: number, worth: number) => {
      if (worth > (worths.get(one) ?? -Infinity)) worths.set(one, worth);
    };
    if (group.members.length < membersMax) group.best(joining, least, note);
    for (const leaving of group.members.slice()) {
      group.remove(leaving);
      group.best(joining, least, note);
      group.add(leaving);
      worths.delete(leaving);
    }
    for (const member of group.members) worths.delete(member);
    return [...worths].sort(([one, a], [other, b]) => b - a || one - other).map(([one]) => one);
  }

  /** Everyone able who is near enough to all members of a group, or to all but one. */
  private everyoneNear(members: readonly number[]): Int32Array {
    const { few, limits, all } = this;
    const reach = limits.withinDam ** 2;
    const { east, north } = flatMap(this.field);
    return all.filter((one) => {
      const [x, y] = [east(one), north(one)];
      let far = 0;
      for (const member of members) {
        const [dx, dy] = [(few.east[member] as number) - x, (few.north[member] as number) - y];
        if (dx * dx + dy * dy > reach) far += 1;
        if (far > 1) return false;
      }
      return true;
    });
  }
}
