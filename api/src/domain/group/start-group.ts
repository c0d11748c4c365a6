import { decisionOf, type Decision } from "../decision.ts";
import type { PlainDate } from "../calendar.ts";

/** The longest name of a group, in characters: what a board card and a paper's heading can carry. */
export const GROUP_NAME_MAX = 60;
/** Fewest members: one business is no group. */
export const GROUP_MEMBERS_MIN = 2;
/** Most members, the most that discovery ever proposes. */
export const GROUP_MEMBERS_MAX = 50;

/** What is asked: a name, a purpose, a form and who. */
export interface StartGroupRequest {
  readonly name: string;
  readonly purpose: string;
  readonly form: string;
  readonly memberIds: readonly string[];
}

/** A group exists from today. */
export interface GroupStarted {
  readonly type: "GroupStarted";
  readonly name: string;
  readonly purpose: string;
  readonly form: string;
  readonly memberIds: readonly string[];
  readonly startedOn: PlainDate;
}

/** Why a group cannot be started so. */
export type StartGroupProblem =
  | { readonly code: "PROPOSAL_DISMISSED" }
  | { readonly code: "GROUP_NAME_MISSING"; readonly field: "name" }
  | { readonly code: "GROUP_NAME_TOO_LONG"; readonly field: "name"; readonly max: number; readonly length: number }
  | { readonly code: "GROUP_TOO_FEW_MEMBERS"; readonly field: "memberIds"; readonly min: number }
  | { readonly code: "GROUP_TOO_MANY_MEMBERS"; readonly field: "memberIds"; readonly max: number }
  | { readonly code: "PURPOSE_UNKNOWN"; readonly field: "purpose"; readonly purpose: string };

/** Decides whether a group can be started so; members are counted once each. Reports every problem at once. */
export function decideStartGroup(
  request: StartGroupRequest,
  { today, purposes }: { readonly today: PlainDate; readonly purposes: readonly string[] },
): Decision<GroupStarted, StartGroupProblem> {
  const name = request.name.trim();
  const memberIds = [...new Set(request.memberIds)];
  const problems: StartGroupProblem[] = [];

  if (name === "") problems.push({ code: "GROUP_NAME_MISSING", field: "name" });
  const length = [...name].length;
  if (length > GROUP_NAME_MAX) {
    problems.push({ code: "GROUP_NAME_TOO_LONG", field: "name", max: GROUP_NAME_MAX, length });
  }
  if (memberIds.length < GROUP_MEMBERS_MIN) {
    problems.push({ code: "GROUP_TOO_FEW_MEMBERS", field: "memberIds", min: GROUP_MEMBERS_MIN });
  }
  if (memberIds.length > GROUP_MEMBERS_MAX) {
    problems.push({ code: "GROUP_TOO_MANY_MEMBERS", field: "memberIds", max: GROUP_MEMBERS_MAX });
  }
  if (!purposes.includes(request.purpose)) {
    problems.push({ code: "PURPOSE_UNKNOWN", field: "purpose", purpose: request.purpose });
  }

  const { purpose, form } = request;
  return decisionOf(problems, () => ({ type: "GroupStarted", name, purpose, form, memberIds, startedOn: today }));
}
