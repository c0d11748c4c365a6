import { describe, expect, it } from "vitest";
import { dueOf } from "./due.ts";

describe("the day of a next step", () => {
  it("is today, so many days ahead, or so many late, over the ends of months too", () => {
    expect(dueOf("2026-11-30", "2026-11-30")).toEqual({ when: "today" });
    expect(dueOf("2026-12-01", "2026-11-30")).toEqual({ when: "ahead", days: 1 });
    expect(dueOf("2026-11-30", "2026-12-02")).toEqual({ when: "late", days: 2 });
  });

  it("is none where none was set", () => {
    expect(dueOf(null, "2026-11-30")).toEqual({ when: "none" });
    expect(dueOf(undefined, "2026-11-30")).toEqual({ when: "none" });
  });
});
