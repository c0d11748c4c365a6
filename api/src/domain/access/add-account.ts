import { decisionOf, type Decision } from "../decision.ts";
import { ROLES, type Role } from "./viewer.ts";

/** Shortest password of an account, in characters (ASVS 5.0 6.2.1 asks 8; staff of a federation see much). */
export const PASSWORD_LENGTH_MIN = 12;
/** Longest password, in characters: one try must not hash megabytes. */
export const PASSWORD_LENGTH_MAX = 128;

/** Longest e-mail address (RFC 5321 4.5.3.1.3, less its brackets). */
const EMAIL_LENGTH_MAX = 254;

/** An e-mail as it is kept and looked for: however wide or large it was typed. */
export function foldEmail(text: string): string {
  return text.trim().normalize("NFKC").toLowerCase();
}

/** The code of the national federation (全国中央会). */
export const NATIONAL_FEDERATION = "00";

/** What is asked: who, as what, with which password. */
export interface AddAccountRequest {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly password: string;
}

/** A person may sign in from now on. */
export interface AccountAdded {
  readonly type: "AccountAdded";
  readonly name: string;
  readonly role: Role;
}

/** Why an account cannot be added. */
export type AddAccountProblem =
  | { readonly code: "EMAIL_MALFORMED"; readonly field: "email"; readonly email: string }
  | { readonly code: "EMAIL_TAKEN"; readonly field: "email"; readonly email: string }
  | { readonly code: "ROLE_UNKNOWN"; readonly field: "role"; readonly role: string; readonly roles: readonly Role[] }
  | { readonly code: "ROLE_NOT_HERE"; readonly field: "role"; readonly role: Role; readonly federation: string }
  | { readonly code: "PASSWORD_LENGTH"; readonly field: "password"; readonly min: number; readonly max: number };

/** Decides whether an account can be added to a federation; reports every problem at once. */
export function decideAddAccount(
  request: AddAccountRequest,
  { federation, taken }: { readonly federation: string; readonly taken: boolean },
): Decision<AccountAdded, AddAccountProblem> {
  const problems: AddAccountProblem[] = [];
  const email = foldEmail(request.email);
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > EMAIL_LENGTH_MAX)
    problems.push({ code: "EMAIL_MALFORMED", field: "email", email });
  if (taken) problems.push({ code: "EMAIL_TAKEN", field: "email", email });
  const role = ROLES.find((one) => one === request.role);
  if (role === undefined) problems.push({ code: "ROLE_UNKNOWN", field: "role", role: request.role, roles: ROLES });
  // The national role sees over all prefectures, so only the national federation may give it.
  else if (role === "national" && federation !== NATIONAL_FEDERATION) {
    problems.push({ code: "ROLE_NOT_HERE", field: "role", role, federation });
  }
  const length = [...request.password].length;
  if (length < PASSWORD_LENGTH_MIN || length > PASSWORD_LENGTH_MAX) {
    problems.push({ code: "PASSWORD_LENGTH", field: "password", min: PASSWORD_LENGTH_MIN, max: PASSWORD_LENGTH_MAX });
  }
  const name = request.name.trim() || email;
  return decisionOf(problems, () => ({ type: "AccountAdded", name, role: role as Role }));
}
