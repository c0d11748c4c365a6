import { describe, expect, it } from "vitest";
import { distinct, unlike } from "./guess.ts";

const guess = (members: readonly number[], worth: number) => ({ members, worth });

describe("guesses", () => {
  it("are each looked at once, the best first", () => {
    expect(distinct([guess([1, 2], 5), guess([1, 3], 9), guess([1, 2], 5)])).toEqual([
      guess([1, 3], 9),
      guess([1, 2], 5),
    ]);
  });

  it("are unlike below the share of members they may have in common with a better one", () => {
    const [best, halfLike, alike] = [guess([1, 2, 3, 4], 9), guess([1, 2, 5, 6], 8), guess([1, 2, 3, 7], 7)];
    expect(unlike([best, halfLike, alike], 75)).toEqual([best, halfLike]);
    expect(unlike([best, halfLike, alike], 76)).toEqual([best, halfLike, alike]);
    expect(unlike([best, halfLike, alike], 50)).toEqual([best]);
  });
});
