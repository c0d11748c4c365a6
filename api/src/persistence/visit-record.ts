import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { PlainDate } from "#domain/calendar.ts";
import type { VisitChannel, VisitState } from "#domain/visit/visit.ts";

/** One version of the record of one visit. Rows are only ever added: the latest version counts, the others stay. */
export const VisitRecord = defineEntity({
  name: "VisitRecord",
  tableName: "visit",
  properties: {
    id: p.uuid().primary(),
    /** The visit, the same in all its versions. */
    visitId: p.uuid(),
    /** From 1. */
    visitVersion: p.integer(),
    federationCode: p.string().length(2),
    businessId: p.uuid(),
    heldOn: p.date().$type<PlainDate>(),
    channel: p.string().length(10).$type<VisitChannel>(),
    told: p.text(),
    impression: p.text(),
    nextStep: p.text(),
    nextOn: p.date().$type<PlainDate>().strictNullable(),
    minutes: p.integer().strictNullable(),
    state: p.string().length(10).$type<VisitState>(),
    /** Who made the visit: the one who noted its first version. */
    authorId: p.string().length(40),
    authorName: p.text(),
    /** When this version was written. */
    at: p.datetime(),
  },
});
export type VisitRecord = InferEntity<typeof VisitRecord>;
