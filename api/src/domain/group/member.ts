/** How far a business has come into a group: asked, interested, committed, promoter (発起人), or left. */
export const MEMBER_STATES = ["CANDIDATE", "ASKED", "INTERESTED", "COMMITTED", "PROMOTER", "LEFT"] as const;
/** One of them. */
export type MemberState = (typeof MEMBER_STATES)[number];

/** How far each state is; whoever left has gone no way. */
const ON_THE_WAY: readonly MemberState[] = ["LEFT", "CANDIDATE", "ASKED", "INTERESTED", "COMMITTED", "PROMOTER"];

/** The further of two states; the first of equals. */
export function furtherState(one: MemberState, other: MemberState): MemberState {
  return ON_THE_WAY.indexOf(other) > ON_THE_WAY.indexOf(one) ? other : one;
}
