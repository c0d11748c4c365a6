import type { AskedQuestionFragment, PrintedSheetFragment } from "@musubi/schema/operations";
import { describe, expect, it } from "vitest";
import { sheetOf, visitPages, VISITS_PER_PAGE, type Sheet } from "./sheet.ts";

const question = (key: string, mark: string, isConfirmed: boolean): AskedQuestionFragment => ({
  ...{ key, mark, isConfirmed, part: "QUESTION", name: key, text: key, hint: null, canBeNone: true, choices: [] },
});
const QUESTIONS = [question("capabilities", "2", true), question("needs", "1", false), question("fax", "オ", true)];

const BUSINESS: PrintedSheetFragment = {
  ...{
    id: "b",
    name: "あかね堂",
    musubiNumber: "0",
    address: null,
    municipalityName: null,
    knownCount: 2,
    factCount: 35,
  },
  facts: [
    { key: "capabilities", text: "溶接★★★、塗装★" },
    { key: "needs", text: "資金繰り★★" },
    { key: "note", text: "話が長い" },
    { key: "fax", text: null },
  ],
  nextQuestion: { text: "困りごとは", fact: { key: "needs", name: "課題" } },
};

describe("a printed survey sheet", () => {
  it("carries what the owner confirms, without the staff's measure, and nothing else that is known", () => {
    expect(sheetOf(BUSINESS, QUESTIONS).onRecord).toEqual({ capabilities: "溶接、塗装" });
    expect(JSON.stringify(sheetOf(BUSINESS, QUESTIONS))).not.toMatch(/資金繰り|話が長い/);
  });

  it("points to the question to ask first by its mark", () => {
    expect(sheetOf(BUSINESS, QUESTIONS).first).toEqual({ mark: "1", name: "課題", text: "困りごとは" });
    expect(sheetOf({ ...BUSINESS, nextQuestion: null }, QUESTIONS).first).toBeNull();
  });
});

describe("the list of visits", () => {
  const sheets = (count: number) => Array.from({ length: count }, (_, at) => ({ id: String(at) }) as Sheet);

  it("takes one page as long as its lines fit, and the next from there on", () => {
    expect(visitPages(sheets(VISITS_PER_PAGE)).map((page) => page.length)).toEqual([VISITS_PER_PAGE]);
    expect(visitPages(sheets(VISITS_PER_PAGE + 1)).map((page) => page.length)).toEqual([VISITS_PER_PAGE, 1]);
    expect(visitPages([])).toEqual([]);
  });
});
