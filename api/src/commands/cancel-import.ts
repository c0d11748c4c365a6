import { requireAccess } from "#domain/access/decide.ts";
import { UNDER_WAY } from "#domain/job-status.ts";
import { BusinessImportRecord } from "#persistence/business-import-record.ts";
import type { CommandContext } from "./context.ts";
import { openImport } from "./kept-import.ts";

/** Stops the writing of a list; nothing of it is written then. One that is written already stays written. */
export async function cancelImport(ctx: CommandContext, importId: string): Promise<void> {
  requireAccess(ctx.viewer, "business.import");
  await openImport({ em: ctx.em, ctx }, importId);
  await ctx.em.nativeUpdate(
    BusinessImportRecord,
    { id: importId, jobStatus: { $in: UNDER_WAY } },
    { jobStatus: "CANCELLED" },
  );
}
