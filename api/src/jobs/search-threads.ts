import { Worker } from "node:worker_threads";
import { boundsOf, type Bounds } from "#matching/engine/bound.ts";
import type { Crew, CrewOf, Solved, Watch } from "#matching/engine/crew.ts";
import type { Field } from "#matching/engine/field.ts";
import { SeedSolver, type GroupLimits, type Start } from "#matching/engine/seed-solver.ts";
import {
  boundBatch,
  examinedOf,
  seedBatch,
  solvedOf,
  workOnBounds,
  workOnSeeds,
  type BoundBatch,
  type SeedBatch,
} from "#matching/engine/shared-batch.ts";

/** What a thread is told, in the order told. */
export type ThreadTask =
  | { readonly kind: "search"; readonly field: Field; readonly limits: GroupLimits }
  | { readonly kind: "bounds"; readonly batch: BoundBatch }
  | { readonly kind: "seeds"; readonly batch: SeedBatch }
  | { readonly kind: "close" };

/** Places in the calls of a thread: tasks told to it, tasks it has done, 1 when it failed in the last search. */
export const TOLD = 0;
export const DONE = 1;
export const FAILED = 2;
const CALLS = 3;

/** Milliseconds a thread may need for its part of a batch, many times what it does; beyond it is taken for lost. */
const LOST_AFTER_MS = 120_000;

/**
 * Milliseconds a thread looks out for another before it goes to sleep: longer than from one batch to the next. To be woken
 * takes about as long as a batch does where threads are woken slowly, as in a container.
 */
const LOOKOUT_MS = 4;

/** Looks between two at the clock. */
const LOOKS = 64;

/** A call of a thread, and what it stood at. */
interface Awaited {
  readonly place: number;
  readonly was: number;
  readonly timeoutMs?: number;
}

/** Waits until a call has changed. @returns false where that took longer than so many milliseconds */
export function awaitChange(calls: Int32Array, { place, was, timeoutMs = Infinity }: Awaited): boolean {
  const until = performance.now() + LOOKOUT_MS;
  do {
    for (let look = 0; look < LOOKS; look += 1) if (Atomics.load(calls, place) !== was) return true;
  } while (performance.now() < until);
  return Atomics.wait(calls, place, was, timeoutMs) !== "timed-out";
}

interface HiredThread {
  readonly worker: Worker;
  readonly calls: Int32Array;
}

/**
 * Threads that solve seeds beside the one that asks them. They stay, and stay warm, from search to search; between
 * searches they sleep, between batches they look out for the next. One search at a time. The asking thread works with
 * them and waits for them, so it must not be the one that answers people.
 */
export class SearchThreads {
  private readonly threads: readonly HiredThread[];

  private constructor(threads: readonly HiredThread[]) {
    this.threads = threads;
  }

  /** @param count threads in all, with the one that asks */
  static async open(count: number): Promise<SearchThreads> {
    return new SearchThreads(await Promise.all(Array.from({ length: count - 1 }, hire)));
  }

  /** Puts a crew of all of them together for one search. */
  readonly crewOf: CrewOf = (field, limits) => new ThreadedCrew(field, limits, this);

  tell(task: ThreadTask): void {
    for (const { worker, calls } of this.threads) {
      worker.postMessage(task);
      Atomics.add(calls, TOLD, 1);
      Atomics.notify(calls, TOLD);
    }
  }

  /** Waits until all have done what they were told. */
  wait(): void {
    for (const { calls } of this.threads) {
      const told = Atomics.load(calls, TOLD);
      for (let done = Atomics.load(calls, DONE); done < told; done = Atomics.load(calls, DONE)) {
        if (!awaitChange(calls, { place: DONE, was: done, timeoutMs: LOST_AFTER_MS }))
          throw new Error("A search thread was lost.");
      }
      if (Atomics.load(calls, FAILED) === 1) throw new Error("A search thread failed; it wrote why to stderr.");
    }
  }

  async close(): Promise<void> {
    this.tell({ kind: "close" });
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
  }
}

async function hire(): Promise<HiredThread> {
  const calls = new Int32Array(new SharedArrayBuffer(4 * CALLS));
  const worker = new Worker(new URL("./search-thread.ts", import.meta.url), { workerData: { calls } });
  // A search waits for its threads; threads that wait for a search keep no process alive.
  worker.unref();
  // It says one thing, that it is up.
  await new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  return { worker, calls };
}

/** All threads of a search, the asking one among them. */
class ThreadedCrew implements Crew {
  readonly bounds: Bounds;
  private readonly threads: SearchThreads;
  private readonly solver: SeedSolver;
  private readonly membersMax: number;

  constructor(field: Field, limits: GroupLimits, threads: SearchThreads) {
    this.threads = threads;
    this.membersMax = limits.membersMax;
    threads.tell({ kind: "search", field, limits });
    const batch = boundBatch(field.columns.count);
    threads.tell({ kind: "bounds", batch });
    this.solver = new SeedSolver(field, limits);
    workOnBounds(batch, this.solver);
    threads.wait();
    this.bounds = boundsOf(batch.raw, field.isEligible);
  }

  solve(seeds: Int32Array, start: Start, { isOver, onSolved }: Watch): readonly (Solved | undefined)[] {
    const batch = seedBatch(seeds, start, this.membersMax);
    this.threads.tell({ kind: "seeds", batch });
    workOnSeeds(batch, this.solver, {
      avoided: start.avoided,
      isOver: (solved) => {
        onSolved(solved, examinedOf(batch));
        return isOver(0);
      },
    });
    this.threads.wait();
    return solvedOf(batch);
  }
}
