import type { EntityManager } from "@mikro-orm/postgresql";
import type { Action } from "#domain/access/access-table.ts";
import { decide, requireAccess } from "#domain/access/decide.ts";
import type { AccountViewer, Role, Viewer } from "#domain/access/viewer.ts";
import { FederationRecord } from "#persistence/federation-record.ts";
import { globalId } from "./global-id.ts";
import { roleName } from "#words/access.ts";
import type { Language } from "#words/language.ts";

/** Who is signed in and what the screens may offer. */
export interface ViewerPage {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly roleName: string;
  readonly federation: { readonly code: string; readonly name: string };
  readonly viewerCanSeeBusinesses: boolean;
  readonly viewerCanImport: boolean;
  readonly viewerCanDiscover: boolean;
  readonly viewerCanSeeGroups: boolean;
  readonly viewerCanStartGroup: boolean;
}

/** The signed-in person of this request; null for nobody. */
export async function findViewerPage(
  ctx: { readonly em: EntityManager; readonly viewer: Viewer },
  language: Language,
): Promise<ViewerPage | null> {
  requireAccess(ctx.viewer, "viewer.read");
  return ctx.viewer.kind === "account" ? viewerPageOf(ctx.em, ctx.viewer, language) : null;
}

/** What the screens show of this account. */
export async function viewerPageOf(em: EntityManager, account: AccountViewer, language: Language): Promise<ViewerPage> {
  const { accountId: id, name, email, role } = account;
  const federation = await em.findOneOrFail(FederationRecord, { code: account.federation });
  const can = (action: Action) => decide(account, action, { federation: account.federation }) === "allow";
  return {
    ...{ id: globalId("Account", id), name, email, role, roleName: roleName(role, language) },
    federation: { code: federation.code, name: federation.name },
    viewerCanSeeBusinesses: can("business.read"),
    viewerCanImport: can("business.import"),
    viewerCanDiscover: can("discovery.run"),
    viewerCanSeeGroups: can("group.read"),
    viewerCanStartGroup: can("group.start"),
  };
}
