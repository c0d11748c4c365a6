import { requireAccess } from "#domain/access/decide.ts";
import type { Decision } from "#domain/decision.ts";
import { decideUndoStage, type StageUndone, type UndoStageProblem } from "#domain/group/undo-stage.ts";
import { findLastMove } from "#queries/last-move.ts";
import { getGroup } from "#queries/stored-group.ts";
import { changeGroup, type SeenGroup } from "./change-group.ts";
import { actorOf, type CommandContext } from "./context.ts";

/** Takes back the viewer's own last move of a group. @throws ConflictError on a stale version */
export function undoGroupStage(ctx: CommandContext, seen: SeenGroup): Promise<Decision<StageUndone, UndoStageProblem>> {
  const federation = requireAccess(ctx.viewer, "group.advance");
  return ctx.em.transactional(async (em) => {
    const group = await getGroup(em, seen);
    requireAccess(ctx.viewer, "group.advance", { federation: group.federationCode });
    const decision = decideUndoStage(await findLastMove(em, group.id, ctx.now()), actorOf(ctx.viewer).actorId);
    if (!decision.accepted) return decision;

    const { eventId, to, since } = decision.change;
    const { stage: fromStage, stageSince: fromSince } = group;
    await changeGroup(
      { em, ctx },
      { ...seen, federation },
      {
        row: { stage: to, stageSince: since },
        event: { kind: "STAGE_UNDONE", fromStage, fromSince, toStage: to, undoneEventId: eventId },
      },
    );
    return decision;
  });
}
