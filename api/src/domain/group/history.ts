/** What can happen to a group; the history only grows. */
export const GROUP_EVENT_KINDS = [
  "STARTED",
  "STAGE_ENTERED",
  "STAGE_OVERRIDDEN",
  "STAGE_UNDONE",
  "MEMBER_ADDED",
  "MEMBER_CHANGED",
] as const;
/** One of them. */
export type GroupEventKind = (typeof GROUP_EVENT_KINDS)[number];
