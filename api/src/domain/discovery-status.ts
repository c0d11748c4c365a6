/** How far the answering of a question is. */
export const DISCOVERY_STATUSES = ["WAITING", "RUNNING", "DONE", "CANCELLED", "FAILED"] as const;
/** One of them. */
export type DiscoveryStatus = (typeof DISCOVERY_STATUSES)[number];
