/** How far a business has come into a group: asked, interested, committed, promoter (発起人), or left. */
export const MEMBER_STATES = ["CANDIDATE", "ASKED", "INTERESTED", "COMMITTED", "PROMOTER", "LEFT"] as const;
/** One of them. */
export type MemberState = (typeof MEMBER_STATES)[number];
