import { decisionOf, type Decision } from "../decision.ts";
import type { PlainDate } from "../calendar.ts";
import type { MemberState } from "./member.ts";

/** A member has come further, or left: who left stays on the list with its history. */
export interface MemberChanged {
  readonly type: "MemberChanged";
  readonly businessId: string;
  readonly state: MemberState;
  readonly on: PlainDate;
}

/** Why a member's state does not change. */
export type ChangeMemberProblem =
  | { readonly code: "MEMBER_NOT_IN"; readonly field: "businessId" }
  | { readonly code: "MEMBER_STATE_SAME"; readonly field: "state"; readonly state: MemberState };

/** Decides whether a member's state changes today. Any state may follow any other: people change their minds. */
export function decideChangeMember(
  members: readonly { readonly businessId: string; readonly state: MemberState }[],
  wanted: { readonly businessId: string; readonly state: MemberState },
  { today }: { readonly today: PlainDate },
): Decision<MemberChanged, ChangeMemberProblem> {
  const member = members.find(({ businessId }) => businessId === wanted.businessId);
  const problems: ChangeMemberProblem[] = [];
  if (!member) problems.push({ code: "MEMBER_NOT_IN", field: "businessId" });
  else if (member.state === wanted.state) {
    problems.push({ code: "MEMBER_STATE_SAME", field: "state", state: wanted.state });
  }
  return decisionOf(problems, () => ({ type: "MemberChanged", ...wanted, on: today }));
}
