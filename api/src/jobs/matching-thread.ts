import { parentPort, workerData } from "node:worker_threads";
import {
  runComplete,
  runSearch,
  runWhyNot,
  type CompleteTask,
  type SearchTask,
  type WhyNotTask,
} from "./matching-task.ts";

/** Milliseconds between two reports of progress: a bar that moves, not a flood of messages. */
const PROGRESS_EVERY_MS = 200;

/** What the thread is started with; the flag turns 1 when somebody wants a search to stop. */
export type ThreadStart =
  | { readonly kind: "search"; readonly task: SearchTask; readonly stopFlag: Int32Array }
  | { readonly kind: "complete"; readonly task: CompleteTask }
  | { readonly kind: "why-not"; readonly task: WhyNotTask };

function search(task: SearchTask, stopFlag: Int32Array) {
  let reportedAt = 0;
  return runSearch(task, {
    shouldStop: () => Atomics.load(stopFlag, 0) === 1,
    onProgress(progress) {
      if (performance.now() - reportedAt < PROGRESS_EVERY_MS) return;
      reportedAt = performance.now();
      parentPort?.postMessage({ progress });
    },
  });
}

const start = workerData as ThreadStart;

function answer() {
  switch (start.kind) {
    case "search":
      return search(start.task, start.stopFlag);
    case "complete":
      return runComplete(start.task);
    case "why-not":
      return runWhyNot(start.task);
  }
}

parentPort?.postMessage({ answer: answer() });
