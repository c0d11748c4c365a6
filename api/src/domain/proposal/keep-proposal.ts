import { decisionOf, type Decision } from "../decision.ts";
import { GROUP_MEMBERS_MAX, GROUP_MEMBERS_MIN } from "../group/start-group.ts";
import { PROPOSAL_NAME_MAX, type ProposalState } from "./proposal.ts";

/** A name that stands, without the blanks around it. */
export interface ProposalNamed {
  readonly name: string;
}

/** Why a candidate cannot be kept under such a name, or with such members. */
export type KeepProposalProblem =
  | { readonly code: "PROPOSAL_NAME_MISSING"; readonly field: "name" }
  | { readonly code: "PROPOSAL_NAME_TOO_LONG"; readonly field: "name"; readonly max: number; readonly length: number }
  | {
      readonly code: "PROPOSAL_MEMBERS_OUT_OF_RANGE";
      readonly field: "memberIds";
      readonly min: number;
      readonly max: number;
    };

/** Decides whether candidates of these members can be kept under a name; reports every problem at once. */
export function decideKeepProposal(
  name: string,
  memberIds: readonly string[],
): Decision<ProposalNamed, KeepProposalProblem> {
  const problems: KeepProposalProblem[] = nameProblems(name);
  const count = new Set(memberIds).size;
  if (count < GROUP_MEMBERS_MIN || count > GROUP_MEMBERS_MAX) {
    const [min, max] = [GROUP_MEMBERS_MIN, GROUP_MEMBERS_MAX];
    problems.push({ code: "PROPOSAL_MEMBERS_OUT_OF_RANGE", field: "memberIds", min, max });
  }
  return decisionOf(problems, () => ({ name: name.trim() }));
}

/** Decides whether a kept candidate can be called so. */
export function decideRenameProposal(name: string): Decision<ProposalNamed, KeepProposalProblem> {
  return decisionOf(nameProblems(name), () => ({ name: name.trim() }));
}

function nameProblems(name: string): KeepProposalProblem[] {
  const length = [...name.trim()].length;
  if (length === 0) return [{ code: "PROPOSAL_NAME_MISSING", field: "name" }];
  const max = PROPOSAL_NAME_MAX;
  return length > max ? [{ code: "PROPOSAL_NAME_TOO_LONG", field: "name", max, length }] : [];
}

/** The state of a candidate that is saved once more: one that was dismissed or taken back is kept again. */
export function stateSavedAgain(state: ProposalState): ProposalState {
  return state === "STARTED" ? "STARTED" : "SAVED";
}
