import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import { revertChanges } from "#domain/business/history.ts";
import type { Decision } from "#domain/decision.ts";
import { ConflictError } from "#domain/errors.ts";
import { problemsOfRestoringVisit, type VisitProblem } from "#domain/visit/visit.ts";
import { BusinessEventRecord } from "#persistence/business-event-record.ts";
import { VisitRecord } from "#persistence/visit-record.ts";
import { findKnownId } from "#queries/absorbing-businesses.ts";
import { getBusinessToChange } from "#queries/stored-business.ts";
import { getVisit } from "#queries/stored-visit.ts";
import { addVisitVersion } from "./add-visit-version.ts";
import { changeBusinesses } from "./change-businesses.ts";
import { actorOf, type CommandContext } from "./context.ts";
import type { SeenVisit } from "./correct-visit.ts";

/**
 * Brings one's own withdrawn record back as it stood, with the facts that went with it where nobody changed them
 * since. One that is not withdrawn stays as it is. @throws ConflictError on a stale version
 */
export function restoreVisit(ctx: CommandContext, seen: SeenVisit): Promise<Decision<null, VisitProblem>> {
  requireAccess(ctx.viewer, "visit.write");
  return ctx.em.transactional(async (em) => {
    const { id: _id, at: _at, ...visit } = await getVisit(em, seen.visitId);
    requireAccess(ctx.viewer, "visit.write", { federation: visit.federationCode });
    if (visit.visitVersion !== seen.version) throw new ConflictError("visit");
    const problems = problemsOfRestoringVisit(visit, actorOf(ctx.viewer).actorId);
    if (problems.length > 0) return { accepted: false, problems };
    if (visit.state !== "WITHDRAWN") return { accepted: true, change: null };

    const before = await em.findOneOrFail(VisitRecord, { visitId: visit.visitId, visitVersion: seen.version - 1 });
    await addVisitVersion({ em, ctx }, { ...visit, state: before.state, visitVersion: seen.version + 1 });
    await bringFactsAgain({ em, ctx }, visit);
    return { accepted: true, change: null };
  });
}

/** Undoes the latest taking back of each change the visit brought, the oldest change first. */
async function bringFactsAgain(
  { em, ctx }: { readonly em: EntityManager; readonly ctx: CommandContext },
  { visitId, businessId, heldOn }: Pick<VisitRecord, "visitId" | "businessId" | "heldOn">,
): Promise<void> {
  const oldestFirst = { orderBy: { businessVersion: "asc" }, disableIdentityMap: true } as const;
  const brought = await em.find(BusinessEventRecord, { causeId: visitId, kind: "VISITED" }, oldestFirst);
  const causes = brought.map(({ id }) => id);
  const back = await em.find(BusinessEventRecord, { causeId: { $in: causes }, kind: "UNDONE" }, oldestFirst);
  const latest = new Map(back.map((event) => [event.causeId, event]));
  const knownId = await findKnownId(em, businessId);
  for (const { id, changes } of causes.flatMap((cause) => latest.get(cause) ?? [])) {
    const { kept: before, federation } = await getBusinessToChange(em, knownId);
    const { state: after } = revertChanges(before, changes);
    await changeBusinesses({ em, ctx }, [{ id: knownId, before, after }], { federation, kind: "UNDONE", causeId: id });
  }
  await moveLastContactOn({ em, ctx }, { knownId, visitId, heldOn });
}

/** The last contact is this visit's day again where it is later than what is known meanwhile. */
async function moveLastContactOn(
  { em, ctx }: { readonly em: EntityManager; readonly ctx: CommandContext },
  { knownId, visitId, heldOn }: Pick<VisitRecord, "visitId" | "heldOn"> & { readonly knownId: string },
): Promise<void> {
  const { kept: before, federation } = await getBusinessToChange(em, knownId);
  const { lastContact } = before.facts;
  if (lastContact !== undefined && lastContact.value >= heldOn) return;
  const told = { source: "adviser", on: ctx.today(), by: actorOf(ctx.viewer).actorName } as const;
  const facts = { ...before.facts, lastContact: { value: heldOn, ...told } };
  await changeBusinesses({ em, ctx }, [{ id: knownId, before, after: { ...before, facts } }], {
    ...{ federation, kind: "VISITED", causeId: visitId },
  });
}
