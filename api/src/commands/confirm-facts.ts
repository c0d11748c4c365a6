import { requireAccess } from "#domain/access/decide.ts";
import { decideConfirmFacts, type ConfirmFactsProblem } from "#domain/business/confirm-facts.ts";
import type { FactKey } from "#domain/business/facts.ts";
import type { Teller } from "#domain/business/save-business.ts";
import type { PlainDate } from "#domain/calendar.ts";
import type { Decision } from "#domain/decision.ts";
import { findChangesSince, getBusinessToChange } from "#queries/stored-business.ts";
import { changeBusinesses } from "./change-businesses.ts";
import type { CommandContext } from "./context.ts";
import { tellingOf } from "./save-business.ts";

/** What is said to hold still. */
export interface ConfirmFactsRequest {
  readonly seen: { readonly id: string; readonly version: number };
  readonly keys: readonly FactKey[];
  readonly source: Teller;
  readonly on?: PlainDate;
}

/** Renews facts because somebody said that they still hold. */
export function confirmFacts(
  ctx: CommandContext,
  request: ConfirmFactsRequest,
): Promise<Decision<{ businessId: string }, ConfirmFactsProblem>> {
  requireAccess(ctx.viewer, "business.write");
  return ctx.em.transactional(async (em) => {
    const { id, version } = request.seen;
    const { kept: before, federation } = await getBusinessToChange(em, id);
    requireAccess(ctx.viewer, "business.write", { federation });
    const decision = decideConfirmFacts(before, request.keys, {
      ...{ told: tellingOf(ctx, request), today: ctx.today() },
      changedSince: await findChangesSince(em, id, version),
    });
    if (!decision.accepted) return decision;
    const { after } = decision.change;
    await changeBusinesses({ em, ctx }, [{ id, before, after }], { federation, kind: "CONFIRMED" });
    return { accepted: true, change: { businessId: id } };
  });
}
