import { defineEntity, p, type InferEntity } from "@mikro-orm/core";

/** A registered cooperative. Reference data: everyone may read it. */
export const CooperativeRecord = defineEntity({
  name: "CooperativeRecord",
  tableName: "reference_cooperative",
  properties: {
    /** Corporate number. */
    number: p.string().length(13).primary(),
    name: p.text(),
    kana: p.text().nullable(),
    kind: p.text(),
    municipality: p.string().length(5),
    address: p.text(),
    postcode: p.string().length(7).nullable(),
    /** Day the number was assigned, YYYY-MM-DD. */
    since: p.date(),
    /** Day it was closed; null while it exists. */
    until: p.date().nullable(),
  },
});
export type CooperativeRecord = InferEntity<typeof CooperativeRecord>;
