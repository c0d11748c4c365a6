import { Worker } from "node:worker_threads";
import type { SearchProgress } from "#matching/search-plan.ts";
import { LayoutStore } from "./layout-store.ts";
import type { CompleteTask, runComplete, runSearch, runWhyNot, SearchTask, WhyNotTask } from "./matching-task.ts";
import type { ThreadStart } from "./matching-thread.ts";

/** What a search answers with. */
export type SearchAnswer = ReturnType<typeof runSearch>;

/** What a look at one business answers with. */
export type WhyNotAnswer = ReturnType<typeof runWhyNot>;

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
  search(task: SearchTask, hand?: SearchHand): Promise<SearchAnswer>;
  /** Says where a business stands in an answer: about a second, beside a search that may run. One after another. */
  whyNot(task: WhyNotTask): Promise<WhyNotAnswer>;
  /** Says who is missing in a group: a second or two, in the line of whyNot. */
  complete(task: CompleteTask): Promise<CompleteAnswer>;
  /** Stops what runs and waits for it. */
  close(): Promise<void>;
}

type Message<Answer> = { readonly progress: SearchProgress } | { readonly answer: Answer };

/** Runs one after another; waiting for the last waits for all. */
class Line {
  private last: Promise<unknown> = Promise.resolve();

  add<Answer>(run: () => Promise<Answer>): Promise<Answer> {
    const answer = this.last.then(run);
    this.last = answer.catch(() => undefined);
    return answer;
  }

  async end(): Promise<void> {
    await this.last;
  }
}

/** Opens the bench. One search at a time: a second beside it would take the core that answers pages. */
export function openMatchingBench(): MatchingBench {
  const closing = new AbortController();
  const searches = new Line();
  const looks = new Line();
  return {
    layouts: new LayoutStore(),
    search(task, hand = {}) {
      const signals = [closing.signal, ...(hand.signal ? [hand.signal] : [])];
      return searches.add(() => runSearchThread(task, { ...hand, signal: AbortSignal.any(signals) }));
    },
    whyNot: (task) => looks.add(() => runThread<WhyNotAnswer>({ kind: "why-not", task })),
    complete: (task) => looks.add(() => runThread<CompleteAnswer>({ kind: "complete", task })),
    async close() {
      closing.abort();
      await Promise.all([searches.end(), looks.end()]);
    },
  };
}

async function runSearchThread(task: SearchTask, { signal, onProgress }: SearchHand): Promise<SearchAnswer> {
  const stopFlag = new Int32Array(new SharedArrayBuffer(4));
  const stop = () => void Atomics.store(stopFlag, 0, 1);
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop, { once: true });
  try {
    return await runThread<SearchAnswer>({ kind: "search", task, stopFlag }, onProgress);
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

function runThread<Answer>(start: ThreadStart, onProgress?: (progress: SearchProgress) => void): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const thread = new Worker(new URL("./matching-thread.ts", import.meta.url), { workerData: start });
    thread.on("message", (message: Message<Answer>) => {
      if ("answer" in message) resolve(message.answer);
      else onProgress?.(message.progress);
    });
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("The matching thread ended without an answer.")));
  });
}
