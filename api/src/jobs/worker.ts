import { Logger, run, type Runner, type Task } from "graphile-worker";
import { openPool } from "#persistence/pool.ts";
import { openLiveness, releaseDeadWorkers, type Liveness } from "./liveness.ts";

/** Connections to the queue besides one for each kind of job, which listens: those that take and end jobs. */
const QUEUE_CONNECTIONS = 4;
/** Milliseconds between looks at the queue where its own notification was missed. */
const POLL_EVERY_MS = 2_000;
/** Milliseconds between looks for jobs of workers that were killed. */
const LOOK_FOR_DEAD_EVERY_MS = 15_000;

/** A process that takes jobs from the queue. */
export interface RunningWorker {
  stop(): Promise<void>;
}

/** What is done for each kind of job, by its name in the queue. */
export type JobKinds = Readonly<Record<string, (payload: never) => Promise<void>>>;

/**
 * Starts taking jobs, one of each kind at a time: a search takes a core for many seconds and holds up no list. The queue
 * is the owner's; what a job itself does runs as the app role, for one federation.
 */
export async function startWorker(ownerUrl: string, kinds: JobKinds): Promise<RunningWorker> {
  const names = Object.keys(kinds);
  const pool = openPool(ownerUrl, QUEUE_CONNECTIONS + names.length);
  await releaseDeadWorkers(pool);
  const liveness = await openLiveness(pool);
  const runners: Runner[] = [];
  for (const [name, work] of Object.entries(kinds)) {
    const runner = await run({
      pgPool: pool,
      taskList: { [name]: taskOf(work, liveness) },
      concurrency: 1,
      pollInterval: POLL_EVERY_MS,
      noHandleSignals: true,
      logger: new Logger(() => () => {}),
    });
    runners.push(runner);
  }
  // A look that fails now is made good by the next one.
  const look = setInterval(() => void releaseDeadWorkers(pool).catch(() => {}), LOOK_FOR_DEAD_EVERY_MS);
  return {
    async stop() {
      clearInterval(look);
      await Promise.all(runners.map((runner) => runner.stop()));
      liveness.close();
      await pool.end();
    },
  };
}

function taskOf(work: JobKinds[string], liveness: Liveness): Task {
  return async (payload, { job }) => {
    if (job.locked_by !== null) await liveness.show(job.locked_by);
    await work(payload as never);
  };
}
