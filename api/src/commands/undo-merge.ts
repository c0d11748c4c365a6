import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import type { KeptBusiness } from "#domain/business/compare.ts";
import { revertChanges, type BusinessState } from "#domain/business/history.ts";
import { decideUndoMerge, type UndoMergeProblem } from "#domain/business/merge.ts";
import type { Decision } from "#domain/decision.ts";
import { NotFoundError } from "#domain/errors.ts";
import { BusinessEventRecord } from "#persistence/business-event-record.ts";
import { BusinessMergeRecord, type MergeLeft } from "#persistence/business-merge-record.ts";
import { findTakenKeys } from "#queries/import-changes.ts";
import { getTwoBusinesses } from "#queries/stored-pair.ts";
import { changeBusinesses } from "./change-businesses.ts";
import { actorOf, type CommandContext } from "./context.ts";
import { lockImports } from "./import-lock.ts";
import { returnMemberships } from "./move-memberships.ts";

/** What taking a merge back came to. */
export interface MergeUndone {
  readonly keptId: string;
  readonly absorbedId: string;
  readonly left: MergeLeft;
}

/**
 * Takes a merge back: both businesses are as they were, with their places in groups. What somebody has changed since
 * stays, and is told.
 */
export function undoMerge(ctx: CommandContext, mergeId: string): Promise<Decision<MergeUndone, UndoMergeProblem>> {
  const federation = requireAccess(ctx.viewer, "business.merge");
  return ctx.em.transactional(async (em) => {
    await lockImports(em, federation);
    const merge = await em.findOne(BusinessMergeRecord, { id: mergeId }, { disableIdentityMap: true });
    if (!merge) throw new NotFoundError("merge");
    requireAccess(ctx.viewer, "business.merge", { federation: merge.federationCode });
    const [kept, absorbed] = await getTwoBusinesses(em, [merge.keptId, merge.absorbedId]);
    const decision = decideUndoMerge({ undone: merge.undoneAt !== null, keptIsKnown: !kept.removed });
    if (!decision.accepted) return decision;

    const left = await writeUndoing({ em, ctx }, merge, [kept, absorbed]);
    const undone = { undoneBy: actorOf(ctx.viewer).actorName, undoneAt: ctx.now(), undoLeft: left };
    await em.nativeUpdate(BusinessMergeRecord, { id: mergeId }, undone);
    return { accepted: true, change: { keptId: kept.id, absorbedId: absorbed.id, left } };
  });
}

async function writeUndoing(
  { em, ctx }: { readonly em: EntityManager; readonly ctx: CommandContext },
  merge: BusinessMergeRecord,
  [kept, absorbed]: readonly [KeptBusiness, KeptBusiness],
): Promise<MergeLeft> {
  const { id: mergeId, federationCode: federation } = merge;
  const told = await em.findOne(BusinessEventRecord, { causeId: mergeId, businessId: kept.id, kind: "MERGED" });
  const { state, changedSince } = revertChanges(kept, told?.changes ?? []);
  const key = absorbed.externalId;
  const taken = key === undefined ? new Set<string>() : await findTakenKeys(em, [key], kept.id);
  const keyTaken = key !== undefined && (taken.has(key) || state.externalId === key);
  // The kept one goes first: it gives back the key it may have taken.
  const changes = [
    { id: kept.id, before: kept, after: state, isTold: true },
    { id: absorbed.id, before: absorbed, after: keyTaken ? withoutKey(absorbed) : absorbed },
  ] as const;
  await changeBusinesses({ em, ctx }, changes, { federation, kind: "UNMERGED", causeId: mergeId });
  const move = { fromId: kept.id, toId: absorbed.id, federation };
  return { keys: changedSince, groupIds: await returnMemberships({ em, ctx }, merge.movedMemberships, move), keyTaken };
}

function withoutKey({ externalId: _key, ...others }: KeptBusiness): BusinessState {
  return others;
}
