import { describe, expect, it } from "vitest";
import { isAnnouncedTooLong, UPLOAD_BYTES_MAX } from "./upload-limit.ts";

describe("an upload", () => {
  it("is taken up to twenty megabytes and what the form adds to it", () => {
    expect(isAnnouncedTooLong(String(UPLOAD_BYTES_MAX + 64 * 1024))).toBe(false);
    expect(isAnnouncedTooLong(String(UPLOAD_BYTES_MAX + 64 * 1024 + 1))).toBe(true);
  });

  it("is read when it announces no length", () => {
    expect(isAnnouncedTooLong(null)).toBe(false);
  });
});
