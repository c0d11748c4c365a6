import type { EntityManager } from "@mikro-orm/postgresql";
import { rememberedChoice } from "#domain/business/import-choice.ts";
import type { Provenance } from "#domain/business/provenance.ts";
import type { BusinessImportRecord } from "#persistence/business-import-record.ts";
import { ListShapeRecord } from "#persistence/list-shape-record.ts";

/** Keeps what was said about a list, for the next one of its shape. */
export async function rememberShape(
  { em, federation, now }: { readonly em: EntityManager; readonly federation: string; readonly now: Date },
  { shape, choice }: Pick<BusinessImportRecord, "shape" | "choice">,
  provenance: Provenance,
): Promise<void> {
  if (shape === null) return;
  await em.upsert(ListShapeRecord, {
    ...{ federationCode: federation, shape, choice: rememberedChoice(choice) },
    ...{ provenance, usedAt: now },
  });
}

/** What was said about the last list of this shape; null where there was none. */
export function findShape(em: EntityManager, shape: string): Promise<ListShapeRecord | null> {
  return em.findOne(ListShapeRecord, { shape }, { disableIdentityMap: true });
}
