import { NotFoundError } from "#domain/errors.ts";

/** The kinds of things that `node` finds. */
export type NodeKind =
  | "Business"
  | "BusinessEvent"
  | "BusinessImport"
  | "BusinessMerge"
  | "Discovery"
  | "Group"
  | "GroupEvent"
  | "Pair"
  | "ProposalEvent"
  | "SavedProposal"
  | "SavedView"
  | "TermsVersion"
  | "Visit"
  | "Account";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The opaque id a client holds. */
export function globalId(kind: NodeKind, id: string): string {
  return Buffer.from(`${kind}:${id}`).toString("base64url");
}

/** What an opaque id says; undefined where it is none of ours. */
export function readGlobalId(text: string): { readonly kind: string; readonly id: string } | undefined {
  const [kind, id, ...rest] = Buffer.from(text, "base64url").toString("utf8").split(":");
  return kind && id && UUID.test(id) && rest.length === 0 ? { kind, id } : undefined;
}

/** The id of a thing of this kind. @throws NotFoundError for anything else, as if the thing were not there */
export function idOf(kind: NodeKind, text: string): string {
  const read = readGlobalId(text);
  if (read?.kind !== kind) throw new NotFoundError(kind);
  return read.id;
}
