import { describe, expect, it } from "vitest";
import { markOf, parted, withKept, withTakenBack, type SavedLine } from "./saved.ts";

const dismissed = { id: "p", state: "DISMISSED" } as SavedLine;
const saved = { id: "q", state: "SAVED" } as SavedLine;
const marks = [
  { rank: 2, proposal: dismissed },
  { rank: 3, proposal: saved },
];

describe("the candidates of a run", () => {
  it("are parted into those to look at and those that were dismissed, in their order", () => {
    const found = [{ rank: 1 }, { rank: 2 }, { rank: 3 }];
    expect(parted(found, marks)).toEqual({
      open: [{ rank: 1 }, { rank: 3 }],
      dismissed: [{ found: { rank: 2 }, mark: dismissed }],
    });
  });

  it("keep one that was dismissed just now in its place", () => {
    expect(parted([{ rank: 1 }, { rank: 2 }], marks, "p")).toEqual({ open: [{ rank: 1 }, { rank: 2 }], dismissed: [] });
  });

  it("are known by their place", () => {
    expect(markOf(marks, 3)).toBe(saved);
    expect(markOf(marks, 1)).toBeUndefined();
  });
});

describe("the address after a candidate was kept", () => {
  it("names it once and leaves the rest as it was", () => {
    expect(withKept("/discover/d?sort=near", "p")).toBe("/discover/d?sort=near&kept=p");
    expect(withKept("/discover/d?kept=q#x", "p")).toBe("/discover/d?kept=p");
    expect(withTakenBack("/discover/d?kept=q")).toBe("/discover/d?takenBack=yes");
  });
});
