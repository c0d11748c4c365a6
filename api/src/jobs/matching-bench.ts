import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { SearchProgress } from "#matching/search-plan.ts";
import { LayoutStore } from "./layout-store.ts";
import type {
  CompleteTask,
  GroupsAroundTask,
  runComplete,
  runGroupsAround,
  runSearch,
  runWhyNot,
  SearchTask,
  WhyNotTask,
} from "./matching-task.ts";
import type { ThreadStart } from "./matching-thread.ts";

/** What a search answers with. */
export type SearchAnswer = ReturnType<typeof runSearch>;

/** What a look at one business answers with. */
export type WhyNotAnswer = ReturnType<typeof runWhyNot>;

/** What a look for the groups of one business answers with. */
export type GroupsAroundAnswer = ReturnType<typeof runGroupsAround>;

/** What a question of who is missing answers with. */
export type CompleteAnswer = ReturnType<typeof runComplete>;

/** The caller's hand on a search. */
export interface SearchHand {
  /** Stops the search; it then answers with what it has, marked as cut short. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SearchProgress) => void;
}

/** Where searches run: outside the thread that answers people, one after another. */
export interface MatchingBench {
  /** The businesses of federations, as searches take them. */
  readonly layouts: LayoutStore;
  /** Has the threads start and load at once, where questions will come: the first is else answered a second later. */
  warmUp(): void;
  search(task: SearchTask, hand?: SearchHand): Promise<SearchAnswer>;
  /** Finds the groups one business can be in: about a tenth of a second, in the line of whyNot. */
  groupsAround(task: GroupsAroundTask): Promise<GroupsAroundAnswer>;
  /** Says where a business stands in an answer: a fraction of a second, beside a search that may run. One after another. */
  whyNot(task: WhyNotTask): Promise<WhyNotAnswer>;
  /** Says who is missing in a group: a second or two, in the line of whyNot. */
  complete(task: CompleteTask): Promise<CompleteAnswer>;
  /** Stops what runs and waits for it. */
  close(): Promise<void>;
}

type Message<Answer> = { readonly progress: SearchProgress } | { readonly answer: Answer };

/** Threads a search is given at most: beyond, they wait for each other more than they help. */
const THREADS_MAX = 8;

/**
 * A thread that answers one task after another. It stays between them, asleep and warm; one that fails in a task is
 * replaced for the next.
 */
class TaskThread {
  private last: Promise<unknown> = Promise.resolve();
  private worker: Worker | undefined;
  /** Tells whoever waits that there will be no answer. */
  private fail: (error: unknown) => void = () => {};
  private readonly threads: number;

  /** @param threads in all, of which a search makes use */
  constructor(threads: number) {
    this.threads = threads;
  }

  /** Starts the thread; as one that sleeps it keeps no process alive. */
  warmUp(): void {
    this.worker ??= this.hire();
    this.worker.unref();
  }

  add<Answer>(start: ThreadStart, onProgress?: (progress: SearchProgress) => void): Promise<Answer> {
    const answer = this.last.then(() => this.run<Answer>(start, onProgress));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  async close(): Promise<void> {
    await this.last;
    await this.worker?.terminate();
  }

  private run<Answer>(start: ThreadStart, onProgress?: (progress: SearchProgress) => void): Promise<Answer> {
    const worker = (this.worker ??= this.hire());
    worker.removeAllListeners("message");
    worker.ref();
    worker.postMessage(start);
    return new Promise<Answer>((resolve, reject) => {
      worker.on("message", (message: Message<Answer>) => {
        if ("answer" in message) resolve(message.answer);
        else onProgress?.(message.progress);
      });
      this.fail = reject;
    }).finally(() => worker.unref());
  }

  private hire(): Worker {
    const worker = new Worker(new URL("./matching-thread.ts", import.meta.url), { workerData: this.threads });
    const end = (error: unknown) => {
      if (this.worker !== worker) return;
      this.worker = undefined;
      this.fail(error);
    };
    worker.on("error", end);
    worker.on("exit", () => end(new Error("The matching thread ended without an answer.")));
    return worker;
  }
}

/**
 * Opens the bench. One search at a time: a second beside it would only slow both.
 * @param threads for a search, as far as they help; as many as there are cores unless told otherwise
 */
export function openMatchingBench(threads = availableParallelism()): MatchingBench {
  const closing = new AbortController();
  const searches = new TaskThread(Math.min(threads, THREADS_MAX));
  const looks = new TaskThread(1);
  return {
    layouts: new LayoutStore(),
    warmUp() {
      searches.warmUp();
      looks.warmUp();
    },
    search: (task, hand = {}) => search(searches, task, { ...hand, closing: closing.signal }),
    groupsAround: (task) => looks.add<GroupsAroundAnswer>({ kind: "groups-around", task }),
    whyNot: (task) => looks.add<WhyNotAnswer>({ kind: "why-not", task }),
    complete: (task) => looks.add<CompleteAnswer>({ kind: "complete", task }),
    async close() {
      closing.abort();
      await Promise.all([searches.close(), looks.close()]);
    },
  };
}

async function search(
  line: TaskThread,
  task: SearchTask,
  { signal, closing, onProgress }: SearchHand & { readonly closing: AbortSignal },
): Promise<SearchAnswer> {
  const stopFlag = new Int32Array(new SharedArrayBuffer(4));
  const stop = () => void Atomics.store(stopFlag, 0, 1);
  const signals = [closing, ...(signal ? [signal] : [])];
  for (const one of signals) {
    if (one.aborted) stop();
    one.addEventListener("abort", stop, { once: true });
  }
  try {
    return await line.add<SearchAnswer>({ kind: "search", task, stopFlag }, onProgress);
  } finally {
    for (const one of signals) one.removeEventListener("abort", stop);
  }
}
