import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { Facts } from "#domain/business/facts.ts";

/**
 * One business a federation knows. What identifies it stands in columns; everything else is a fact with its source
 * and date in `facts`, where an absent key means that it is not known.
 */
export const BusinessRecord = defineEntity({
  name: "BusinessRecord",
  tableName: "business",
  properties: {
    id: p.uuid().primary(),
    federationCode: p.string().length(2),
    externalId: p.text().strictNullable(),
    corporateNumber: p.string().length(13).strictNullable(),
    name: p.text(),
    nameKana: p.text().strictNullable(),
    facts: p.json<Facts>(),
    /** Name, kana and address folded for search; kept in step by the one who writes the row. */
    searchText: p.text(),
    /** 5-digit municipality, drawn out of `facts` by the database for filters. */
    municipality: p.string().length(5).strictNullable().persist(false),
    version: p.integer(),
    /** Since when it is no longer among the known ones: its list was undone, or it was merged into another. */
    removedAt: p.datetime().strictNullable(),
    /** The business it turned out to be. */
    mergedInto: p.uuid().strictNullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  // Whoever does not say otherwise sees the known ones alone.
  filters: { known: { name: "known", cond: { removedAt: null }, default: true } },
});
export type BusinessRecord = InferEntity<typeof BusinessRecord>;
