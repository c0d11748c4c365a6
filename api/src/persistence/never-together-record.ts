import { defineEntity, p, type InferEntity } from "@mikro-orm/core";

/** A business that must never be brought together with another. For the federation's staff alone, and one-sided. */
export const NeverTogetherRecord = defineEntity({
  name: "NeverTogetherRecord",
  tableName: "never_together",
  properties: {
    id: p.uuid().primary(),
    federationCode: p.string().length(2),
    /** Whose wish it is. */
    businessId: p.uuid(),
    otherId: p.uuid(),
    reason: p.text(),
    notedBy: p.text(),
    notedAt: p.datetime(),
    withdrawnBy: p.text().strictNullable(),
    withdrawnAt: p.datetime().strictNullable(),
  },
});
export type NeverTogetherRecord = InferEntity<typeof NeverTogetherRecord>;
