import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { ImportPreview } from "#domain/business/import-preview.ts";

/** One file handed in, with what it would change. Applied at most once. */
export const BusinessImportRecord = defineEntity({
  name: "BusinessImportRecord",
  tableName: "business_import",
  properties: {
    id: p.uuid().primary(),
    federationCode: p.string().length(2),
    fileName: p.text(),
    content: p.blob().lazy(),
    sheet: p.text().strictNullable(),
    headerRow: p.integer().strictNullable(),
    preview: p.json<ImportPreview>(),
    askedBy: p.text(),
    createdAt: p.datetime(),
    appliedAt: p.datetime().strictNullable(),
  },
});
export type BusinessImportRecord = InferEntity<typeof BusinessImportRecord>;
