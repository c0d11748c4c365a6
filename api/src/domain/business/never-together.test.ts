import { describe, expect, it } from "vitest";
import { APART_REASON_MAX, decideKeepApart, type ApartRequest } from "./never-together.ts";

describe("keeping two businesses apart", () => {
  const codes = (request: Partial<ApartRequest>, standing: readonly string[] = []) => {
    const decision = decideKeepApart({ businessId: "a", otherId: "b", reason: "", ...request }, { standing });
    return decision.accepted ? [] : decision.problems.map(({ code }) => code);
  };

  it("needs two of them, and is noted once", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ otherId: "a" })).toEqual(["APART_FROM_ITSELF"]);
    expect(codes({}, ["b"])).toEqual(["APART_ALREADY"]);
    expect(codes({}, ["c"])).toEqual([]);
  });

  it(`takes a reason of ${APART_REASON_MAX} characters and not one more`, () => {
    expect(codes({ reason: "あ".repeat(APART_REASON_MAX) })).toEqual([]);
    expect(codes({ reason: "あ".repeat(APART_REASON_MAX + 1) })).toEqual(["APART_REASON_TOO_LONG"]);
  });
});
