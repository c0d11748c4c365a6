import { parentPort, workerData } from "node:worker_threads";
import {
  runComplete,
  runGroupsAround,
  runSearch,
  runWhyNot,
  type CompleteTask,
  type GroupsAroundTask,
  type SearchTask,
  type WhyNotTask,
} from "./matching-task.ts";
import { SearchThreads } from "./search-threads.ts";

/** Milliseconds between two reports of progress: a bar that moves, not a flood of messages. */
const PROGRESS_EVERY_MS = 200;

/** One task of the thread; the flag turns 1 when somebody wants a search to stop. */
export type ThreadStart =
  | { readonly kind: "search"; readonly task: SearchTask; readonly stopFlag: Int32Array }
  | { readonly kind: "complete"; readonly task: CompleteTask }
  | { readonly kind: "groups-around"; readonly task: GroupsAroundTask }
  | { readonly kind: "why-not"; readonly task: WhyNotTask };

/** Threads that solve seeds with this one. */
const crew = SearchThreads.open(workerData as number);

async function search(task: SearchTask, stopFlag: Int32Array) {
  const { crewOf } = await crew;
  let reportedAt = 0;
  return runSearch(task, {
    crewOf,
    shouldStop: () => Atomics.load(stopFlag, 0) === 1,
    onProgress(progress) {
      if (performance.now() - reportedAt < PROGRESS_EVERY_MS) return;
      reportedAt = performance.now();
      parentPort?.postMessage({ progress });
    },
  });
}

async function answer(start: ThreadStart) {
  switch (start.kind) {
    case "search":
      return search(start.task, start.stopFlag);
    case "complete":
      return runComplete(start.task);
    case "groups-around":
      return runGroupsAround(start.task);
    case "why-not":
      return runWhyNot(start.task);
  }
}

// A task that fails ends the thread: whoever waits is told, and the next task finds a new one.
parentPort?.on("message", async (start: ThreadStart) => {
  parentPort?.postMessage({ answer: await answer(start) });
});
