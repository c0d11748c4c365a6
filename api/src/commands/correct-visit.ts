import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import { decisionOf, type Decision } from "#domain/decision.ts";
import { ConflictError } from "#domain/errors.ts";
import { decideNoteVisit, problemsOfChangingVisit, type VisitNote, type VisitProblem } from "#domain/visit/visit.ts";
import type { VisitRecord } from "#persistence/visit-record.ts";
import { findKnownId } from "#queries/absorbing-businesses.ts";
import { getBusinessToChange } from "#queries/stored-business.ts";
import { findLastVisitDay, getVisit } from "#queries/stored-visit.ts";
import { addVisitVersion, columnsOf } from "./add-visit-version.ts";
import { changeBusinesses } from "./change-businesses.ts";
import { actorOf, type CommandContext } from "./context.ts";

/** A visit as it was looked at. */
export interface SeenVisit {
  readonly visitId: string;
  readonly version: number;
}

/** Corrects one's own record of a visit; what stood there before is kept. @throws ConflictError on a stale version */
export function correctVisit(
  ctx: CommandContext,
  seen: SeenVisit,
  note: VisitNote,
): Promise<Decision<{ visitId: string }, VisitProblem>> {
  requireAccess(ctx.viewer, "visit.write");
  return ctx.em.transactional(async (em) => {
    const { id: _id, at: _at, ...visit } = await getVisit(em, seen.visitId);
    requireAccess(ctx.viewer, "visit.write", { federation: visit.federationCode });
    if (visit.visitVersion !== seen.version) throw new ConflictError("visit");
    const noted = decideNoteVisit(note, { today: ctx.today(), learnt: true });
    const problems = problemsOfChangingVisit(visit, actorOf(ctx.viewer).actorId);
    if (!noted.accepted || problems.length > 0) {
      return { accepted: false, problems: [...problems, ...(noted.accepted ? [] : noted.problems)] };
    }
    const columns = columnsOf(noted.change.note);
    // A step that was put anew is still to do.
    const isSameStep = columns.nextStep === visit.nextStep && columns.nextOn === visit.nextOn;
    const state = isSameStep ? visit.state : "KEPT";
    await addVisitVersion({ em, ctx }, { ...visit, ...columns, state, visitVersion: seen.version + 1 });
    await followLastContact({ em, ctx }, visit);
    return decisionOf<{ visitId: string }, VisitProblem>([], () => ({ visitId: seen.visitId }));
  });
}

/** The last contact goes with the visit it came from: to the day of the latest one left, or away. */
export async function followLastContact(
  { em, ctx }: { readonly em: EntityManager; readonly ctx: CommandContext },
  visit: Pick<VisitRecord, "businessId" | "visitId" | "heldOn">,
): Promise<void> {
  const { kept: before, federation } = await getBusinessToChange(em, await findKnownId(em, visit.businessId));
  const latest = await findLastVisitDay(em, before.id);
  const { lastContact, ...others } = before.facts;
  if (lastContact?.value !== visit.heldOn || latest === visit.heldOn) return;
  const facts = latest === undefined ? others : { ...others, lastContact: { ...lastContact, value: latest } };
  await changeBusinesses({ em, ctx }, [{ id: before.id, before, after: { ...before, facts } }], {
    ...{ federation, kind: "VISITED", causeId: visit.visitId },
  });
}
