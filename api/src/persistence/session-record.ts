import { defineEntity, p, type InferEntity } from "@mikro-orm/core";

/** One signed-in browser. The token itself is only in the cookie; its SHA-256 is what is stored. */
export const SessionRecord = defineEntity({
  name: "SessionRecord",
  tableName: "session",
  properties: {
    tokenHash: p.string().length(64).primary(),
    accountId: p.uuid(),
    federationCode: p.string().length(2),
    createdAt: p.datetime(),
    lastSeenAt: p.datetime(),
  },
});
export type SessionRecord = InferEntity<typeof SessionRecord>;
