import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { OwnTerms, TermsChanges } from "#matching/own-terms.ts";

/** One version of a federation's own terms; the newest holds. Rows are only ever added: the app role may not change or remove them. */
export const TermsVersionRecord = defineEntity({
  name: "TermsVersionRecord",
  tableName: "terms_version",
  properties: {
    id: p.uuid().primary(),
    federationCode: p.string().length(2),
    /** 1 for the federation's first; each change is one more. */
    number: p.integer(),
    /** Version of the shipped terms it was decided on. */
    shipped: p.string().length(40),
    /** What is otherwise than shipped, in the form of a file of own terms; nothing where the shipped ones hold again. */
    own: p.json<OwnTerms>(),
    /** What changed against the terms before, as both were then. */
    changes: p.json<TermsChanges>(),
    /** The number it goes back to, 0 for the shipped terms; null where it is new. */
    restoredFrom: p.integer().strictNullable(),
    reason: p.text(),
    at: p.datetime(),
    actorId: p.string().length(40),
    actorName: p.text(),
  },
});
export type TermsVersionRecord = InferEntity<typeof TermsVersionRecord>;
