import { createHash, type Hash } from "node:crypto";
import { canonicalJson, type Json } from "#domain/canonical-json.ts";
import type { SnapshotMark } from "#matching/document.ts";
import type { Snapshot, SnapshotBusiness } from "#matching/snapshot.ts";

/** Businesses hashed in one go: their lines are one text of a megabyte. */
const HASHED_AT_ONCE = 2_000;

const markWith = (businesses: number, hash: Hash): SnapshotMark => ({
  businesses,
  hash: `sha256:${hash.digest("hex")}`,
});

/** Which snapshot was asked: the number of businesses and the lowercase hex SHA-256 of the canonical text, as UTF-8. */
export function markOf({ businesses, canonicalText }: Snapshot): SnapshotMark {
  return markWith(businesses.length, createHash("sha256").update(canonicalText, "utf8"));
}

/** Marks a snapshot that comes one business at a time, in the order of ids as UTF-8 bytes. */
export class SnapshotMarker {
  private readonly hash = createHash("sha256");
  private lines: string[] = [];
  private businesses = 0;

  add(business: SnapshotBusiness): void {
    this.businesses += 1;
    this.lines.push(`${canonicalJson(business as unknown as Json)}\n`);
    if (this.lines.length === HASHED_AT_ONCE) this.hashLines();
  }

  mark(): SnapshotMark {
    this.hashLines();
    return markWith(this.businesses, this.hash);
  }

  private hashLines(): void {
    this.hash.update(this.lines.join(""), "utf8");
    this.lines = [];
  }
}
