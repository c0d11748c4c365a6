import type { EntityManager } from "@mikro-orm/postgresql";
import { requireAccess } from "#domain/access/decide.ts";
import type { Decision } from "#domain/decision.ts";
import { decideUndoStage, type StageUndone, type UndoStageProblem } from "#domain/group/undo-stage.ts";
import { GroupEventRecord } from "#persistence/group-record.ts";
import { findLastMove } from "#queries/last-move.ts";
import { getGroup } from "#queries/stored-group.ts";
import { changeGroup } from "./change-group.ts";
import { actorOf, type CommandContext } from "./context.ts";

/** Takes back the viewer's own last move of a group. @throws ConflictError on a stale version */
export function undoGroupStage(
  ctx: CommandContext,
  seen: { readonly id: string; readonly version: number },
): Promise<Decision<StageUndone, UndoStageProblem>> {
  const federation = requireAccess(ctx.viewer, "group.advance");
  return ctx.em.transactional(async (em: EntityManager) => {
    const group = await getGroup(em, seen.id);
    requireAccess(ctx.viewer, "group.advance", { federation: group.federationCode });
    const actor = actorOf(ctx.viewer);
    const decision = decideUndoStage(await findLastMove(em, group.id, ctx.now()), actor.actorId);
    if (!decision.accepted) return decision;

    const { eventId, to, since } = decision.change;
    await changeGroup(em, seen, { stage: to, stageSince: since });
    await em.insert(GroupEventRecord, {
      ...{
        id: ctx.newId(),
        groupId: group.id,
        groupVersion: seen.version + 1,
        federationCode: federation,
        at: ctx.now(),
        kind: "STAGE_UNDONE",
      },
      ...actor,
      fromStage: group.stage,
      fromSince: group.stageSince,
      toStage: to,
      undoneEventId: eventId,
    });
    return decision;
  });
}
