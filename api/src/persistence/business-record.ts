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
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export type BusinessRecord = InferEntity<typeof BusinessRecord>;
