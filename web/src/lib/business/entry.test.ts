import { describe, expect, it } from "vitest";
import { controlOf, entryOf, monthsEntry, tickedEntry, untouchedEntry } from "./entry.ts";

const issues = [
  { code: "K01", name: "販路開拓・売上" },
  { code: "K02", name: "人手不足・採用" },
];
const nothing = { text: "", picks: [], months: [], most: "" };

describe("how a fact is entered", () => {
  it("follows what can be said of it", () => {
    const fact = (key: string, canBeNone: boolean, choices = issues) => controlOf({ key, canBeNone, choices });
    expect(fact("needs", true)).toBe("ticks");
    expect(fact("successor", false)).toBe("select");
    expect(fact("ties", true, [])).toBe("lines");
    expect(fact("monthlyLoad", false, [])).toBe("months");
    expect(fact("phone", false, [])).toBe("line");
  });
});

describe("what is ticked", () => {
  it("keeps its level, and what is not offered stays in words", () => {
    const { ticks, others } = tickedEntry("人手不足・採用:3\n雪かき:2", issues);
    expect(ticks.map(({ value, on }) => [value, on])).toEqual([
      ["K01", false],
      ["K02:3", true],
    ]);
    expect(others).toBe("雪かき:2");
  });

  it("is one text with what is written and what presses most", () => {
    expect(entryOf({ ...nothing, picks: ["K02", "K01:2"], text: "雪かき", most: "K02" })).toBe(
      "K02\nK01:2\n雪かき\nK02:3",
    );
    expect(entryOf(nothing)).toBe("");
  });
});

describe("twelve months", () => {
  it("are taken apart and put together", () => {
    const year = "1;2;3;4;5;6;7;8;9;10;11;12.5";
    expect(entryOf({ ...nothing, months: monthsEntry(year) })).toBe(year);
  });

  it("are unknown, not twelve zeros, where all are left empty", () => {
    expect(monthsEntry("")).toEqual(Array(12).fill(""));
    expect(entryOf({ ...nothing, months: Array<string>(12).fill("") })).toBe("");
  });
});

describe("fields nobody touches", () => {
  it("hand in ticks, words and months as they stood", () => {
    const fact = (key: string, entry: string, choices = issues) => ({ key, entry, canBeNone: true, choices });
    expect(untouchedEntry(fact("needs", "雪かき\n人手不足・採用:3"))).toBe("K02:3\n雪かき");
    expect(untouchedEntry(fact("monthlyLoad", "", []))).toBe("");
    expect(untouchedEntry(fact("ties", "D1\nD2", []))).toBe("D1\nD2");
  });
});
