import { Worker } from "node:worker_threads";
import type { SearchProgress } from "#matching/discover.ts";
import type { runSearch, SearchTask } from "./matching-task.ts";
import type { ThreadStart } from "./matching-thread.ts";

/** What a search answers with. */
export type SearchAnswer = ReturnType<typeof runSearch>;

/** The caller's hand on a search. */
export interface SearchHand {
  /** Stops the search; it then answers with what it has, marked as cut short. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SearchProgress) => void;
}

/** Where searches run: outside the thread that answers people, one after another. */
export interface MatchingBench {
  search(task: SearchTask, hand?: SearchHand): Promise<SearchAnswer>;
  /** Stops what runs and waits for it. */
  close(): Promise<void>;
}

type Message = { readonly progress: SearchProgress } | { readonly answer: SearchAnswer };

/** Opens the bench. One search at a time: a second beside it would take the core that answers pages. */
export function openMatchingBench(): MatchingBench {
  const closing = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  return {
    search(task, hand = {}) {
      const signals = [closing.signal, ...(hand.signal ? [hand.signal] : [])];
      const answer = last.then(() => runInThread(task, { ...hand, signal: AbortSignal.any(signals) }));
      last = answer.catch(() => undefined);
      return answer;
    },
    async close() {
      closing.abort();
      await last;
    },
  };
}

function runInThread(task: SearchTask, hand: SearchHand): Promise<SearchAnswer> {
  const stopFlag = new Int32Array(new SharedArrayBuffer(4));
  const stop = () => void Atomics.store(stopFlag, 0, 1);
  if (hand.signal?.aborted) stop();
  hand.signal?.addEventListener("abort", stop, { once: true });
  return new Promise<SearchAnswer>((resolve, reject) => {
    const start: ThreadStart = { task, stopFlag };
    const thread = new Worker(new URL("./matching-thread.ts", import.meta.url), { workerData: start });
    thread.on("message", (message: Message) => {
      if ("answer" in message) resolve(message.answer);
      else hand.onProgress?.(message.progress);
    });
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("The matching thread ended without an answer.")));
  }).finally(() => hand.signal?.removeEventListener("abort", stop));
}
