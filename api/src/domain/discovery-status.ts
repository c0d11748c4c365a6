/** How far the answering of a question is. */
export const DISCOVERY_STATUSES = ["WAITING", "RUNNING", "DONE", "CANCELLED", "FAILED"] as const;
export type DiscoveryStatus = (typeof DISCOVERY_STATUSES)[number];
