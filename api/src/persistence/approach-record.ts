import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { PlainDate } from "#domain/calendar.ts";
import type { ApproachChannel, ApproachOutcome, ApproachState } from "#domain/proposal/approach.ts";

/** One approach to one business about one candidate, or the taking back of one. Rows are only ever added. */
export const ApproachRecord = defineEntity({
  name: "ApproachRecord",
  tableName: "proposal_approach",
  properties: {
    id: p.uuid().primary(),
    proposalId: p.uuid(),
    businessId: p.uuid(),
    federationCode: p.string().length(2),
    /** Its place among those of one business and candidate, from 1. */
    number: p.integer(),
    state: p.string().length(12).$type<ApproachState>(),
    channel: p.string().length(10).$type<ApproachChannel>(),
    outcome: p.string().length(12).$type<ApproachOutcome>(),
    heldOn: p.date().$type<PlainDate>(),
    note: p.text(),
    /** The approach it takes back; null for one that was made. */
    takesBack: p.uuid().strictNullable(),
    actorId: p.string().length(40),
    actorName: p.text(),
    /** When it was noted. */
    at: p.datetime(),
  },
});
export type ApproachRecord = InferEntity<typeof ApproachRecord>;
