import { describe, expect, it } from "vitest";
import { boundsFor, partFor } from "../../../test/parts.ts";
import type { SnapshotBusiness } from "../snapshot.ts";
import { tradeDistance } from "../trade-distance.ts";

const of = (...industries: readonly (string | undefined)[]): readonly SnapshotBusiness[] =>
  industries.map((industry, at) => ({ id: `b${at}`, ...(industry === undefined ? {} : { industry }) }));
const boundsOf = (...industries: readonly (string | undefined)[]) =>
  boundsFor("CROSS_INDUSTRY", "useful-distance", of(...industries));

describe("the distance of two trades", () => {
  it.each([
    ["0971", "0971", 0, 0],
    ["0971", "0972", 300, 300],
    ["0971", "0931", 700, 700],
    ["0971", "1031", 1000, 1000],
    ["0971", "7511", 500, 500],
    ["097", "0971", 0, 300],
    ["097", "097", 0, 300],
    ["097", "0931", 700, 700],
    ["09", "0971", 0, 700],
    ["09", "10", 1000, 1000],
    ["E", "0971", 0, 1000],
    ["E", "E", 0, 1000],
    ["E", "75", 500, 500],
    ["0971", undefined, 0, 1000],
    ["0971", "X9", 0, 1000],
  ])("%s and %s is at least %i and at most %i", (a, b, ...bounds) => {
    for (const { least, most } of [tradeDistance(a, b), tradeDistance(b, a)]) expect([least, most]).toEqual(bounds);
  });
});

describe("useful difference of trades", () => {
  it("is the mean over the pairs, rounded down once", () => {
    // 700 + 500 + 500 = 1700 over three pairs
    expect(boundsOf("0971", "0931", "7511")).toEqual([566, 566, 1000]);
  });

  it("counts a pair that is not told as the least in low and the most in high, and only four digits as known", () => {
    expect(boundsOf("0971", "09", "7511")).toEqual([333, 566, 666]);
    expect(boundsOf("0971", undefined)).toEqual([0, 1000, 500]);
  });

  it("asks nothing of a lone member", () => {
    expect(boundsOf(undefined)).toEqual([0, 0, 1000]);
  });

  it("names the two most alike, without points", () => {
    const { matches } = partFor("CROSS_INDUSTRY", "useful-distance", of("0971", "0972", "7511"));
    expect(matches[1]).toEqual({
      members: ["b0", "b1"],
      points: 0,
      evidence: { closest: true, industries: ["0971", "0972"], distance: 300 },
    });
  });
});
