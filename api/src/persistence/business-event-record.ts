import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { BusinessEventKind, StateChange } from "#domain/business/history.ts";
import type { SurveySheet } from "#domain/business/survey-answers.ts";

/** One thing that happened to what is known of a business. Rows are only ever added: the app role may not change or remove them. */
export const BusinessEventRecord = defineEntity({
  name: "BusinessEventRecord",
  tableName: "business_event",
  properties: {
    id: p.uuid().primary(),
    federationCode: p.string().length(2),
    businessId: p.uuid(),
    /** The business's version that this made: the order of its history, whatever the clocks say. */
    businessVersion: p.integer(),
    kind: p.string().length(20).$type<BusinessEventKind>(),
    /** What made it: an import, or the event that is taken back. */
    causeId: p.uuid().strictNullable(),
    at: p.datetime(),
    actorId: p.string().length(40),
    actorName: p.text(),
    /** Empty for a business that was added: its first state is what the later changes lead back to. */
    changes: p.json<readonly StateChange[]>(),
    /** Who answered the survey sheet that brought it, when and how; null for everything else. */
    survey: p.json<SurveySheet>().strictNullable(),
  },
});
export type BusinessEventRecord = InferEntity<typeof BusinessEventRecord>;
