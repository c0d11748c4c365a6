import { createHash } from "node:crypto";
import type { SnapshotMark } from "#matching/document.ts";
import type { Snapshot } from "#matching/snapshot.ts";

/** Which snapshot was asked: the number of businesses and the lowercase hex SHA-256 of the canonical text, as UTF-8. */
export function markOf({ businesses, canonicalText }: Snapshot): SnapshotMark {
  const hash = createHash("sha256").update(canonicalText, "utf8").digest("hex");
  return { businesses: businesses.length, hash: `sha256:${hash}` };
}
