import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { SeedSolver } from "#matching/engine/seed-solver.ts";
import { workOnBounds, workOnSeeds } from "#matching/engine/shared-batch.ts";
import { awaitChange, DONE, FAILED, TOLD, type ThreadTask } from "./search-threads.ts";

const { calls } = workerData as { readonly calls: Int32Array };
let solver: SeedSolver | undefined;

/** Does one task. @returns whether there is to be another */
function work(task: ThreadTask): boolean {
  if (task.kind === "search") {
    Atomics.store(calls, FAILED, 0);
    solver = new SeedSolver(task.field, task.limits);
  } else if (task.kind === "bounds" && solver) workOnBounds(task.batch, solver);
  else if (task.kind === "seeds" && solver) workOnSeeds(task.batch, solver);
  return task.kind !== "close";
}

/** What was told stands in line at the port when it is counted. */
function nextTask(): ThreadTask | undefined {
  const received: { readonly message: ThreadTask } | undefined = parentPort
    ? receiveMessageOnPort(parentPort)
    : undefined;
  return received?.message;
}

function workUntilClosed(): void {
  for (let done = 0; ; done += 1) {
    while (Atomics.load(calls, TOLD) === done) awaitChange(calls, { place: TOLD, was: done });
    const task = nextTask();
    let goesOn = task !== undefined;
    try {
      goesOn &&= task !== undefined && work(task);
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      Atomics.store(calls, FAILED, 1);
    }
    Atomics.store(calls, DONE, done + 1);
    Atomics.notify(calls, DONE);
    if (!goesOn) return;
  }
}

parentPort?.postMessage("up");
workUntilClosed();
