import { distanceAmong } from "#domain/place.ts";
import type { Field } from "./field.ts";
import type { Ground, Postings } from "./ground.ts";
import { POOL_MAX, type Drawn, type Pool, type WeighedPart } from "./part.ts";

/** Candidates kept for each requirement, area and for leading, whatever their liking: a first, a second, and a choice. */
const KEPT_EACH = 3;

/** Percent of a pool that may be kept so: a long order must not push out who goes best with the seed. */
const KEPT_PERCENT = 75;

/** With fewer drawn than so many times the pool's slots, everyone near is looked at: in a village nobody may be left out. */
const DRAWN_FEW = 2;

/** What pools have to respect. */
export interface PoolLimits {
  readonly withinDam: number;
  /** Candidates that have to be in every group. */
  readonly required: readonly number[];
  /** Whether two candidates must not meet. */
  readonly areApart: (a: number, b: number) => boolean;
}

/** What pools are made of. */
export interface PoolSources extends PoolLimits {
  readonly field: Field;
  readonly ground: Ground;
  readonly parts: readonly WeighedPart[];
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

/** How many wishes there are, as far as anybody meets them. */
const countIn = (entry: Int32Array): number => entry.reduce((count, wish) => Math.max(count, wish + 1), 0);

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
  private readonly everyone: Postings;
  private readonly drawn: Drawn;
  private readonly drawing: Float64Array;
  private readonly liking: Float64Array;
  private readonly lastDrawn: Int32Array;
  private turn = 0;
  private readonly best = new TopList(POOL_MAX);
  private readonly kept: readonly TopList[];

  constructor(sources: PoolSources) {
    this.sources = sources;
    const { field, ground } = sources;
    const count = field.members.length;
    this.everyone = {
      start: Int32Array.of(0, count),
      holder: ground.byCell,
      level: new Uint8Array(count),
    };
    this.drawn = { count: 0, candidates: new Int32Array(count), apartDam: new Int32Array(count) };
    this.drawing = new Float64Array(count);
    this.liking = new Float64Array(count);
    this.lastDrawn = new Int32Array(count);
    const wishes = countIn(field.met.entry);
    const areas = countIn(field.served.entry);
    this.kept = Array.from({ length: 1 + wishes + areas }, () => new TopList(KEPT_EACH));
  }

  /** Makes the pool around a seed, of so many slots at most. */
  make(seed: number, slots: number): void {
    this.draw(seed, slots);
    this.choose(seed, slots);
    this.layMeetings();
  }

  private draw(seed: number, slots: number): void {
    const { drawn, drawing, lastDrawn, sources } = this;
    this.turn += 1;
    drawn.count = 0;
    const { turn } = this;
    lastDrawn[seed] = turn;
    drawing[seed] = 0;
    const touch = (candidate: number, liking: number): void => {
      if (lastDrawn[candidate] === turn) {
        drawing[candidate] = (drawing[candidate] as number) + liking;
        return;
      }
      lastDrawn[candidate] = turn;
      drawing[candidate] = liking;
      drawn.candidates[drawn.count] = candidate;
      drawn.count += 1;
    };
    for (const part of sources.parts) part.draw?.(seed, touch);
    if (drawn.count < DRAWN_FEW * slots)
      sources.ground.forEachHolder(this.everyone, 0, { around: seed, visit: (candidate) => touch(candidate, 0) });
    this.keepWithinReach(seed);
  }

  /** Leaves only those near enough to the seed and to everyone required, and looks at them pair by pair. */
  private keepWithinReach(seed: number): void {
    const { drawn, drawing, liking, sources } = this;
    const { required, withinDam, areApart, parts } = sources;
    let count = 0;
    for (let at = 0; at < drawn.count; at += 1) {
      const candidate = drawn.candidates[at] as number;
      const apartDam = this.apart(seed, candidate);
      if (apartDam > withinDam) continue;
      const fits = required.every(
        (one) => one === candidate || (this.apart(one, candidate) <= withinDam && !areApart(one, candidate)),
      );
      if (!fits) continue;
      drawn.candidates[count] = candidate;
      drawn.apartDam[count] = apartDam;
      liking[count] = drawing[candidate] as number;
      count += 1;
    }
    drawn.count = count;
    for (const part of parts) part.like?.(seed, drawn, liking);
  }

  private choose(seed: number, slots: number): void {
    const { best, kept, drawn, liking, pool, sources } = this;
    const { field, required } = sources;
    const [leaders, ...wished] = kept as [TopList, ...TopList[]];
    const wishes = wished.length;
    best.clear(slots);
    for (const list of kept) list.clear();
    for (let at = 0; at < drawn.count; at += 1) {
      const candidate = drawn.candidates[at] as number;
      const likes = liking[at] as number;
      best.offer(candidate, likes);
      const level = field.leader[candidate] as number;
      if (level > 0) leaders.offer(candidate, level * 1_000_000 + likes);
      if (wishes > 0) this.offerByWish(candidate, likes);
    }
    const chosen = new Set([seed, ...required]);
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
    // After that for leaders come those of the requirements; those of the areas lie from the end backwards.
    const areasFrom = this.kept.length;
    for (let at = met.start[candidate] as number; at < (met.start[candidate + 1] as number); at += 1)
      this.kept[1 + (met.entry[at] as number)]?.offer(candidate, likes);
    for (let at = served.start[candidate] as number; at < (served.start[candidate + 1] as number); at += 1)
      this.kept[areasFrom - 1 - (served.entry[at] as number)]?.offer(candidate, likes);
  }

  private layMeetings(): void {
    const { pool, isBarred, sources } = this;
    const { size, candidates, apartDam } = pool;
    for (let one = 0; one < size; one += 1) {
      isBarred[one * POOL_MAX + one] = 1;
      apartDam[one * POOL_MAX + one] = 0;
      for (let other = one + 1; other < size; other += 1) {
        const [a, b] = [candidates[one] as number, candidates[other] as number];
        const apart = this.apart(a, b);
        const barred = apart > sources.withinDam || sources.areApart(a, b) ? 1 : 0;
        apartDam[one * POOL_MAX + other] = apart;
        apartDam[other * POOL_MAX + one] = apart;
        isBarred[one * POOL_MAX + other] = barred;
        isBarred[other * POOL_MAX + one] = barred;
      }
    }
  }

  private apart(a: number, b: number): number {
    return distanceAmong(this.sources.field, a, b);
  }
}
