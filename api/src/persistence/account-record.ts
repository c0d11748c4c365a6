import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { Role } from "#domain/access/viewer.ts";

/** One person who may sign in. Visible to the own federation, and to whoever is signing in with its e-mail. */
export const AccountRecord = defineEntity({
  name: "AccountRecord",
  tableName: "account",
  properties: {
    id: p.uuid().primary(),
    federationCode: p.string().length(2),
    /** Lower case; unique in the whole installation. */
    email: p.string().length(254),
    name: p.string().length(100),
    role: p.string().length(20).$type<Role>(),
    /** argon2id, with its parameters and salt. */
    passwordHash: p.text(),
    /** A demo account may never sign in on a public address. */
    demo: p.boolean(),
    disabledAt: p.datetime().strictNullable(),
    createdAt: p.datetime(),
  },
});
export type AccountRecord = InferEntity<typeof AccountRecord>;
