import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { ImportChoice } from "#domain/business/import-choice.ts";
import type { Provenance } from "#domain/business/provenance.ts";

/** What a federation said about lists of one shape: how they are read and where they come from. */
export const ListShapeRecord = defineEntity({
  name: "ListShapeRecord",
  tableName: "list_shape",
  properties: {
    federationCode: p.string().length(2).primary(),
    shape: p.string().length(40).primary(),
    choice: p.json<ImportChoice>(),
    provenance: p.json<Provenance>(),
    usedAt: p.datetime(),
  },
});
export type ListShapeRecord = InferEntity<typeof ListShapeRecord>;
