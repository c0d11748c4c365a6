import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import type { KeptBusiness } from "#domain/business/compare.ts";
import type { BusinessIdentity } from "#domain/business/entry.ts";
import type { BusinessState } from "#domain/business/history.ts";
import { decideMerge, type MergeProblem, type MergeSide } from "#domain/business/merge.ts";
import type { Decision } from "#domain/decision.ts";
import { ConflictError, NotFoundError } from "#domain/errors.ts";
import { BusinessMergeRecord } from "#persistence/business-merge-record.ts";
import { getTwoBusinesses } from "#queries/stored-pair.ts";
import { changeBusinesses } from "./change-businesses.ts";
import { actorOf, type CommandContext } from "./context.ts";
import { lockImports } from "./import-lock.ts";
import { moveMemberships } from "./move-memberships.ts";

/** A business as the person saw it. */
export interface SeenBusiness {
  readonly id: string;
  readonly version: number;
}

/** Two businesses that are one, and which values stay. */
export interface MergeRequest {
  readonly keep: SeenBusiness;
  readonly absorb: SeenBusiness;
  /** Names of facts, or of what identifies a business; whatever is not chosen is as suggested. */
  readonly choices: readonly { readonly key: string; readonly side: MergeSide }[];
}

/**
 * Makes one business of two: the one that is kept takes what is known of both and its places in groups; the other is no
 * longer among the known ones and leads to it. Nothing of either history is lost.
 * @throws ConflictError where one of them is no longer the version that was looked at
 */
export function mergeBusinesses(
  ctx: CommandContext,
  { keep, absorb, choices }: MergeRequest,
): Promise<Decision<{ readonly mergeId: string; readonly keptId: string }, MergeProblem>> {
  const federation = requireAccess(ctx.viewer, "business.merge");
  return ctx.em.transactional(async (em) => {
    await lockImports(em, federation);
    const [kept, absorbed] = await getTwoBusinesses(em, [keep.id, absorb.id]);
    requireAsSeen(kept, keep);
    requireAsSeen(absorbed, absorb);
    const decision = decideMerge(kept, absorbed, choices);
    if (!decision.accepted) return decision;

    const mergeId = ctx.newId();
    await writeMerge({ em, ctx }, { kept, absorbed, state: decision.change.state }, { federation, mergeId });
    return { accepted: true, change: { mergeId, keptId: kept.id } };
  });
}

function requireAsSeen(business: KeptBusiness, seen: SeenBusiness): void {
  if (business.removed) throw new NotFoundError("business");
  if (business.version !== seen.version) throw new ConflictError("business");
}

async function writeMerge(
  { em, ctx }: { readonly em: EntityManager; readonly ctx: CommandContext },
  merge: { readonly kept: KeptBusiness; readonly absorbed: KeptBusiness; readonly state: BusinessState },
  { federation, mergeId }: { readonly federation: string; readonly mergeId: string },
): Promise<void> {
  const { kept, absorbed, state } = merge;
  // The absorbed one goes first: the kept one may take its key.
  const changes = [
    { id: absorbed.id, before: absorbed, after: absorbed, removed: true, mergedInto: kept.id },
    { id: kept.id, before: kept, after: state, isTold: true },
  ] as const;
  await changeBusinesses({ em, ctx }, changes, { federation, kind: "MERGED", causeId: mergeId });
  const { name, nameKana, externalId, corporateNumber, facts } = kept;
  const identity = Object.entries({ name, nameKana, externalId, corporateNumber });
  const told = Object.fromEntries(identity.filter(([, value]) => value !== undefined)) as unknown as BusinessIdentity;
  const keptBefore: BusinessState = { ...told, facts };
  await em.insert(BusinessMergeRecord, {
    ...{ id: mergeId, federationCode: federation, keptId: kept.id, absorbedId: absorbed.id, keptBefore },
    movedMemberships: await moveMemberships({ em, ctx }, { fromId: absorbed.id, toId: kept.id, federation }),
    ...{ mergedBy: actorOf(ctx.viewer).actorName, mergedAt: ctx.now() },
    ...{ undoneBy: null, undoneAt: null, undoLeft: null },
  });
  await em.execute("delete from business_duplicate where one_id in (?, ?) or other_id in (?, ?)", [
    ...[kept.id, absorbed.id],
    ...[kept.id, absorbed.id],
  ]);
}
