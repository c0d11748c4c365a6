import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import { decideApplyImport, type ApplyImportProblem } from "#domain/business/apply-import.ts";
import { factsAfter, identityAfter, type Verdict } from "#domain/business/compare.ts";
import { searchTextOf } from "#domain/business/search-text.ts";
import type { Decision } from "#domain/decision.ts";
import { NotFoundError } from "#domain/errors.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { BusinessImportRecord } from "#persistence/business-import-record.ts";
import { recordBusinesses, type BusinessRow } from "#persistence/record-businesses.ts";
import type { CommandContext } from "./context.ts";
import { planFile, type PlannedImport } from "./import-plan.ts";

/** One import at a time in a federation: two at once would each add what the other is adding. */
const IMPORT_LOCK = "select pg_advisory_xact_lock(hashtext('import of businesses'), hashtext(?))";

/**
 * Writes what a kept file means now, all of it in one transaction or nothing. Compared anew: what others changed since
 * the preview is not undone.
 */
export function applyImport(
  ctx: CommandContext & { readonly reference: Reference },
  importId: string,
  { skipRefused }: { readonly skipRefused: boolean },
): Promise<Decision<{ importId: string }, ApplyImportProblem>> {
  const federation = requireAccess(ctx.viewer, "business.import");
  return ctx.em.transactional(async (em) => {
    await em.execute(IMPORT_LOCK, [federation]);
    const kept = await em.findOne(
      BusinessImportRecord,
      { id: importId },
      { populate: ["content"], disableIdentityMap: true },
    );
    if (!kept) throw new NotFoundError("import");
    requireAccess(ctx.viewer, "business.import", { federation: kept.federationCode });
    const planned = await planKept(ctx, em, kept);
    const decision = decideApplyImport(
      { applied: kept.appliedAt !== null, refused: planned.preview.counts.refused },
      { skipRefused },
    );
    if (!decision.accepted) return decision;

    await recordBusinesses(em, rowsOf(ctx, planned), ctx.now());
    await em.nativeUpdate(BusinessImportRecord, { id: importId }, { preview: planned.preview, appliedAt: ctx.now() });
    return { accepted: true, change: { importId } };
  });
}

/** The kept file could be read once, so it can again; what it means may have changed since. */
async function planKept(
  ctx: CommandContext & { readonly reference: Reference },
  em: EntityManager,
  { fileName: name, content, sheet, headerRow }: BusinessImportRecord,
): Promise<PlannedImport> {
  const file = {
    name,
    bytes: content,
    ...(sheet === null ? {} : { sheet }),
    ...(headerRow === null ? {} : { headerRow }),
  };
  const planned = await planFile(em, file, { reference: ctx.reference, today: ctx.today() });
  if (planned.accepted) return planned.change;
  throw new Error(`A kept file can no longer be read: ${planned.problems.map(({ code }) => code).join(", ")}`);
}

function rowsOf(ctx: CommandContext, { plan, kept }: PlannedImport): BusinessRow[] {
  const federation = ctx.viewer.kind === "anonymous" ? "" : ctx.viewer.federation;
  return plan.verdicts.flatMap((verdict) =>
    verdict.verdict === "unchanged" ? [] : [rowOf(ctx, federation, { verdict, kept })],
  );
}

function rowOf(
  ctx: CommandContext,
  federation: string,
  { verdict, kept }: { readonly verdict: Verdict; readonly kept: PlannedImport["kept"] },
): BusinessRow {
  const before = "id" in verdict ? kept.get(verdict.id) : undefined;
  const { entry } = verdict;
  const identity = identityAfter(before, entry);
  const facts = factsAfter(before?.facts ?? {}, entry, { source: "list", on: ctx.today() });
  return {
    id: before?.id ?? ctx.newId(),
    federation_code: federation,
    external_id: identity.externalId ?? null,
    corporate_number: identity.corporateNumber ?? null,
    name: identity.name,
    name_kana: identity.nameKana ?? null,
    facts,
    search_text: searchTextOf(identity, facts),
  };
}
