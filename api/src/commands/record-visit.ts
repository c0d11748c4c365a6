import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import type { KeptBusiness } from "#domain/business/compare.ts";
import type { Facts } from "#domain/business/facts.ts";
import type { BusinessState } from "#domain/business/history.ts";
import { readEdits, type FieldEdit } from "#domain/business/read-edit.ts";
import { decideSaveBusiness, type SaveBusinessProblem } from "#domain/business/save-business.ts";
import type { Decision } from "#domain/decision.ts";
import { decideNoteVisit, type VisitNote, type VisitProblem } from "#domain/visit/visit.ts";
import { listContextOf } from "#files/list-context.ts";
import type { Reference } from "#files/seeds/reference.ts";
import { findChangesSince, findKeyHolders, getBusinessToChange } from "#queries/stored-business.ts";
import { addVisitVersion, columnsOf } from "./add-visit-version.ts";
import { changeBusinesses } from "./change-businesses.ts";
import { actorOf, type CommandContext } from "./context.ts";
import { settleNextStep } from "./settle-next-step.ts";

/** A visit, with what the owner answered and which earlier steps it settles. */
export interface RecordVisitRequest {
  readonly seen: { readonly id: string; readonly version: number };
  readonly note: VisitNote;
  readonly answers: readonly FieldEdit[];
  readonly settles: readonly string[];
}

/** Notes a visit: the record, the owner's answers as facts, the last contact, and who looks after a business nobody does. */
export function recordVisit(
  ctx: CommandContext & { readonly reference: Reference },
  request: RecordVisitRequest,
): Promise<Decision<{ visitId: string }, VisitProblem | SaveBusinessProblem>> {
  requireAccess(ctx.viewer, "visit.write");
  return ctx.em.transactional(async (em) => {
    const { kept: before, federation } = await getBusinessToChange(em, request.seen.id);
    requireAccess(ctx.viewer, "visit.write", { federation });
    const noted = decideNoteVisit(request.note, { today: ctx.today(), learnt: request.answers.length > 0 });
    const answered = await decideAnswers({ em, ctx }, before, request);
    if (!noted.accepted || !answered.accepted) {
      return { accepted: false, problems: [...problemsIn(noted), ...problemsIn(answered)] };
    }
    const { note } = noted.change;
    const visitId = ctx.newId();
    const { actorId: authorId, actorName: authorName } = actorOf(ctx.viewer);
    await addVisitVersion(
      { em, ctx },
      {
        ...{ visitId, visitVersion: 1, federationCode: federation, businessId: before.id, ...columnsOf(note) },
        ...{ state: "KEPT", authorId, authorName },
      },
    );
    const after = followed(ctx, answered.change.after, note);
    const cause = { federation, kind: "VISITED", causeId: visitId } as const;
    await changeBusinesses({ em, ctx }, [{ id: before.id, before, after }], cause);
    for (const earlier of request.settles) await settleNextStep({ ...ctx, em }, earlier);
    return { accepted: true, change: { visitId } };
  });
}

function problemsIn<Problem>(decision: Decision<unknown, Problem>): readonly Problem[] {
  return decision.accepted ? [] : decision.problems;
}

/** What the owner answered is the owner's word of that day. */
async function decideAnswers(
  { em, ctx }: { readonly em: EntityManager; readonly ctx: CommandContext & { readonly reference: Reference } },
  before: KeptBusiness,
  { seen, note, answers }: RecordVisitRequest,
) {
  const today = ctx.today();
  const context = listContextOf({ vocabularies: ctx.reference.vocabularies, today });
  const municipality = before.facts.municipality?.value;
  const reading = readEdits(answers, { ...context, municipality });
  return decideSaveBusiness(reading, {
    // A visit in the future is told once, as a visit's problem.
    ...{ before, told: { source: "owner", on: note.on > today ? today : note.on }, today, possiblySame: [] },
    municipalities: context.municipalities,
    changedSince: await findChangesSince(em, seen.id, seen.version),
    holders: await findKeyHolders(em, before.id, new Map(reading.read.map(({ key, value }) => [key, value]))),
  });
}

/** The last contact moves on to this day, never back; whoever came looks after a business that nobody does yet. */
function followed(ctx: CommandContext, state: BusinessState, { on }: VisitNote): BusinessState {
  const { actorName } = actorOf(ctx.viewer);
  const told = { source: "adviser", on: ctx.today(), by: actorName } as const;
  const { lastContact, adviser } = state.facts;
  const isLatest = lastContact === undefined || lastContact.value < on;
  const facts: Facts = {
    ...state.facts,
    ...(isLatest ? { lastContact: { value: on, ...told } } : {}),
    ...(adviser === undefined ? { adviser: { value: actorName, ...told } } : {}),
  };
  return { ...state, facts };
}
