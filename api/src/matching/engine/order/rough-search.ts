import type { Overlaps } from "../overlaps.ts";
import { POOL_MAX } from "../part.ts";
import type { GroupLimits } from "../seed-solver.ts";
import type { Bearers } from "./bearers.ts";
import { distinct, unlike, type Guess } from "./guess.ts";
import { joiningOf, type Joining } from "./joining.ts";
import type { OrderGains } from "./order-gains.ts";
import { roughExchange, roughGrowth, roughPairs, type RoughLimits } from "./rough-climb.ts";
import type { RoughGroup } from "./rough-group.ts";
import type { Centre, Surroundings } from "./surroundings.ts";

/** Centres around which groups are grown both of members whose months are known and of all; around the others of those who promise more. */
const CENTRES_OF_BOTH = 4;

/** Groups of the kind that comes to more, before the best one of the other kind. */
const LEADING_FIRST = 3;

/**
 * Groups bettered once around among those near their centre, then among those near themselves, then among each other's
 * members, and then shaken, at most.
 */
const [BETTERED_MAX, WIDE_MAX, CROSSED_MAX, SHAKEN_MAX] = [30, 20, 16, 8];

/** Bearers and kinds of them looked at after which none of each is begun any more: large groups take longer. */
const LOOKS = { gathered: 250_000, bettered: 120_000, wide: 400_000, crossed: 150_000, shaken: 250_000 } as const;

/** Of two groups that share so many percent of their members only the better is bettered among those near it. */
const LIKE_PERCENT = 75;

/**
 * How many times as much months that even out, and shared issues, are worth while a group is shaken: who meets what is
 * settled by then, and which of those who meet the same go best together is hidden behind single changes for the worse.
 */
const TILTS = [
  { smoothing: 1, needing: 2.5 },
  { smoothing: 2, needing: 1 },
  { smoothing: 1, needing: 0 },
  { smoothing: 0.3, needing: 4 },
] as const;

/** Times a group is shaken at most; sooner where each tilt in turn was of no use. */
const SHAKES_MAX = 12;

/** Percent of these for each group after the first, where the search begins anew. */
const FURTHER_PERCENT = 40;

/** Percent of the greatest distance between two members in which bearers count as near a centre, and near a group. */
const [CENTRE_PERCENT, NEAR_PERCENT] = [50, 75];

/** Times a group is bettered two members at a time at most. */
const PASSES_MAX = 3;

/** Of the groups come to before, those looked at again for one that differs: that do so already, and that are too alike and lose members. */
const [DIFFERING_MAX, ALIKE_MAX] = [3, 4];

/** Groups that differ already below which there are too few to go on from. */
const DIFFERING_MIN = 3;

interface Gathered {
  readonly guess: Guess;
  readonly joining: Joining;
}

const bestGathered = (a: Gathered, b: Gathered): number => b.guess.worth - a.guess.worth;

type Grown = Readonly<Record<"known" | "all", Gathered[]>>;

/** The kind whose best group promises more: months that are known have yet to be evened out, for which they are given all it can bring. */
function leadingKind({ known, all }: Grown, smoothing: number): "known" | "all" {
  const most = (of: readonly Gathered[]) => of.reduce((best, { guess }) => Math.max(best, guess.worth), -Infinity);
  return most(known) + smoothing >= most(all) ? "known" : "all";
}

/** What a rough search goes through. */
export interface RoughSources {
  readonly bearers: Bearers;
  readonly gains: OrderGains;
  readonly group: RoughGroup;
  readonly surroundings: Surroundings;
  readonly centres: readonly Centre[];
  readonly limits: GroupLimits;
  /** Bearers that have to be in every group. */
  readonly fixed: readonly number[];
}

/**
 * Guesses groups for an order among the few that stand for all: gathered around centres of the ground, bettered among those
 * near, then among each other's members, and shaken. What it comes to is kept, so that a further group is sought from there.
 */
export class RoughSearch {
  private readonly sources: RoughSources;
  private readonly group: RoughGroup;
  /** Keys of groups that no two members of the other good ones better; anew with each search for guesses. */
  private crossedInVain = new Set<number>();
  /** Groups come to so far. */
  private kept: readonly Guess[] = [];

  constructor(sources: RoughSources) {
    this.sources = sources;
    this.group = sources.group;
  }

  /**
   * Groups that promise most, the best first; most of them differ from those avoided.
   * @param isEveryone whether nobody may be left out: it begins anew then, and with all around every centre
   */
  guesses(avoided: Overlaps, isEveryone: boolean): readonly Guess[] {
    this.crossedInVain = new Set();
    const [differing, alike]: readonly [Guess[], Guess[]] = [[], []];
    for (const guess of this.kept) (avoided.isDiverse(this.candidatesOf(guess)) ? differing : alike).push(guess);
    if (isEveryone || differing.length < DIFFERING_MIN) return this.fromCentres(isEveryone);
    const again = [
      ...differing.slice(0, DIFFERING_MAX).map((guess) => this.wide(guess)),
      ...alike.slice(0, ALIKE_MAX).flatMap((guess) => this.differing(guess)),
    ];
    this.kept = distinct([...again, ...differing]);
    return this.kept;
  }

  private candidatesOf({ members }: Guess): Int32Array {
    return Int32Array.from(members, (one) => this.sources.bearers.candidates[one] as number);
  }

  private fromCentres(isEveryone: boolean): readonly Guess[] {
    const gathered = this.gathered(isEveryone);
    const distant = distinct(
      this.each(gathered.slice(0, BETTERED_MAX), LOOKS.bettered, ({ guess, joining }) =>
        this.bettered(guess, this.within(joining), 1),
      ),
    );
    const apart = unlike(distant, LIKE_PERCENT).slice(0, WIDE_MAX);
    const wide = distinct(this.each(apart, LOOKS.wide, (guess) => this.wide(guess)));
    const among = [...apart, ...wide].flatMap(({ members }) => members);
    const joining = joiningOf(this.sources.bearers, Int32Array.from(new Set(among)).sort());
    const crossed = this.each(wide.slice(0, CROSSED_MAX), LOOKS.crossed, (guess) => this.crossed(guess, joining));
    const best = distinct([...wide, ...crossed]);
    const shaken = this.each(best.slice(0, SHAKEN_MAX), LOOKS.shaken, (guess) => this.shaken(guess));
    const bettered = distinct([...best, ...shaken]);
    const areAllTried = this.kept.length === 0 && this.sources.bearers.count <= POOL_MAX;
    this.kept = distinct([...bettered, ...distant, ...gathered.map(({ guess }) => guess)]);
    return areAllTried ? this.kept : bettered;
  }

  /** As long as so many are not looked at; the first in any case. */
  private each<From, To>(of: readonly From[], looks: number, make: (one: From) => To): readonly To[] {
    const until = this.group.looked + (this.kept.length === 0 ? looks : (looks * FURTHER_PERCENT) / 100);
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

  private within(joining: Joining): RoughLimits {
    const { limits, fixed } = this.sources;
    return { ...limits, joining, fixed };
  }

  /**
   * Groups grown around centres of the ground, with those near each centre: of members whose months are known, or of
   * all, whichever come to more around the first centres; those first, and the best of the others among them.
   */
  private gathered(isEveryone: boolean): readonly Gathered[] {
    const { bearers, gains, centres } = this.sources;
    const until = this.group.looked + LOOKS.gathered;
    const grown: Grown = { known: [], all: [] };
    for (const [at, centre] of centres.entries()) {
      if (this.group.looked >= until) break;
      const areBoth = isEveryone || at < CENTRES_OF_BOTH;
      const kinds = areBoth ? (["known", "all"] as const) : [leadingKind(grown, gains.smoothing)];
      for (const kind of kinds) grown[kind].push(...this.grownAround(centre, kind === "known"));
    }
    if (bearers.count <= POOL_MAX && this.kept.length === 0) {
      const everyone = Int32Array.from({ length: bearers.count }, (_, one) => one);
      const joining = joiningOf(bearers, everyone);
      for (const one of everyone) grown.all.push(...this.grownFrom(one, joining));
    }
    const leading = leadingKind(grown, gains.smoothing);
    const first = grown[leading].sort(bestGathered);
    const others = grown[leading === "known" ? "all" : "known"].sort(bestGathered);
    return [
      ...first.slice(0, LEADING_FIRST),
      ...others.slice(0, isEveryone ? others.length : 1),
      ...first.slice(LEADING_FIRST),
    ];
  }

  private grownAround(centre: Centre, areMonthsKnown: boolean): readonly Gathered[] {
    const { group, sources } = this;
    group.set(sources.fixed);
    return this.grown(sources.surroundings.near(centre, CENTRE_PERCENT, areMonthsKnown));
  }

  /** Where a pool has room for all, each of them is tried as the first. */
  private grownFrom(one: number, everyone: Joining): readonly Gathered[] {
    const { group, sources } = this;
    group.set(sources.fixed);
    if (!sources.fixed.includes(one) && group.mayTake(one)) group.add(one);
    return this.grown(everyone);
  }

  private grown(joining: Joining): readonly Gathered[] {
    roughGrowth(this.group, this.within(joining));
    return this.group.members.length < this.sources.limits.membersMin ? [] : [{ guess: this.guess(), joining }];
  }

  private bettered({ members }: Guess, limits: RoughLimits, rounds?: number): Guess {
    this.group.set(members);
    roughExchange(this.group, limits, rounds);
    return this.guess();
  }

  private wide(guess: Guess): Guess {
    return this.bettered(guess, this.near(guess.members));
  }

  /** Who may join a group: all near it. */
  private near(members: readonly number[]): RoughLimits {
    return this.within(this.sources.surroundings.around(members, NEAR_PERCENT));
  }

  /** Betters a group among the members of other good ones, one and two at a time. */
  private crossed({ members }: Guess, joining: Joining): Guess {
    const { group, crossedInVain } = this;
    const limits = this.within(joining);
    group.set(members);
    roughExchange(group, limits);
    for (let pass = 0; pass < PASSES_MAX && !crossedInVain.has(group.key); pass += 1) {
      if (roughPairs(group, limits)) roughExchange(group, limits);
      else crossedInVain.add(group.key);
    }
    return this.guess();
  }

  /** Betters a group once around as if it were worth otherwise, and then as it is, as long as one tilt or another helps. */
  private shaken(guess: Guess): Guess {
    const { group, sources } = this;
    const { gains } = sources;
    const tilted = this.near(guess.members);
    const limits = { ...tilted, settled: new Set<number>() };
    let best = guess;
    let sinceBetter = 0;
    for (let at = 0; at < SHAKES_MAX && sinceBetter < TILTS.length; at += 1) {
      const { smoothing, needing } = TILTS[at % TILTS.length] as (typeof TILTS)[number];
      group.set(best.members);
      group.tilt({ ...gains, smoothing: smoothing * gains.smoothing, needing: needing * gains.needing });
      roughExchange(group, tilted, 1);
      group.tilt(gains);
      roughExchange(group, limits);
      const now = this.guess();
      sinceBetter = now.worth > best.worth ? 0 : sinceBetter + 1;
      if (now.worth > best.worth) best = now;
    }
    return best;
  }

  /** The group with as many of its members as may be in one that differs, who matters most first, and then others near. */
  private differing({ members }: Guess): readonly Guess[] {
    const { group, sources } = this;
    group.set(members);
    const without = new Map(
      members.map((one) => {
        group.remove(one);
        const worth = group.worth();
        group.add(one);
        return [one, worth];
      }),
    );
    const worthOf = (one: number) => without.get(one) as number;
    group.set(sources.fixed);
    for (const one of members.toSorted((a, b) => worthOf(a) - worthOf(b)))
      if (!group.members.includes(one) && group.mayTake(one)) group.add(one);
    const joining = sources.surroundings.around(members, NEAR_PERCENT);
    roughGrowth(group, this.within(joining));
    roughExchange(group, this.within(joining));
    return group.members.length < sources.limits.membersMin ? [] : [this.guess()];
  }
}
