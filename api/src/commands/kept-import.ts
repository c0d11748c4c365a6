import { LockMode } from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import { NotFoundError } from "#domain/errors.ts";
import { BusinessImportRecord } from "#persistence/business-import-record.ts";
import type { CommandContext } from "./context.ts";

/** What else than its row an import is opened for. */
interface Opening {
  /** The file is read as well. */
  readonly content?: true;
  /** Nobody else changes it until the transaction ends. */
  readonly locked?: true;
}

/**
 * An import as it is now, for somebody who may import in its federation.
 * @throws NotFoundError where the viewer has none of that id
 */
export async function openImport(
  { em, ctx }: { readonly em: EntityManager; readonly ctx: CommandContext },
  importId: string,
  { content, locked }: Opening = {},
): Promise<BusinessImportRecord> {
  const kept = await em.findOne(
    BusinessImportRecord,
    { id: importId },
    {
      disableIdentityMap: true,
      ...(content ? { populate: ["content"] as const } : {}),
      ...(locked ? { lockMode: LockMode.PESSIMISTIC_WRITE } : {}),
    },
  );
  if (!kept) throw new NotFoundError("import");
  requireAccess(ctx.viewer, "business.import", { federation: kept.federationCode });
  return kept as BusinessImportRecord;
}
