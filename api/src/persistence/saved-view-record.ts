import { defineEntity, p, type InferEntity } from "@mikro-orm/core";

/** A view of the list of businesses that somebody keeps under a name: what the list's address asks. */
export const SavedViewRecord = defineEntity({
  name: "SavedViewRecord",
  tableName: "saved_view",
  properties: {
    id: p.uuid().primary(),
    federationCode: p.string().length(2),
    accountId: p.uuid(),
    name: p.string().length(60),
    /** Search part of the list's address, without its question mark. */
    query: p.text(),
    /** Whether every colleague of the federation sees it. */
    shared: p.boolean(),
    createdAt: p.datetime(),
    /** Since when it is removed; until then it can be brought back. */
    removedAt: p.datetime().strictNullable(),
  },
});
export type SavedViewRecord = InferEntity<typeof SavedViewRecord>;
