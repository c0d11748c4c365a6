/** What an account may be. A role belongs to one federation; `national` is kept by federation 00. */
export const ROLES = ["coordinator", "manager", "national", "operator"] as const;
/** One of the four roles. */
export type Role = (typeof ROLES)[number];

/** A person who signed in. */
export interface AccountViewer {
  readonly kind: "account";
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly federation: string;
}

/** Who asks: a person, the installation itself on behalf of a federation (command line, jobs), or nobody yet. */
export type Viewer =
  AccountViewer | { readonly kind: "system"; readonly federation: string } | { readonly kind: "anonymous" };
