/** How far work is that runs outside a request: the answering of a question, the writing of a list. */
export const JOB_STATUSES = ["WAITING", "RUNNING", "DONE", "CANCELLED", "FAILED"] as const;
/** One of them. */
export type JobStatus = (typeof JOB_STATUSES)[number];

/** Work somebody asked for that has not ended; until then it can be cancelled. */
export const UNDER_WAY = ["WAITING", "RUNNING"] as const satisfies readonly JobStatus[];

/** Whether work was asked for and has not ended. */
export function isUnderWay(status: JobStatus | null): boolean {
  return UNDER_WAY.some((one) => one === status);
}
