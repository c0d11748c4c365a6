import { degreeOfLongitudeDam, distanceAmong, LAT_DAM_A_MICRO, MICRO, roughDam, type Places } from "#domain/place.ts";
import type { Postings } from "../columns/columns.ts";
import { firstAtLeast, type Ground } from "./ground.ts";

/** Candidates drawn to one seed at most; the last of their places takes what is noted of those who are not among them. */
const DRAWN_MAX = 1 << 16;
const NOBODY = DRAWN_MAX - 1;

/** Holders of one tag looked at around one seed: of more, every second, third … is. */
const HOLDERS_MAX = 6_000;

/** Those who go best with a seed, by whom it is judged what a pool promises: about as many as a group has beside it. */
const PROMISING = 5;

/** Above this the marks of earlier seeds are wiped and counted from the beginning. */
const MARK_MAX = 2 ** 31 - 2 * DRAWN_MAX;

/** Who may be drawn to a seed. */
export interface DrawingLimits {
  readonly places: Places;
  readonly isEligible: Uint8Array;
  /** Greatest distance between two members, in decametres. */
  readonly withinDam: number;
  /** Candidates everyone drawn has to be within reach of, and may meet. */
  readonly required: readonly number[];
  readonly mayMeet: (a: number, b: number) => boolean;
  /** By candidate: what is liked of it whoever the seed is. */
  readonly standing: Float64Array;
}

/** When enough are drawn. */
export interface Enough {
  /** Drawn, after which no more need to be. */
  readonly plenty: number;
  /** Whether a part may end in the middle of its tags then. */
  readonly isGlance: boolean;
}

/**
 * Candidates drawn to one seed, each once, with its distance and how well it goes with the seed: the first `count` of
 * the lists. Points × weight; a guess that decides who is looked at, never part of a score.
 */
export class Drawing {
  count = 0;
  readonly candidates: Int32Array;
  /** Roughly. */
  readonly apartDam: Float64Array;
  readonly liking: Float64Array;
  private ground: Ground;
  /** Likings of those liked best. */
  private readonly best = new Float64Array(PROMISING);
  private readonly limits: DrawingLimits;
  /** By candidate: the mark of the seed it was last looked at for, plus its place among those drawn. */
  private readonly placeOf: Int32Array;
  private mark = 0;
  private plenty = 0;
  private isGlance = false;
  private seedLat = 0;
  private seedLon = 0;
  private lonDamAMicro = 0;
  private lookedAtDam = 0;

  constructor(ground: Ground, limits: DrawingLimits) {
    const candidates = limits.isEligible.length;
    const room = Math.min(candidates, DRAWN_MAX);
    this.ground = ground;
    this.limits = limits;
    this.candidates = new Int32Array(room);
    this.apartDam = new Float64Array(room);
    this.liking = new Float64Array(DRAWN_MAX);
    this.placeOf = new Int32Array(candidates);
  }

  /** Turns to a seed, to whom nobody is drawn yet, and to those within reach of it on a ground. */
  begin(seed: number, ground: Ground, { plenty, isGlance }: Enough): void {
    this.isGlance = isGlance;
    this.plenty = plenty;
    if (this.mark > MARK_MAX) {
      this.placeOf.fill(0);
      this.mark = 0;
    }
    this.mark += DRAWN_MAX;
    this.count = 0;
    this.seedLat = this.limits.places.latMicro[seed] as number;
    this.seedLon = this.limits.places.lonMicro[seed] as number;
    this.lonDamAMicro = degreeOfLongitudeDam(this.seedLat) / MICRO;
    this.ground = ground;
    // Who is drawn and out of reach meets nobody in the pool.
    this.lookedAtDam = ground.reachDam + roughDam(ground.reachDam);
    ground.lookAround(seed);
    for (const one of [seed, ...this.limits.required]) this.placeOf[one] = this.mark + NOBODY;
  }

  /** Whether so many are drawn that those who are liked less may be left out. */
  get isFull(): boolean {
    return this.count >= this.plenty;
  }

  /** Whether a part may leave out the rest of its tags. */
  get isEnough(): boolean {
    return this.isGlance && this.isFull;
  }

  /** Draws one candidate, or likes it more if it is drawn already. */
  draw(candidate: number, liking: number): void {
    const place = (this.placeOf[candidate] as number) - this.mark;
    if (place >= 0) this.liking[place] = (this.liking[place] as number) + liking;
    else this.take(candidate, liking);
  }

  private take(candidate: number, liking: number): void {
    const { count } = this;
    this.placeOf[candidate] = this.mark + NOBODY;
    if (count === NOBODY || this.limits.isEligible[candidate] === 0) return;
    const apart = this.roughlyApart(candidate);
    if (apart > this.lookedAtDam || !this.fitsRequired(candidate)) return;
    this.placeOf[candidate] = this.mark + count;
    this.candidates[count] = candidate;
    this.apartDam[count] = apart;
    this.liking[count] = liking + (this.limits.standing[candidate] as number);
    this.count = count + 1;
  }

  /** Decametres between the seed and another, as if a degree were as long there as here: good enough to choose by. */
  private roughlyApart(candidate: number): number {
    const { latMicro, lonMicro } = this.limits.places;
    const north = ((latMicro[candidate] as number) - this.seedLat) * LAT_DAM_A_MICRO;
    const east = ((lonMicro[candidate] as number) - this.seedLon) * this.lonDamAMicro;
    return Math.sqrt(north * north + east * east);
  }

  private fitsRequired(candidate: number): boolean {
    const { required, places, withinDam, mayMeet } = this.limits;
    for (const one of required)
      if (distanceAmong(places, one, candidate) > withinDam || !mayMeet(one, candidate)) return false;
    return true;
  }

  /** What those drawn promise: the mean liking of the five liked best, rounded down; a missing one counts as 0. */
  promise(): number {
    const { best, liking, count } = this;
    best.fill(0);
    let last = 0;
    for (let at = 0; at < count; at += 1) {
      const one = liking[at] as number;
      if (one <= last) continue;
      let place = PROMISING - 1;
      for (; place > 0 && (best[place - 1] as number) < one; place -= 1) best[place] = best[place - 1] as number;
      best[place] = one;
      last = best[PROMISING - 1] as number;
    }
    return Math.floor(best.reduce((sum, one) => sum + one, 0) / PROMISING);
  }

  /** Draws everyone near who has a tag, alike. */
  drawHolders({ start, holder }: Postings, key: number, liking: number): void {
    const { ground } = this;
    const end = start[key + 1] as number;
    let at = start[key] as number;
    if (at === end) return;
    const step = this.stepThrough(holder, at, end);
    for (let range = 0; range < ground.count && at < end; range += 1) {
      at = firstAtLeast(holder, { from: at, to: end, least: ground.from[range] as number });
      const after = ground.to[range] as number;
      for (; at < end && (holder[at] as number) < after; at += step) this.draw(holder[at] as number, liking);
    }
  }

  /** Every how-manieth holder to look at, so that not too many are. */
  private stepThrough(holder: Uint32Array, from: number, to: number): number {
    if (to - from <= HOLDERS_MAX) return 1;
    const { ground } = this;
    let [at, near] = [from, 0];
    for (let range = 0; range < ground.count; range += 1) {
      at = firstAtLeast(holder, { from: at, to, least: ground.from[range] as number });
      const next = firstAtLeast(holder, { from: at, to, least: ground.to[range] as number });
      near += next - at;
      at = next;
    }
    return Math.ceil(near / HOLDERS_MAX);
  }

  /** Draws everyone near, but no more than are plenty. */
  drawPlenty(): void {
    this.drawEveryone(this.plenty);
  }

  /** Draws everyone near; of more than so many every second, third … */
  drawEveryone(most: number): void {
    const { ground } = this;
    let near = 0;
    for (let range = 0; range < ground.count; range += 1)
      near += (ground.to[range] as number) - (ground.from[range] as number);
    const step = Math.ceil(near / most);
    for (let range = 0; range < ground.count; range += 1)
      for (let candidate = ground.from[range] as number; candidate < (ground.to[range] as number); candidate += step)
        this.draw(candidate, 0);
  }
}
