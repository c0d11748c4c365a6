import type { Pool } from "pg";
import { Logger, run, type TaskList } from "graphile-worker";
import { openPool } from "#persistence/pool.ts";
import { answerDiscovery, type DiscoveryJob, type JobContext } from "./answer-discovery.ts";

/** Jobs one process answers side by side: searches take a core each. */
const JOBS_AT_ONCE = 1;
/** Connections to the queue: one that listens, one that takes and ends jobs, one to spare. */
const QUEUE_CONNECTIONS_MAX = 3;
/** Milliseconds between looks at the queue where its own notification was missed. */
const POLL_EVERY_MS = 2_000;

/** A process that takes jobs from the queue. */
export interface RunningWorker {
  stop(): Promise<void>;
}

/** Starts taking jobs. The queue is the owner's; what a job itself does runs as the app role, for one federation. */
export async function startWorker(job: JobContext & { readonly ownerUrl: string }): Promise<RunningWorker> {
  const tasks: TaskList = {
    discover: (payload) => answerDiscovery(job, payload as unknown as DiscoveryJob),
  };
  const pool = openPool(job.ownerUrl, QUEUE_CONNECTIONS_MAX);
  await releaseDeadWorkers(pool);
  const runner = await run({
    pgPool: pool,
    taskList: tasks,
    concurrency: JOBS_AT_ONCE,
    pollInterval: POLL_EVERY_MS,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
  });
  return {
    async stop() {
      await runner.stop();
      await pool.end();
    },
  };
}

/** Minutes after which a job's worker is taken for dead: a search takes some ten seconds. */
const DEAD_WORKER_MINUTES = 10;

/** A worker that was killed keeps its jobs locked, for hours if nobody releases them; they are then taken anew. */
async function releaseDeadWorkers(pool: Pool): Promise<void> {
  await pool.query(
    `select graphile_worker.force_unlock_workers(array(
       select distinct locked_by from graphile_worker.jobs where locked_at < now() - make_interval(mins => $1)))`,
    [DEAD_WORKER_MINUTES],
  );
}
