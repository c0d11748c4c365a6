import type { Pool } from "pg";

/** Seconds a worker has from taking a job to showing that it lives. */
const SHOWN_WITHIN_SECONDS = 10;

/** Shows that the workers of this process live. */
export interface Liveness {
  show(worker: string): Promise<void>;
  close(): void;
}

/**
 * Each worker holds an advisory lock on a connection of its process; a process that is killed loses it with the
 * connection, at once, whatever killed it.
 */
export async function openLiveness(pool: Pool): Promise<Liveness> {
  const client = await pool.connect();
  const shown = new Set<string>();
  return {
    async show(worker) {
      if (shown.has(worker)) return;
      shown.add(worker);
      await client.query("select pg_advisory_lock(hashtext('worker'), hashtext($1))", [worker]);
    },
    close: () => client.release(true),
  };
}

/** A worker that was killed keeps its jobs locked, for hours if nobody releases them; they are then taken anew. */
export async function releaseDeadWorkers(pool: Pool): Promise<void> {
  await pool.query(
    `select graphile_worker.force_unlock_workers(array(
       select worker from (
         select distinct locked_by as worker from graphile_worker.jobs
         where locked_at < now() - make_interval(secs => $1)) as old
       where pg_try_advisory_xact_lock(hashtext('worker'), hashtext(worker))))`,
    [SHOWN_WITHIN_SECONDS],
  );
}
