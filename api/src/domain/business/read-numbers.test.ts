import { describe, expect, it } from "vitest";
import { readCapital, readEmployees, readLeader, readMonths, readPlace, yenOf, yenOfUnit } from "./read-numbers.ts";

describe("an amount", () => {
  it.each([
    ["1,000万円", 10_000_000],
    ["１，０００万円", 10_000_000],
    ["1億5,000万円", 150_000_000],
    ["1.5億円", 150_000_000],
    ["3千万円", 30_000_000],
    ["5百万円", 5_000_000],
    ["300千円", 300_000],
    ["¥10,000,000", 10_000_000],
    ["10000000", 10_000_000],
    ["0", 0],
  ])("%s is %i yen", (text, yen) => {
    expect(yenOf(text)).toBe(yen);
  });

  it.each(["約束", "", "千円", "-5", "1000万円（増資予定）", "10-20"])("%s is none", (text) => {
    expect(yenOf(text)).toBeUndefined();
  });

  it("of a fraction of a yen is told", () => {
    expect(yenOf("0.5")).toBe("not-whole");
    expect(readCapital("0.5円")).toEqual({ problem: { code: "AMOUNT_NOT_WHOLE_YEN" } });
  });

  it.each([
    ["資本金（百万円）", 1_000_000],
    ["資本金(千円)", 1_000],
    ["資本金 万円", 10_000],
    ["資本金（円）", 1],
    ["資本金", undefined],
  ])("is counted in the unit of its header %s", (header, yen) => {
    expect(yenOfUnit(header)).toBe(yen);
  });
});

describe("capital", () => {
  it("without a unit anywhere is asked about below 100,000 and taken as yen from there", () => {
    expect(readCapital("99999")).toEqual({ problem: { code: "CAPITAL_UNIT_MISSING", limitYen: 100_000 } });
    expect(readCapital("100000")).toEqual({ value: 100_000 });
  });

  it("of nothing needs no unit", () => {
    expect(readCapital("0")).toEqual({ value: 0 });
  });

  it("takes the header's unit unless the cell names its own", () => {
    expect(readCapital("1000", 10_000)).toEqual({ value: 10_000_000 });
    expect(readCapital("1,000万円", 1_000)).toEqual({ value: 10_000_000 });
    expect(readCapital("500", 1)).toEqual({ value: 500 });
    expect(readCapital("500円")).toEqual({ value: 500 });
  });

  it("that is no amount is told", () => {
    expect(readCapital("多い")).toEqual({ problem: { code: "AMOUNT_NOT_READ" } });
  });
});

describe("a head count", () => {
  it.each([
    ["12", 12],
    ["１２人", 12],
    ["1,200名", 1200],
    ["0", 0],
    ["なし", 0],
    ["12.0", 12],
  ])("%s is exactly %i", (text, persons) => {
    expect(readEmployees(text)).toEqual({ value: persons });
  });

  it.each([
    ["約20名", 20],
    ["5(3)", 5],
    ["5（うちパート3）", 5],
    ["1～5人", 5],
    ["6〜20", 20],
    ["20人以上", 20],
    ["20人未満", 19],
    ["20名程度", 20],
  ])("%s is about %i", (text, persons) => {
    expect(readEmployees(text)).toEqual({ value: persons, about: true });
  });

  it.each(["家族のみ", "-3", "2.5", "5+3"])("%s is not read", (text) => {
    expect(readEmployees(text)).toEqual({ problem: { code: "EMPLOYEES_NOT_READ" } });
  });
});

describe("the leader's level", () => {
  it("is 0 to 3", () => {
    expect(readLeader("0")).toEqual({ value: 0 });
    expect(readLeader("３")).toEqual({ value: 3 });
    expect(readLeader("4")).toEqual({ problem: { code: "LEADER_NOT_READ" } });
    expect(readLeader("高い")).toEqual({ problem: { code: "LEADER_NOT_READ" } });
  });
});

describe("twelve months", () => {
  const twelve = "3;3.5;4;5;6;6;4;3;3;4;5;4";

  it("of workers become tenths", () => {
    expect(readMonths(twelve, 10)).toEqual({ value: [30, 35, 40, 50, 60, 60, 40, 30, 30, 40, 50, 40] });
  });

  it.each([
    "0；0；0；1；2；2；1；0；0；0；1；0",
    "0\n0\n0\n1\n2\n2\n1\n0\n0\n0\n1\n0",
    "0,0,0,1,2,2,1,0,0,0,1,0",
    "0 0 0 1 2 2 1 0 0 0 1 0",
    "0・0・0・1・2・2・1・0・0・0・1・0",
  ])("are separated as people do: %s", (text) => {
    expect(readMonths(text, 1)).toEqual({ value: [0, 0, 0, 1, 2, 2, 1, 0, 0, 0, 1, 0] });
  });

  it("are twelve, neither eleven nor thirteen", () => {
    expect(readMonths("1;1;1;1;1;1;1;1;1;1;1", 1)).toEqual({ problem: { code: "MONTHS_COUNT", found: 11 } });
    expect(readMonths("1;1;1;1;1;1;1;1;1;1;1;1;1", 1)).toEqual({ problem: { code: "MONTHS_COUNT", found: 13 } });
  });

  it("are exact tenths of a worker", () => {
    expect(readMonths(twelve.replace("3.5", "3.05"), 10)).toEqual({
      problem: { code: "MONTH_NOT_TENTH", month: 2, text: "3.05" },
    });
  });

  it("are neither negative nor empty, and spare units are whole", () => {
    expect(readMonths(twelve.replace("3.5", "-1"), 10)).toMatchObject({
      problem: { code: "MONTH_NOT_READ", month: 2 },
    });
    expect(readMonths(twelve.replace("3.5", ""), 10)).toMatchObject({ problem: { code: "MONTH_NOT_READ", month: 2 } });
    expect(readMonths(twelve, 1)).toMatchObject({ problem: { code: "MONTH_NOT_READ", month: 2, text: "3.5" } });
  });
});

describe("a place", () => {
  it("is two degrees inside Japan", () => {
    expect(readPlace("34.3401", "134.0434")).toEqual({ value: { lat: 34.3401, lon: 134.0434 } });
    expect(readPlace("20", "154")).toEqual({ value: { lat: 20, lon: 154 } });
    expect(readPlace("19.9", "154")).toEqual({ problem: { code: "COORDINATE_OUTSIDE_JAPAN" } });
    expect(readPlace("20", "154.1")).toEqual({ problem: { code: "COORDINATE_OUTSIDE_JAPAN" } });
  });

  it("with its columns swapped is told as such", () => {
    expect(readPlace("134.0434", "34.3401")).toEqual({ problem: { code: "COORDINATES_SWAPPED" } });
  });

  it("that is no decimal is told", () => {
    expect(readPlace("34°20′", "134.0")).toEqual({ problem: { code: "COORDINATE_NOT_READ" } });
  });
});
