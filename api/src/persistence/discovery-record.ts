import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { JobStatus } from "#domain/job-status.ts";
import type { AskedQuestion, StoredAnswer } from "./stored-answer.ts";

/** One question "what groups could exist?", how far its answer is, and the answer as it was given. */
export const DiscoveryRecord = defineEntity({
  name: "DiscoveryRecord",
  tableName: "discovery",
  properties: {
    id: p.uuid().primary(),
    federationCode: p.string().length(2),
    question: p.json<AskedQuestion>(),
    status: p.string().length(12).$type<JobStatus>(),
    progressPermille: p.integer(),
    answer: p.json<StoredAnswer>().strictNullable(),
    /** Number of the fault in the log, where we failed. */
    faultId: p.text().strictNullable(),
    askedBy: p.text(),
    askedAt: p.datetime(),
    finishedAt: p.datetime().strictNullable(),
  },
});
export type DiscoveryRecord = InferEntity<typeof DiscoveryRecord>;
