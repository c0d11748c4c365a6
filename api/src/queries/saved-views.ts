import { requireAccess } from "#domain/access/decide.ts";
import { VIEWS_MAX } from "#domain/business/saved-view.ts";
import { AccountRecord } from "#persistence/account-record.ts";
import { SavedViewRecord } from "#persistence/saved-view-record.ts";
import { globalId } from "./global-id.ts";
import type { ReadingContext } from "./reading-context.ts";

/** Views of others that are listed: a federation has some tens of coordinators. */
const SHARED_MAX = 200;

/** The views a person can open, own ones first, then those colleagues share; by name. */
export async function listSavedViews(ctx: ReadingContext) {
  requireAccess(ctx.viewer, "business.read");
  const me = ctx.viewer.kind === "account" ? ctx.viewer.accountId : null;
  const order = { orderBy: { name: "asc", id: "asc" } } as const;
  const own = me
    ? await ctx.em.find(SavedViewRecord, { accountId: me, removedAt: null }, { ...order, limit: VIEWS_MAX })
    : [];
  const shared = await ctx.em.find(
    SavedViewRecord,
    { shared: true, removedAt: null, ...(me ? { accountId: { $ne: me } } : {}) },
    { ...order, limit: SHARED_MAX },
  );
  return viewPagesOf(ctx, [...own, ...shared]);
}

/** One view of the viewer's own, as it is listed; null where there is none. */
export async function findSavedView(ctx: ReadingContext, id: string) {
  return (await listSavedViews(ctx)).find((view) => view.id === globalId("SavedView", id)) ?? null;
}

async function viewPagesOf(ctx: ReadingContext, views: readonly SavedViewRecord[]) {
  const ids = [...new Set(views.map(({ accountId }) => accountId))];
  const owners = new Map((await ctx.em.find(AccountRecord, { id: { $in: ids } })).map(({ id, name }) => [id, name]));
  const me = ctx.viewer.kind === "account" ? ctx.viewer.accountId : null;
  return views.map(({ id, accountId, name, query, shared }) => ({
    ...{ id: globalId("SavedView", id), name, query, shared },
    isOwn: accountId === me,
    ownerName: owners.get(accountId) ?? "",
  }));
}
