import { describe, expect, it } from "vitest";
import { drawFrom } from "../../test/random-snapshot.ts";
import { wholeQuotient } from "./whole.ts";

describe("a whole quotient", () => {
  it("is what dividing and rounding down comes to, on both sides of every whole number", () => {
    const draw = drawFrom(7);
    for (let at = 0; at < 10_000; at += 1) {
      const divisor = 1 + draw(100_000);
      const quotient = draw(100_000);
      for (const number of [quotient * divisor, quotient * divisor + divisor - 1, quotient * divisor + draw(divisor)])
        expect(wholeQuotient(number, 1 / divisor)).toBe(quotient);
    }
  });
});
