import { sharedFloat64, sharedInt32 } from "../columns/shared.ts";
import { BASKETS_MAX } from "./basket-solver.ts";
import { layRawBounds, type Come, type Solved } from "./crew.ts";
import { Overlaps } from "./overlaps.ts";
import type { SeedSolver, Start } from "./seed-solver.ts";

/** Seeds a thread takes at once: so few that all end together. */
const SEEDS_TAKEN = 2;

/** Candidates a thread takes at once to reckon their bounds. */
const BOUNDS_TAKEN = 2_048;

/** Starts of one seed at most, beside those from partners: alone, and from kernels. */
const STARTS_MAX = 4;

/** Places in `Marks`. */
const NEXT = 0;
const STOPPED = 1;
const EXAMINED = 2;
const MARKS = 3;

/** Where threads tell each other how far they are: the next to take, whether to stop, groups examined. */
export type Marks = Int32Array;

/** Seeds several threads solve together, in memory they share; plain values, to be handed to another thread. */
export interface SeedBatch {
  readonly seeds: Int32Array;
  readonly slots: number;
  readonly partners: number;
  /** `Overlaps.packed`. */
  readonly avoided: Int32Array;
  readonly least: number;
  readonly promiseMin: number | undefined;
  readonly hasBaskets: boolean;
  readonly groups: Int32Array | undefined;
  readonly detours: number;
  readonly marks: Marks;
  /** By seed: how many groups it came to, groups examined for it plus one, what its pool promised where it had to promise something, and room for the groups. */
  readonly results: Int32Array;
  readonly membersMax: number;
}

/** Numbers of one seed before its groups, and of a group before its members: how many members, and its worth. */
const SEED_HEAD = 3;
const GROUP_HEAD = 2;

const groupRoom = ({ membersMax }: Pick<SeedBatch, "membersMax">): number => GROUP_HEAD + membersMax;

function seedRoom(batch: Pick<SeedBatch, "membersMax" | "partners" | "hasBaskets" | "groups">): number {
  const around = batch.hasBaskets ? BASKETS_MAX : STARTS_MAX + batch.partners;
  return SEED_HEAD + (batch.groups === undefined ? around : 1) * groupRoom(batch);
}

/** Lays out seeds for several threads. */
export function seedBatch(seeds: Int32Array, start: Start, membersMax: number): SeedBatch {
  const { slots, partners, avoided, least, promiseMin, hasBaskets = false, groups, detours = 0 } = start;
  const room = seedRoom({ membersMax, partners, hasBaskets, groups });
  return {
    // A part of a longer list would be sent with all of it.
    ...{
      seeds: seeds.slice(),
      slots,
      partners,
      avoided: avoided.packed(),
      least,
      promiseMin,
      hasBaskets,
      groups,
      detours,
      membersMax,
    },
    marks: sharedInt32(MARKS),
    results: sharedInt32(seeds.length * room),
  };
}

/** What the thread that hands out a batch knows beside it. */
export interface AskingThread {
  /** What the batch has packed. */
  readonly avoided: Overlaps;
  /** Asked before each seed, with how many came before it: whether the work is to end for all. */
  readonly isOver: (solved: number) => boolean;
}

/** Solves seeds of a batch until none is left to take. */
export function workOnSeeds(batch: SeedBatch, solver: SeedSolver, asking?: AskingThread): void {
  const { seeds, marks, results } = batch;
  const room = seedRoom(batch);
  const start: Start = { ...batch, avoided: asking?.avoided ?? Overlaps.unpacked(batch.avoided) };
  for (;;) {
    const from = Atomics.add(marks, NEXT, SEEDS_TAKEN);
    if (from >= seeds.length) return;
    for (let at = from; at < Math.min(seeds.length, from + SEEDS_TAKEN); at += 1) {
      if (Atomics.load(marks, STOPPED) === 1) return;
      if (asking?.isOver(at) === true) {
        Atomics.store(marks, STOPPED, 1);
        return;
      }
      const row = results.subarray(at * room, (at + 1) * room);
      const examined = solver.solve(seeds[at] as number, start, (candidates, worth) =>
        put(row, batch, { candidates, worth }),
      );
      row[1] = examined + 1;
      row[2] = solver.promise;
      Atomics.add(marks, EXAMINED, examined);
    }
  }
}

/** Groups examined by all threads so far. */
export const examinedOf = ({ marks }: SeedBatch): number => Atomics.load(marks, EXAMINED);

function put(row: Int32Array, batch: SeedBatch, { candidates, worth }: Come): void {
  const count = row[0] as number;
  const at = SEED_HEAD + count * groupRoom(batch);
  row[0] = count + 1;
  row[at] = candidates.length;
  row[at + 1] = worth;
  row.set(candidates, at + GROUP_HEAD);
}

/** What each seed of a batch came to, once all threads are done; undefined where it was left out. */
export function solvedOf(batch: SeedBatch): readonly (Solved | undefined)[] {
  const room = seedRoom(batch);
  return Array.from(batch.seeds, (_, seed) => {
    const row = batch.results.subarray(seed * room, (seed + 1) * room);
    if (row[1] === 0) return undefined;
    const come = Array.from({ length: row[0] as number }, (__, number): Come => {
      const at = SEED_HEAD + number * groupRoom(batch);
      const from = at + GROUP_HEAD;
      return { candidates: row.slice(from, from + (row[at] as number)), worth: row[at + 1] as number };
    });
    return { promise: row[2] as number, come, examined: (row[1] as number) - 1 };
  });
}

/** Bounds several threads reckon together. */
export interface BoundBatch {
  readonly raw: Float64Array;
  readonly marks: Marks;
}

/** Lays out the bounds of so many candidates for several threads. */
export const boundBatch = (candidates: number): BoundBatch => ({
  raw: sharedFloat64(candidates),
  marks: sharedInt32(MARKS),
});

/** Reckons bounds until none is left to take. */
export function workOnBounds({ raw, marks }: BoundBatch, solver: SeedSolver): void {
  for (;;) {
    const from = Atomics.add(marks, NEXT, BOUNDS_TAKEN);
    if (from >= raw.length) return;
    layRawBounds(raw, solver, { from, to: Math.min(raw.length, from + BOUNDS_TAKEN) });
  }
}
