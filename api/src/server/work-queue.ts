import { writeImport, type WritingJob } from "#commands/write-import.ts";
import { answerDiscovery, type DiscoveryJob, type JobContext } from "#jobs/answer-discovery.ts";
import { startWorker, type RunningWorker } from "#jobs/worker.ts";
import { clock } from "./clock.ts";

/** Takes every kind of job there is from the queue. */
export function workQueue(job: JobContext & { readonly ownerUrl: string }): Promise<RunningWorker> {
  return startWorker(job.ownerUrl, {
    discover: (payload: DiscoveryJob) => answerDiscovery(job, payload),
    writeImport: (payload: WritingJob) => writeImport({ ...job, newId: clock.newId }, payload),
  });
}
