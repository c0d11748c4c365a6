import type { ListColumn } from "../columns/columns.ts";
import { Drawing } from "./drawing.ts";
import type { Field } from "./field.ts";
import { Ground } from "./ground.ts";
import { layMeetings, meetingsOf, type Meeting } from "./meetings.ts";
import { POOL_MAX, type Pool, type WeighedPart } from "./part.ts";

/** Candidates kept for each requirement, area and for leading, whatever their liking: a first, a second, and a choice. */
const KEPT_EACH = 3;

/** Percent of a pool that may be kept so: a long order must not push out who goes best with the seed. */
const KEPT_PERCENT = 75;

/** With fewer drawn than so many times the pool's slots, everyone near is looked at: in a village nobody may be left out. */
const DRAWN_FEW = 2;

/** Those near a seed who are looked at at most where few are drawn: it is for villages, not for towns. */
const EVERYONE_MAX = 3_000;

/** With more drawn within half the reach than so many times the pool's slots, nobody farther away is looked at. */
const DRAWN_ENOUGH = 6;

/** With more drawn than so many times the pool's slots, lighter components and lower levels draw nobody more. */
const DRAWN_PLENTY = 10;

/** Percent of a pool's slots for which candidates are drawn to judge by them what it promises. */
const GLANCE_PERCENT = 30;

/** Percent of the weight of the component that draws most: what weighs less does not look for those who have a tag. */
const DRAWING_PERCENT = 20;

/** What pools are made of. */
export interface PoolSources {
  readonly field: Field;
  readonly parts: readonly WeighedPart[];
  /** Greatest distance between two members, in decametres. */
  readonly withinDam: number;
}

/** The best so many of what it is offered, in order; of equals the first candidate. */
class TopList {
  readonly candidates: Int32Array;
  count = 0;
  private readonly liking: Float64Array;
  private size: number;

  constructor(size: number) {
    this.size = size;
    this.candidates = new Int32Array(size);
    this.liking = new Float64Array(size);
  }

  clear(size = this.size): void {
    this.size = size;
    this.count = 0;
  }

  offer(candidate: number, liking: number): void {
    const last = this.count - 1;
    if (this.count === this.size && !this.isBetter(candidate, liking, last)) return;
    let at = this.count === this.size ? last : this.count;
    for (; at > 0 && this.isBetter(candidate, liking, at - 1); at -= 1) {
      this.candidates[at] = this.candidates[at - 1] as number;
      this.liking[at] = this.liking[at - 1] as number;
    }
    this.candidates[at] = candidate;
    this.liking[at] = liking;
    if (this.count < this.size) this.count += 1;
  }

  private isBetter(candidate: number, liking: number, at: number): boolean {
    const there = this.liking[at] as number;
    return liking > there || (liking === there && candidate < (this.candidates[at] as number));
  }
}

/** What is liked of each candidate whoever the seed is. */
function standingOf({ field, parts }: PoolSources): Float64Array {
  const standing = new Float64Array(field.isEligible.length);
  for (const { stand, weight } of parts)
    if (stand !== undefined)
      for (let one = 0; one < standing.length; one += 1)
        standing[one] = (standing[one] as number) + weight * stand(one);
  return standing;
}

/** Chooses the candidates that groups around a seed are drawn from, and lays out who may meet whom. */
export class PoolMaker {
  readonly pool: Pool = {
    size: 0,
    candidates: new Int32Array(POOL_MAX),
    apartDam: new Int32Array(POOL_MAX * POOL_MAX),
  };
  /** By pair of slots, `POOL_MAX` a row: 1 where the two must not be in one group. */
  readonly isBarred = new Uint8Array(POOL_MAX * POOL_MAX);
  private readonly sources: PoolSources;
  private readonly meeting: Meeting;
  private readonly drawing: Drawing;
  /** What lies within half the reach, and within all of it. */
  private readonly grounds: readonly [Ground, Ground];
  /** The heaviest first. */
  private readonly drawingParts: readonly WeighedPart[];
  private readonly best = new TopList(POOL_MAX);
  private readonly kept: readonly TopList[];

  constructor(sources: PoolSources) {
    this.sources = sources;
    const { field, parts, withinDam } = sources;
    const { columns: places, isEligible, required, met, served } = field;
    const mayMeet = meetingsOf(field);
    this.meeting = { places, withinDam, mayMeet };
    this.grounds = [new Ground(places, Math.ceil(withinDam / 2)), new Ground(places, withinDam)];
    const limits = { places, isEligible, withinDam, required, mayMeet, standing: standingOf(sources) };
    this.drawing = new Drawing(this.grounds[1], limits);
    const drawing = parts.filter(({ draw }) => draw !== undefined);
    const heaviest = drawing.reduce((most, { weight }) => Math.max(most, weight), 0);
    this.drawingParts = drawing
      .filter(({ weight }) => 100 * weight >= DRAWING_PERCENT * heaviest)
      .sort((a, b) => b.weight - a.weight);
    const wishes = met.holders.start.length - 1 + served.holders.start.length - 1;
    this.kept = Array.from({ length: 1 + wishes }, () => new TopList(KEPT_EACH));
  }

  /** Makes the pool around a seed, of so many slots at most. */
  make(seed: number, slots: number): void {
    this.draw(seed, slots);
    this.choose(seed, slots);
    layMeetings(this.pool, this.isBarred, this.meeting);
  }

  /** Makes the pool of candidates chosen elsewhere: the first ones, as far as there are slots. */
  makeOf(chosen: Int32Array): void {
    const { pool } = this;
    pool.size = Math.min(POOL_MAX, chosen.length);
    pool.candidates.set(chosen.subarray(0, pool.size));
    layMeetings(pool, this.isBarred, this.meeting);
  }

  /** What the pool around a seed promises, by some of those it would be made of: `Drawing.promise`. */
  glance(seed: number, slots: number): number {
    this.draw(seed, (slots * GLANCE_PERCENT) / 100, true);
    return this.drawing.promise();
  }

  /** Draws those a pool of so many slots is made of. */
  private draw(seed: number, slots: number, isGlance = false): void {
    const { drawing, sources } = this;
    const enough = { plenty: DRAWN_PLENTY * slots, isGlance };
    for (const ground of this.grounds) {
      drawing.begin(seed, ground, enough);
      for (const part of sources.parts) part.drawNamed?.(seed, drawing);
      for (const part of this.drawingParts) if (!drawing.isFull) part.draw?.(seed, drawing);
      if (drawing.count >= DRAWN_ENOUGH * slots) break;
    }
    if (drawing.count < DRAWN_FEW * slots) drawing.drawEveryone(EVERYONE_MAX);
    for (const part of sources.parts) part.like?.(seed, drawing);
  }

  private choose(seed: number, slots: number): void {
    const { best, kept, drawing, pool, sources } = this;
    const { field } = sources;
    const { leader } = field.columns;
    const leaders = kept[0] as TopList;
    const hasWishes = kept.length > 1;
    best.clear(slots);
    for (const list of kept) list.clear();
    for (let at = 0; at < drawing.count; at += 1) {
      const candidate = drawing.candidates[at] as number;
      const likes = drawing.liking[at] as number;
      best.offer(candidate, likes);
      const level = leader[candidate] as number;
      if (level > 0) leaders.offer(candidate, level * 1_000_000 + likes);
      if (hasWishes) this.offerByWish(candidate, likes);
    }
    const chosen = new Set([seed, ...field.required]);
    const keptMax = Math.floor((slots * KEPT_PERCENT) / 100);
    for (let place = 0; place < KEPT_EACH; place += 1)
      for (const list of kept)
        if (place < list.count && chosen.size < keptMax) chosen.add(list.candidates[place] as number);
    for (let at = 0; at < best.count && chosen.size < slots; at += 1) chosen.add(best.candidates[at] as number);
    pool.size = 0;
    for (const candidate of chosen) {
      pool.candidates[pool.size] = candidate;
      pool.size += 1;
    }
  }

  private offerByWish(candidate: number, likes: number): void {
    const { met, served } = this.sources.field;
    const areasFrom = met.holders.start.length;
    this.offerTo(met.able, 1, { candidate, likes });
    this.offerTo(served.able, areasFrom, { candidate, likes });
  }

  /** Offers a candidate to the lists of the wishes it meets, which begin at `from`. */
  private offerTo(
    { start, entry }: ListColumn,
    from: number,
    { candidate, likes }: { readonly candidate: number; readonly likes: number },
  ): void {
    for (let at = start[candidate] as number; at < (start[candidate + 1] as number); at += 1)
      this.kept[from + (entry[at] as number)]?.offer(candidate, likes);
  }
}
