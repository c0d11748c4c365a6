import { requireAccess } from "#domain/access/decide.ts";
import type { Decision } from "#domain/decision.ts";
import {
  decideAdvanceGroup,
  type AdvanceGroupProblem,
  type AdvanceGroupRequest,
  type StageEntered,
} from "#domain/group/advance-group.ts";
import { getGroup } from "#queries/stored-group.ts";
import { changeGroup, type SeenGroup } from "./change-group.ts";
import type { CommandContext } from "./context.ts";

/** Moves a group to another stage, by evidence or by a recorded override. @throws ConflictError on a stale version */
export function advanceGroup(
  ctx: CommandContext,
  seen: SeenGroup,
  request: AdvanceGroupRequest,
): Promise<Decision<StageEntered, AdvanceGroupProblem>> {
  const federation = requireAccess(ctx.viewer, "group.advance");
  return ctx.em.transactional(async (em) => {
    const group = await getGroup(em, seen);
    requireAccess(ctx.viewer, "group.advance", { federation: group.federationCode });
    const decision = decideAdvanceGroup(group, request, { today: ctx.today() });
    if (!decision.accepted) return decision;

    const { from, to, on, evidenceNote, overrideReason } = decision.change;
    await changeGroup(
      { em, ctx },
      { ...seen, federation },
      {
        row: { stage: to, stageSince: on },
        event: {
          kind: overrideReason === undefined ? "STAGE_ENTERED" : "STAGE_OVERRIDDEN",
          ...{ fromStage: from, fromSince: group.stageSince, toStage: to, evidenceOn: on },
          ...{ evidenceNote: evidenceNote ?? null, overrideReason: overrideReason ?? null },
        },
      },
    );
    return decision;
  });
}
