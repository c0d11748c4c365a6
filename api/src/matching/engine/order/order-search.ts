import type { Field } from "../field.ts";
import { meetingsOf, type MayMeet } from "../meetings.ts";
import { Overlaps } from "../overlaps.ts";
import type { GroupLimits, Report } from "../seed-solver.ts";
import { Bearers } from "./bearers.ts";
import { CLOSE, Finish } from "./finish.ts";
import type { Guess } from "./guess.ts";
import { orderGainsOf, type OrderGains } from "./order-gains.ts";
import { RoughGroup } from "./rough-group.ts";
import { RoughSearch } from "./rough-search.ts";
import { Surroundings } from "./surroundings.ts";
import { ableToBear, byStanding, thinned, TOWN_MAX, VILLAGE_MAX } from "./thinning.ts";

/** Bearers looked at roughly in the time a group is examined by the parts. */
const LOOKS_A_GROUP = 12;

/**
 * Guesses finished at most, until one comes to a group that may be proposed; in a town so many for the first group, and more
 * until one does; in a village all.
 */
const FINISHED_MAX = 6;

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
  /** Whether nobody is kept from meeting anybody, but by distance. */
  private readonly mayAllMeet: boolean;
  /** How many are looked among: who may be proposed; where these are many, who can bear a part of the order. */
  private readonly amongCount: number;
  /** Those who stand for all. */
  private readonly few: Bearers;
  private readonly group: RoughGroup;
  private readonly rough: RoughSearch;
  private readonly finish: Finish;
  private avoided = new Overlaps();

  constructor(field: Field, limits: GroupLimits) {
    const gains = orderGainsOf(field);
    this.field = field;
    this.limits = limits;
    this.gains = gains;
    this.mayMeet = meetingsOf(field);
    this.mayAllMeet = field.apart.length === 0 && field.prefectureOf.every((prefecture) => prefecture === 0);
    const all = ableToBear(field, limits.withinDam);
    const some = thinned(field, gains, { all, withinDam: limits.withinDam });
    const bearers = new Bearers(field, gains, some);
    const group = this.groupOf(bearers);
    const fixed = field.required.map((one) => bearers.bearerOf(one));
    const surroundings = new Surroundings(bearers, limits);
    const centres = surroundings.centres(byStanding(field, gains, some).map((one) => bearers.bearerOf(one)));
    this.few = bearers;
    this.group = group;
    this.amongCount = all.length;
    this.rough = new RoughSearch({ bearers, gains, group, surroundings, centres, limits, fixed });
    const groupOf = (of: Bearers) => this.groupOf(of);
    this.finish = new Finish({ field, gains, limits, all, few: bearers, group, groupOf });
  }

  /** Reports what it comes to of groups that differ from those avoided. @returns groups examined */
  find(avoided: Overlaps, report: Report): number {
    const before = this.examined();
    this.avoided = avoided;
    const isVillage = this.amongCount <= VILLAGE_MAX;
    const isEveryone = isVillage || (avoided.isEmpty && this.amongCount <= TOWN_MAX);
    const guesses = this.rough.guesses(avoided, isEveryone);
    const other = this.otherOf(guesses);
    let finished = 0;
    let isFound = false;
    const isEnough = (guess: Guess) => {
      if (isEveryone) return !isVillage && isFound && finished >= FINISHED_MAX && guess !== other;
      return finished === FINISHED_MAX || (isFound && guess !== other);
    };
    for (const guess of guesses) {
      if (isEnough(guess)) continue;
      finished += 1;
      this.finish.run(guess.members, { avoided, isEveryone }, (candidates, worth) => {
        isFound = true;
        report(candidates, worth);
      });
    }
    return Math.ceil(this.examined() - before);
  }

  private examined(): number {
    return this.finish.exact.examined.count + (this.group.looked + this.finish.looked) / LOOKS_A_GROUP;
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
      const { mayAllMeet, avoided } = this;
      const candidate = candidates[one] as number;
      if (!mayAllMeet && !members.every((other) => this.mayMeet(candidate, candidates[other] as number))) return false;
      if (avoided.isEmpty) return true;
      const others = members.map((member) => candidates[member] as number);
      return avoided.mayJoin(candidate, others, Math.max(membersMin, others.length + 1));
    });
  }
}
