import { describe, expect, it } from "vitest";
import { mostAreUnplaced } from "./result.ts";

describe("a search that found nothing", () => {
  it("lacks positions from half of the businesses on", () => {
    expect(mostAreUnplaced({ businesses: 10, unplacedCount: 5 })).toBe(true);
    expect(mostAreUnplaced({ businesses: 10, unplacedCount: 4 })).toBe(false);
  });

  it("lacks none where there is no business at all", () => {
    expect(mostAreUnplaced({ businesses: 0, unplacedCount: 0 })).toBe(false);
  });
});
