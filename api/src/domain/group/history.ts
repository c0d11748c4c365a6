/** What can happen to a group; the history only grows. */
export const GROUP_EVENT_KINDS = [
  "STARTED",
  "STAGE_ENTERED",
  "STAGE_OVERRIDDEN",
  "STAGE_UNDONE",
  "MEMBER_ADDED",
  "MEMBER_CHANGED",
  /** A member took the place of one it turned out to be; or that one got it back. */
  "MEMBER_MERGED",
  "MEMBER_UNMERGED",
] as const;
/** One of them. */
export type GroupEventKind = (typeof GROUP_EVENT_KINDS)[number];
