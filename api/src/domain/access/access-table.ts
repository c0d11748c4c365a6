import type { Role } from "./viewer.ts";

/** How far a right reaches: only things of one's own federation, things of no federation, or nowhere. */
export type Reach = "own" | "all" | "none";

/** Who a row speaks of: the roles, the installation acting as itself, and someone not signed in. */
export type Party = Role | "system" | "anonymous";

/** Every party of the table, in the order it is printed. */
export const PARTIES = ["coordinator", "manager", "national", "operator", "system", "anonymous"] as const;

const staff = { coordinator: "own", manager: "own", system: "own" } as const;
const signedIn = { coordinator: "own", manager: "own", national: "own", operator: "own", system: "own" } as const;
const everybody = { ...signedIn, anonymous: "all" } as const;

/**
 * The whole of who may do what. A party not named in a row may not. Reach is about the federation the thing belongs
 * to; row-level security in the database repeats that boundary. Printed to api/ACCESS.md.
 */
export const ACCESS_TABLE = {
  "session.open": everybody,
  "session.close": everybody,
  "viewer.read": everybody,
  "vocabulary.read": signedIn,
  "business.read": staff,
  "business.write": staff,
  "visit.read": staff,
  "visit.write": staff,
  "business.import": staff,
  "business.merge": staff,
  "business.export": staff,
  "view.save": { coordinator: "own", manager: "own" },
  "discovery.read": staff,
  "discovery.run": staff,
  "discovery.export": staff,
  "proposal.read": staff,
  "proposal.write": staff,
  "proposal.export": staff,
  "pair.read": staff,
  "pair.write": staff,
  "terms.read": staff,
  "terms.write": { manager: "own" },
  "group.read": staff,
  "group.export": staff,
  "group.start": staff,
  "group.advance": staff,
  "account.add": { manager: "own", system: "own" },
  "installation.run": { system: "all", operator: "all" },
} as const satisfies Record<string, Partial<Record<Party, Reach>>>;

/** Something that may be done. */
export type Action = keyof typeof ACCESS_TABLE;
/** Every action of the table, in its order. */
export const ACTIONS = Object.keys(ACCESS_TABLE) as Action[];

/** How far `action` reaches for `party`. */
export function reachOf(action: Action, party: Party): Reach {
  const row: Partial<Record<Party, Reach>> = ACCESS_TABLE[action];
  return row[party] ?? "none";
}
