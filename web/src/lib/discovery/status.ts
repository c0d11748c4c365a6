export type DiscoveryStatus = "WAITING" | "RUNNING" | "DONE" | "CANCELLED" | "FAILED";

export function isUnderWay(status: DiscoveryStatus): boolean {
  return status === "WAITING" || status === "RUNNING";
}
