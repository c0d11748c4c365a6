import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import { decideApplyImport, type ApplyImportProblem, type ApplyWishes } from "#domain/business/apply-import.ts";
import { factsAfter, identityAfter } from "#domain/business/compare.ts";
import { sourceOfList } from "#domain/business/provenance.ts";
import type { Decision } from "#domain/decision.ts";
import { NotFoundError } from "#domain/errors.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { BusinessImportRecord } from "#persistence/business-import-record.ts";
import { changeBusinesses, type BusinessChange } from "./change-businesses.ts";
import { actorOf, type CommandContext } from "./context.ts";
import { lockImports } from "./import-lock.ts";
import { rememberShape } from "./list-shapes.ts";
import { keptPreview, planFile, type PlannedImport } from "./import-plan.ts";

/**
 * Writes what a kept file means now, all of it in one transaction or nothing. Compared anew: what others changed since
 * the preview is not undone.
 */
export function applyImport(
  ctx: CommandContext & { readonly reference: Reference },
  importId: string,
  wishes: ApplyWishes,
): Promise<Decision<{ importId: string }, ApplyImportProblem>> {
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
    const planned = await planKept(ctx, em, kept);
    const decision = decideApplyImport(
      { applied: kept.appliedAt !== null, refused: planned.preview.counts.refused, namesFound: hasNames(planned) },
      wishes,
    );
    if (!decision.accepted) return decision;

    const cause = { federation, kind: "IMPORTED", causeId: importId } as const;
    const { provenance } = decision.change;
    const told = { ...sourceOfList(provenance), on: ctx.today() };
    await changeBusinesses({ em, ctx }, changesOf(ctx, planned, told), cause);
    const applied = { provenance, appliedAt: ctx.now(), appliedBy: actorOf(ctx.viewer).actorName };
    await em.nativeUpdate(
      BusinessImportRecord,
      { id: importId },
      { preview: keptPreview(planned.preview), counts: planned.preview.counts, ...applied },
    );
    if (provenance !== null) await rememberShape({ em, federation, now: ctx.now() }, kept, provenance);
    return { accepted: true, change: { importId } };
  });
}

/** What a kept file is read by. */
type KeptList = Pick<BusinessImportRecord, "fileName" | "content" | "sheet" | "headerRow" | "broughtBack" | "choice">;

/** The kept file could be read once, so it can again; what it means may have changed since. */
export async function planKept(
  ctx: CommandContext & { readonly reference: Reference },
  em: EntityManager,
  { fileName: name, content, sheet, headerRow, broughtBack, choice }: KeptList,
): Promise<PlannedImport> {
  const file = {
    name,
    ...{ bytes: content, broughtBack },
    ...(sheet === null ? {} : { sheet }),
    ...(headerRow === null ? {} : { headerRow }),
    ...choice,
  };
  const planned = await planFile(em, file, { reference: ctx.reference, today: ctx.today(), isNameOpen: true });
  if (planned.accepted) return planned.change;
  throw new Error(`A kept file can no longer be read: ${planned.problems.map(({ code }) => code).join(", ")}`);
}

function hasNames({ preview }: PlannedImport): boolean {
  return preview.columns.some(({ role }) => role === "name");
}

/** Who says what the list says, and when. */
type Told = Parameters<typeof factsAfter>[2];

/** Worked out one by one as they are written: of a long list, all at once would double what is in memory. */
function* changesOf(ctx: CommandContext, { plan, kept }: PlannedImport, told: Told): Generator<BusinessChange> {
  for (const verdict of plan.verdicts) {
    if (verdict.verdict === "unchanged") continue;
    const before = "id" in verdict ? kept.get(verdict.id) : undefined;
    const former = before?.former === undefined ? {} : { former: before.former };
    const facts = factsAfter(before?.facts ?? {}, verdict.entry, { ...told, ...former });
    const after = { ...identityAfter(before, verdict.entry), facts };
    yield before === undefined ? { id: ctx.newId(), after } : { id: before.id, before, after };
  }
}
