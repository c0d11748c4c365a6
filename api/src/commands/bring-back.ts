import { requireAccess } from "#domain/access/decide.ts";
import { decideBringBack, type BringBackProblem } from "#domain/business/bring-back.ts";
import type { Decision } from "#domain/decision.ts";
import { NotFoundError } from "#domain/errors.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { BusinessImportRecord } from "#persistence/business-import-record.ts";
import { planKept } from "./apply-import.ts";
import type { CommandContext } from "./context.ts";
import { lockImports } from "./import-lock.ts";
import { keptPreview } from "./import-plan.ts";

/** Says which of the rows a list sets aside are taken all the same, and reads the list anew with them. */
export function bringBackSetAside(
  ctx: CommandContext & { readonly reference: Reference },
  importId: string,
  keys: readonly string[],
): Promise<Decision<{ importId: string }, BringBackProblem>> {
  const federation = requireAccess(ctx.viewer, "business.import");
  return ctx.em.transactional(async (em) => {
    await lockImports(em, federation);
    const kept = await em.findOne(
      BusinessImportRecord,
      { id: importId },
      { populate: ["content"], disableIdentityMap: true },
    );
    if (!kept) throw new NotFoundError("import");
    requireAccess(ctx.viewer, "business.import", { federation: kept.federationCode });
    const offered = (kept.preview.setAside ?? []).map(({ key }) => key);
    const decision = decideBringBack({ applied: kept.appliedAt !== null, offered }, keys);
    if (!decision.accepted) return decision;

    const { broughtBack } = decision.change;
    const { preview } = await planKept(ctx, em, { ...kept, broughtBack });
    await em.nativeUpdate(
      BusinessImportRecord,
      { id: importId },
      { broughtBack, preview: keptPreview(preview), counts: preview.counts },
    );
    return { accepted: true, change: { importId } };
  });
}
