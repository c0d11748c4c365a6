import type { ApproachState } from "../proposal/approach.ts";
import type { MemberState } from "./member.ts";

/** How far a business that was approached about a candidate is in the group made of it. */
const STATES: Readonly<Record<ApproachState, MemberState>> = {
  NOT_ASKED: "CANDIDATE",
  ASKED: "ASKED",
  INTERESTED: "INTERESTED",
  // Whoever is taken along in spite of having declined has to be asked anew.
  DECLINED: "CANDIDATE",
};

/** The state a business comes into a group with. */
export function stateCarriedOver(approach: ApproachState): MemberState {
  return STATES[approach];
}
