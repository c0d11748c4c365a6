import { describe, expect, it } from "vitest";
import { boundsFor, partFor } from "../../../test/parts.ts";
import type { SnapshotBusiness } from "../snapshot.ts";
import { yearPoints } from "./year-round.ts";

const boundsOf = (...businesses: readonly SnapshotBusiness[]) => boundsFor("YEAR_ROUND_WORK", "year-round", businesses);
const partOf = (...businesses: readonly SnapshotBusiness[]) => partFor("YEAR_ROUND_WORK", "year-round", businesses);

/** Ten tenths in each month from one to another. */
const from = (first: number, last: number, tenths = 10) =>
  Array.from({ length: 12 }, (_, index) => (index + 1 >= first && index + 1 <= last ? tenths : 0));

describe("work for the whole year", () => {
  it("is all but a rounding complete where the months wanted add up to the same each month: three times 333", () => {
    expect(boundsOf({ id: "a", monthlyWorkers: from(1, 5) }, { id: "b", monthlyWorkers: from(6, 12) })).toEqual([
      999, 999, 1000,
    ]);
  });

  it("counts the three leanest months, each by its part of the year, rounded down one by one", () => {
    // 10 in nine months and 5, 6, 7 in three: 4000 · 5 ÷ 108 = 185, 222, 259
    const year = [10, 10, 5, 10, 10, 6, 10, 10, 7, 10, 10, 10];
    expect(boundsOf({ id: "a", monthlyWorkers: year.map((tenths) => tenths * 2) })[0]).toBe(185 + 222 + 259);
  });

  it("needs one worker's year: 120 tenths of a month count, 119 do not", () => {
    expect(yearPoints(Array<number>(12).fill(10))).toBe(999);
    expect(yearPoints([9, ...Array<number>(11).fill(10)])).toBe(0);
  });

  it("names the months in which nobody is wanted, with no points of their own", () => {
    const { low, matches } = partOf({ id: "a", monthlyWorkers: from(4, 12, 20) });
    expect(low).toBe(0);
    expect(matches.at(-1)).toEqual({ members: [], points: 0, evidence: { gaps: [1, 2, 3] } });
  });

  it("says who wants workers and in which months fewest, of equals the earlier", () => {
    const { matches } = partOf({ id: "a", monthlyWorkers: from(1, 12) }, { id: "b", monthlyWorkers: from(0, 0) });
    expect(matches).toMatchObject([{ members: ["a"], points: 999, evidence: { total: 120 } }]);
    expect(matches[0]?.evidence).toMatchObject({ leanest: [1, 2, 3].map((month) => ({ month, workers: 10 })) });
  });

  it("takes what the work has above its least month where the wish is not told, and the wish where it is", () => {
    const load = from(1, 12, 30).map((tenths, month) => (month < 6 ? tenths + 20 : tenths));
    const winter = { id: "b", monthlyWorkers: from(7, 12, 20) };
    expect(boundsOf({ id: "a", monthlyLoad: load }, winter)).toEqual([999, 999, 1000]);
    expect(boundsOf({ id: "a", monthlyLoad: load, monthlyWorkers: from(0, 0) }, winter)).toEqual([0, 0, 1000]);
  });

  it("is open in full while one member's wish is unknown", () => {
    expect(boundsOf({ id: "a", monthlyWorkers: from(1, 12) }, { id: "b" })).toEqual([0, 1000, 500]);
  });
});
