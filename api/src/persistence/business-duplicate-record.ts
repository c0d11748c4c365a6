import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { DuplicateReason } from "#domain/business/duplicate-reasons.ts";
import type { DuplicateSureness } from "#domain/business/duplicates.ts";

/** Two businesses that may be one, as they were found when the federation's businesses were last looked through. */
export const BusinessDuplicateRecord = defineEntity({
  name: "BusinessDuplicateRecord",
  tableName: "business_duplicate",
  properties: {
    oneId: p.uuid().primary(),
    otherId: p.uuid().primary(),
    federationCode: p.string().length(2),
    /** Where it stands among the pairs, the surest first. */
    rank: p.integer(),
    sureness: p.string().length(10).$type<DuplicateSureness>(),
    reasons: p.json<readonly DuplicateReason[]>(),
    /** How many businesses may all be the one these two are. */
    clusterSize: p.integer(),
  },
});
export type BusinessDuplicateRecord = InferEntity<typeof BusinessDuplicateRecord>;

/** Two businesses somebody judged to be two, whatever they have in common. */
export const BusinessDifferenceRecord = defineEntity({
  name: "BusinessDifferenceRecord",
  tableName: "business_difference",
  properties: {
    oneId: p.uuid().primary(),
    otherId: p.uuid().primary(),
    federationCode: p.string().length(2),
    judgedBy: p.text(),
    judgedAt: p.datetime(),
  },
});
export type BusinessDifferenceRecord = InferEntity<typeof BusinessDifferenceRecord>;
