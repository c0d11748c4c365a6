import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceOfTrades, toldTrade } from "../trade-distance.ts";
import { leastDifference, tradeCodeOf } from "./trades.ts";

/** Few enough digits that many codes share some; `0` and `9` among them. */
const digit = fc.constantFrom("0", "1", "9");
const code = fc.oneof(
  fc.constantFrom("", "A", "E", "T", "U", "x"),
  fc.array(digit, { minLength: 1, maxLength: 5 }).map((digits) => digits.join("")),
);

describe("trades put in numbers", () => {
  it("differ as their codes do, as far as each is told", () => {
    fc.assert(
      fc.property(code, code, (one, other) => {
        const expected = distanceOfTrades(toldTrade(one), toldTrade(other)).least;
        expect(leastDifference(tradeCodeOf(one), tradeCodeOf(other))).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it("are told apart by section, division, group and class", () => {
    const apart = (one: string, other: string) => leastDifference(tradeCodeOf(one), tradeCodeOf(other));
    expect([apart("0971", "0971"), apart("0971", "0972"), apart("0971", "0981"), apart("0971", "1071")]).toEqual([
      0, 300, 700, 1000,
    ]);
    expect([apart("0971", "7011"), apart("0971", "A"), apart("0971", "")]).toEqual([500, 500, 0]);
  });
});
