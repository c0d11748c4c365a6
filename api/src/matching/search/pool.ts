import { distanceDam, type Place } from "#domain/place.ts";
import type { Question } from "../question.ts";
import type { ComponentId } from "../terms.ts";
import type { Affinity } from "./affinity.ts";
import type { Field } from "./field.ts";
import type { Grid } from "./grid.ts";

/** The candidates groups around one seed are put together from; a slot is a candidate's place in the pool. */
export interface Pool {
  readonly candidates: readonly number[];
  /** By pair of slots: 1 where the two may be in one group. */
  readonly mayMeet: Uint8Array;
  /** By pair of slots: max(0, R − d), in decametres. */
  readonly near: Int32Array;
  /** By pair of slots: 1 where the two are tied. */
  readonly tied: Uint8Array;
  /** By pair of slots: 1 where the two compete or may; empty where it is not weighed. */
  readonly rival: Int32Array;
  /** By pair of slots: the least permille by which their trades differ; empty where it is not weighed. */
  readonly difference: Int32Array;
}

/** What a pool has to respect. */
export interface PoolLimits {
  /** Members of the smallest group looked for: a pool has to hold more. */
  readonly membersMin: number;
  readonly withinDam: number;
  /** Candidates that have to be in every group. */
  readonly required: readonly number[];
  /** Whether two candidates must not meet. */
  readonly areApart: (a: number, b: number) => boolean;
}

/** Candidates chosen by affinity alone: enough that a better one is rarely left out, few enough to try every swap. */
const POOL_SIZE = 32;

/** Candidates a pool holds beyond the smallest group looked for, so that large ones have some to choose from. */
const SPARE_CANDIDATES = 16;

/** Candidates kept for each requirement, area and for leading, whatever their affinity: a first, a second, and a choice. */
const KEPT_EACH = 3;

/** Most requirements and areas that candidates are kept for, so that a long order does not swell the pool. */
const KEPT_LISTS_MAX = 48;

/** Holders of what so few have are looked at around every seed: the search must not miss the only licence. */
const SCARCE_HOLDERS_MAX = 64;

interface Scored {
  readonly candidate: number;
  readonly affinity: number;
}

const comesBefore = (a: Scored, b: Scored): boolean =>
  a.affinity > b.affinity || (a.affinity === b.affinity && a.candidate < b.candidate);

/** The best so many of what it is offered, in order. */
class TopList {
  readonly items: Scored[] = [];
  private readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  offer(scored: Scored): void {
    const last = this.items.at(-1);
    if (this.items.length >= this.size && last !== undefined && !comesBefore(scored, last)) return;
    const at = this.items.findIndex((item) => comesBefore(scored, item));
    this.items.splice(at < 0 ? this.items.length : at, 0, scored);
    if (this.items.length > this.size) this.items.pop();
  }
}

/** Candidates who hold what few hold: a requirement met, or an area served, by at most so many. */
export function scarceHolders(field: Field): readonly number[] {
  const scarce = new Set<number>();
  for (const column of [field.met, field.served]) {
    const holders = new Map<number, number[]>();
    field.members.forEach((_, candidate) => {
      for (const entry of column.entry.subarray(column.start[candidate], column.start[candidate + 1])) {
        const list = holders.get(entry);
        if (list === undefined) holders.set(entry, [candidate]);
        else list.push(candidate);
      }
    });
    for (const list of holders.values()) if (list.length <= SCARCE_HOLDERS_MAX) list.forEach((one) => scarce.add(one));
  }
  return [...scarce].sort((a, b) => a - b);
}

function tiedPairs(field: Field, candidates: readonly number[]): Uint8Array {
  const size = candidates.length;
  const tied = new Uint8Array(size * size);
  const slots = new Map(candidates.map((candidate, slot) => [candidate, slot]));
  candidates.forEach((candidate, slot) => {
    for (const other of field.ties.entry.subarray(field.ties.start[candidate], field.ties.start[candidate + 1])) {
      const otherSlot = slots.get(other);
      if (otherSlot !== undefined) tied[slot * size + otherSlot] = 1;
    }
  });
  return tied;
}

/** One number a pair of slots, the same either way round; the diagonal is 0. */
function pairTable(candidates: readonly number[], valueOf: (a: number, b: number) => number): Int32Array {
  const size = candidates.length;
  const table = new Int32Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = row + 1; column < size; column += 1) {
      const value = valueOf(candidates[row] as number, candidates[column] as number);
      table[row * size + column] = value;
      table[column * size + row] = value;
    }
  }
  return table;
}

const NO_PAIRS = new Int32Array(0);

function poolOf(
  field: Field,
  candidates: readonly number[],
  limits: PoolLimits & Pick<Question, "nearnessDam" | "weighed">,
): Pool {
  const weighs = (component: ComponentId) => limits.weighed.some(({ id }) => id === component);
  const { rivalryOf, differenceOf } = field.trade;
  const size = candidates.length;
  const placeOf = (candidate: number) => field.members[candidate]?.place as Place;
  const apart = pairTable(candidates, (a, b) => distanceDam(placeOf(a), placeOf(b)));
  const mayMeet = Uint8Array.from(apart, (distance, pair) => {
    const [a, b] = [candidates[Math.floor(pair / size)] as number, candidates[pair % size] as number];
    return distance <= limits.withinDam && !limits.areApart(a, b) ? 1 : 0;
  });
  const near = apart.map((distance) => Math.max(0, limits.nearnessDam - distance));
  return {
    ...{ candidates, mayMeet, near, tied: tiedPairs(field, candidates) },
    rival: weighs("low-rivalry") ? pairTable(candidates, rivalryOf) : NO_PAIRS,
    difference: weighs("useful-distance") ? pairTable(candidates, differenceOf) : NO_PAIRS,
  };
}

/** Makes pools around seeds. */
export function poolMaker(
  field: Field,
  question: Question,
  { grid, affinity }: { readonly grid: Grid; readonly affinity: Affinity },
): (seed: number, limits: PoolLimits) => Pool {
  const scarce = scarceHolders(field);
  const lookedAt = new Int32Array(field.members.length);
  let turn = 0;
  const requirements = question.demand.requirements?.length ?? 0;
  const areas = question.demand.areas?.length ?? 0;

  return (seed, limits) => {
    const best = new TopList(Math.max(POOL_SIZE, limits.membersMin + SPARE_CANDIDATES));
    const leaders = new TopList(KEPT_EACH);
    const meeting = Array.from({ length: Math.min(KEPT_LISTS_MAX, requirements) }, () => new TopList(KEPT_EACH));
    const serving = Array.from({ length: Math.min(KEPT_LISTS_MAX, areas) }, () => new TopList(KEPT_EACH));
    const fits = (candidate: number) =>
      limits.required.every(
        (one) => one === candidate || (grid.isWithinReach(one, candidate) && !limits.areApart(one, candidate)),
      );
    const look = (candidate: number) => {
      if (lookedAt[candidate] === turn || !fits(candidate)) return;
      lookedAt[candidate] = turn;
      const scored = { candidate, affinity: affinity.with(candidate) };
      best.offer(scored);
      const level = field.leader[candidate] as number;
      if (level > 0) leaders.offer({ candidate, affinity: level * 1_000_000 + scored.affinity });
      offerEach(field.met, meeting, scored);
      offerEach(field.served, serving, scored);
    };
    affinity.aimAt(seed);
    turn += 1;
    lookedAt[seed] = turn;
    grid.forEachNear(seed, look);
    for (const candidate of scarce) if (candidate !== seed && grid.isWithinReach(seed, candidate)) look(candidate);
    const lists = [best, leaders, ...meeting, ...serving];
    const chosen = new Set([
      seed,
      ...limits.required,
      ...lists.flatMap(({ items }) => items.map((item) => item.candidate)),
    ]);
    return poolOf(field, [...chosen], { ...limits, nearnessDam: question.nearnessDam, weighed: question.weighed });
  };
}

function offerEach(column: Field["met"], lists: readonly TopList[], scored: Scored): void {
  const end = column.start[scored.candidate + 1] as number;
  for (let at = column.start[scored.candidate] as number; at < end; at += 1)
    lists[column.entry[at] as number]?.offer(scored);
}
