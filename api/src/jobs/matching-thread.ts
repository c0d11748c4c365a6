import { parentPort, workerData } from "node:worker_threads";
import { runSearch, type SearchTask } from "./matching-task.ts";

/** Milliseconds between two reports of progress: a bar that moves, not a flood of messages. */
const PROGRESS_EVERY_MS = 200;

/** What the thread is started with; the flag turns 1 when somebody wants it to stop. */
export interface ThreadStart {
  readonly task: SearchTask;
  readonly stopFlag: Int32Array;
}

const { task, stopFlag } = workerData as ThreadStart;
let reportedAt = 0;
const answer = runSearch(task, {
  shouldStop: () => Atomics.load(stopFlag, 0) === 1,
  onProgress(progress) {
    if (performance.now() - reportedAt < PROGRESS_EVERY_MS) return;
    reportedAt = performance.now();
    parentPort?.postMessage({ progress });
  },
});
parentPort?.postMessage({ answer });
