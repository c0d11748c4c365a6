import type { AddMemberProblem } from "#domain/group/add-member.ts";
import type { ChangeMemberProblem } from "#domain/group/change-member.ts";
import type { StartGroupProblem } from "#domain/group/start-group.ts";
import type { BothTexts } from "./analysis.ts";
import { memberStateName } from "./group.ts";

/** PURPOSE_UNKNOWN is worded with the other faults of a question, PROPOSAL_DISMISSED with those of candidates. */
export type GroupProblem =
  | Exclude<StartGroupProblem, { code: "PURPOSE_UNKNOWN" | "PROPOSAL_DISMISSED" }>
  | AddMemberProblem
  | ChangeMemberProblem;

/** Why a group was not started or a business not added, and what to do. */
export function groupProblemTexts(problem: GroupProblem): BothTexts {
  switch (problem.code) {
    case "GROUP_NAME_MISSING":
      return ["グループの名前を入れてください。", "Please give the group a name."];
    case "GROUP_NAME_TOO_LONG":
      return [
        `グループの名前が${problem.length}文字あります。${problem.max}文字までにしてください。`,
        `The name has ${problem.length} characters; at most ${problem.max} fit.`,
      ];
    case "GROUP_TOO_FEW_MEMBERS":
      return [
        `グループには${problem.min}つ以上の事業者が必要です。事業者を選んでください。`,
        `A group needs at least ${problem.min} businesses. Please choose them.`,
      ];
    case "GROUP_TOO_MANY_MEMBERS":
      return [
        `ひとつのグループに入れられる事業者は${problem.max}までです。数を減らしてください。`,
        `A group takes at most ${problem.max} businesses. Please choose fewer.`,
      ];
    case "MEMBER_ALREADY_IN":
      return ["この事業者は、すでにグループに入っています。", "This business is in the group already."];
    case "MEMBER_NOT_IN":
      return ["この事業者は、グループに入っていません。", "This business is not in the group."];
    case "MEMBER_STATE_SAME": {
      const [ja, en] = [memberStateName(problem.state, "ja"), memberStateName(problem.state, "en")];
      return [
        `すでに「${ja}」になっています。別の状態を選んでください。`,
        `It is ${en} already. Please choose another state.`,
      ];
    }
    case "GROUP_FULL":
      return [
        `ひとつのグループに入れられる事業者は${problem.max}までです。`,
        `A group takes at most ${problem.max} businesses.`,
      ];
  }
}
