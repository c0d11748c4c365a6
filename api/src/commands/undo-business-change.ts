import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import type { KeptBusiness } from "#domain/business/compare.ts";
import type { StateKey } from "#domain/business/read-edit.ts";
import { decideUndoAdding, decideUndoChange, type UndoChangeProblem } from "#domain/business/undo-change.ts";
import type { Decision } from "#domain/decision.ts";
import { NotFoundError } from "#domain/errors.ts";
import { BusinessEventRecord } from "#persistence/business-event-record.ts";
import { findKeyHolders, getBusinessToChange, isUsed } from "#queries/stored-business.ts";
import { changeBusinesses } from "./change-businesses.ts";
import type { CommandContext } from "./context.ts";

/** The business, and what stays because somebody changed it again since. */
export interface BusinessChangeUndone {
  readonly businessId: string;
  readonly changedSince: readonly StateKey[];
}

/** Takes back one change of a business, as far as nobody has changed the same things since. */
export function undoBusinessChange(
  ctx: CommandContext,
  eventId: string,
): Promise<Decision<BusinessChangeUndone, UndoChangeProblem>> {
  requireAccess(ctx.viewer, "business.write");
  return ctx.em.transactional(async (em) => {
    const event = await em.findOne(BusinessEventRecord, { id: eventId }, { disableIdentityMap: true });
    if (!event) throw new NotFoundError("business event");
    requireAccess(ctx.viewer, "business.write", { federation: event.federationCode });
    const { kept: before, federation } = await getBusinessToChange(em, event.businessId);
    if (event.kind === "ADDED") return undoAdding({ em, ctx }, { before, event, federation });
    const decision = decideUndoChange(before, event);
    if (!decision.accepted) return decision;

    const { after, changedSince } = decision.change;
    const holders = await findKeyHolders(em, before.id, new Map(Object.entries(after)));
    if (holders[0]) return { accepted: false, problems: [{ code: "CHANGE_OVERTAKEN" }] };
    await changeBusinesses({ em, ctx }, [{ id: before.id, before, after }], {
      ...{ federation, kind: "UNDONE", causeId: eventId },
    });
    return { accepted: true, change: { businessId: before.id, changedSince } };
  });
}

/** A business that was added by hand is no longer known; its history stays. */
async function undoAdding(
  { em, ctx }: { readonly em: EntityManager; readonly ctx: CommandContext },
  { before, event, federation }: { before: KeptBusiness; event: BusinessEventRecord; federation: string },
): Promise<Decision<BusinessChangeUndone, UndoChangeProblem>> {
  const decision = decideUndoAdding({
    isByHand: event.causeId === null,
    isUntouched: before.version === event.businessVersion,
    isUsed: await isUsed(em, before.id),
  });
  if (!decision.accepted) return decision;
  await changeBusinesses({ em, ctx }, [{ id: before.id, before, after: before, removed: true }], {
    ...{ federation, kind: "UNDONE", causeId: event.id },
  });
  return { accepted: true, change: { businessId: before.id, changedSince: [] } };
}
