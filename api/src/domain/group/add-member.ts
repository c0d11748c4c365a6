import { decisionOf, type Decision } from "../decision.ts";
import type { PlainDate } from "../calendar.ts";
import { GROUP_MEMBERS_MAX } from "./start-group.ts";

/** A business came into a group as a candidate. */
export interface MemberAdded {
  readonly type: "MemberAdded";
  readonly businessId: string;
  readonly on: PlainDate;
}

/** Why a business cannot join. */
export type AddMemberProblem =
  | { readonly code: "MEMBER_ALREADY_IN"; readonly field: "businessId" }
  | { readonly code: "GROUP_FULL"; readonly field: "businessId"; readonly max: number };

/** Decides whether a business can join the members of a group today. */
export function decideAddMember(
  memberIds: readonly string[],
  businessId: string,
  { today }: { readonly today: PlainDate },
): Decision<MemberAdded, AddMemberProblem> {
  const problems: AddMemberProblem[] = [];
  if (memberIds.includes(businessId)) problems.push({ code: "MEMBER_ALREADY_IN", field: "businessId" });
  else if (memberIds.length >= GROUP_MEMBERS_MAX) {
    problems.push({ code: "GROUP_FULL", field: "businessId", max: GROUP_MEMBERS_MAX });
  }
  return decisionOf(problems, () => ({ type: "MemberAdded", businessId, on: today }));
}
