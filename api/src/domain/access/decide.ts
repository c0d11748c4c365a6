import { reachOf, type Action, type Party } from "./access-table.ts";
import { AccessError } from "../errors.ts";
import type { Viewer } from "./viewer.ts";

/** What an action is done to; `undefined` federation: a thing of the installation, of no federation. */
export interface Resource {
  readonly federation?: string | undefined;
}

/** The row of the access table that speaks of this viewer. */
export function partyOf(viewer: Viewer): Party {
  return viewer.kind === "account" ? viewer.role : viewer.kind;
}

/**
 * The one rule of who may do what: looks the party up in the access table, then compares federations.
 * Anything the table does not name is refused.
 */
export function decide(viewer: Viewer, action: Action, resource: Resource = {}): "allow" | "deny" {
  const reach = reachOf(action, partyOf(viewer));
  if (reach === "all") return "allow";
  if (reach === "none" || viewer.kind === "anonymous") return "deny";
  return resource.federation === undefined || resource.federation === viewer.federation ? "allow" : "deny";
}

/**
 * Asks {@link decide} and throws where the answer is no.
 * @returns the viewer's federation, "" for someone not signed in
 * @throws AccessError `UNAUTHENTICATED` for someone not signed in, else `FORBIDDEN`
 */
export function requireAccess(viewer: Viewer, action: Action, resource: Resource = {}): string {
  if (decide(viewer, action, resource) === "deny") {
    throw new AccessError(viewer.kind === "anonymous" ? "UNAUTHENTICATED" : "FORBIDDEN");
  }
  return viewer.kind === "anonymous" ? "" : viewer.federation;
}
