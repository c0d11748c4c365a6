import { requireAccess } from "#domain/access/decide.ts";
import { decideSaveView, type SaveViewProblem, type ViewRequest } from "#domain/business/saved-view.ts";
import type { Decision } from "#domain/decision.ts";
import { AccessError, NotFoundError } from "#domain/errors.ts";
import { SavedViewRecord } from "#persistence/saved-view-record.ts";
import type { CommandContext } from "./context.ts";

/** Keeps a view under a name, or changes one of one's own. */
export function saveView(
  ctx: CommandContext,
  request: ViewRequest,
  viewId?: string,
): Promise<Decision<{ viewId: string }, SaveViewProblem>> {
  const federation = requireAccess(ctx.viewer, "view.save");
  const accountId = accountOf(ctx);
  return ctx.em.transactional(async (em) => {
    const own = await em.find(SavedViewRecord, { accountId, removedAt: null });
    if (viewId !== undefined && !own.some(({ id }) => id === viewId)) throw new NotFoundError("view");
    const otherNames = own.filter(({ id }) => id !== viewId).map(({ name }) => name);
    const decision = decideSaveView(request, { otherNames });
    if (!decision.accepted) return decision;
    const { name, query, shared } = decision.change;
    const id = viewId ?? ctx.newId();
    if (viewId !== undefined) await em.nativeUpdate(SavedViewRecord, { id }, { name, query, shared });
    else {
      const owned = { id, federationCode: federation, accountId, createdAt: ctx.now(), removedAt: null };
      await em.insert(SavedViewRecord, { ...owned, name, query, shared });
    }
    return { accepted: true, change: { viewId: id } };
  });
}

/** Removes a view of one's own, or brings it back. Nothing is lost by removing. */
export async function removeView(
  ctx: CommandContext,
  viewId: string,
  { restore }: { readonly restore: boolean },
): Promise<void> {
  requireAccess(ctx.viewer, "view.save");
  const own = { id: viewId, accountId: accountOf(ctx) };
  const changed = await ctx.em.nativeUpdate(SavedViewRecord, own, { removedAt: restore ? null : ctx.now() });
  if (changed === 0) throw new NotFoundError("view");
}

/** Only a person has views. */
function accountOf({ viewer }: CommandContext): string {
  if (viewer.kind !== "account") throw new AccessError("FORBIDDEN");
  return viewer.accountId;
}
