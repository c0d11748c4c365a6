import { describe, expect, it } from "vitest";
import { sheetCounter } from "./sheet-counter.ts";

const SHEET = "xl/worksheets/sheet1.xml";

/** What is said of a workbook whose parts are these, one piece each. */
function problemOf(...parts: readonly (readonly [name: string, xml: string])[]) {
  const counter = sheetCounter();
  const goesOn = parts.map(([name, xml]) => counter.watch(name, Buffer.from(xml)));
  expect(goesOn.at(-1)).toBe(counter.problem() === undefined);
  return counter.problem();
}

describe("the rows and cells of a workbook", () => {
  const tooManyRows = { code: "TOO_MANY_ROWS", limit: 200_000 };
  const tooManyCells = { code: "TOO_MANY_CELLS", limit: 1_500_000 };

  it("are up to 200,000 rows in each sheet, however they are written", () => {
    for (const row of ["<row/>", "<row>", '<row r="1">', "<row\nr='1'/>"]) {
      expect(problemOf([SHEET, row.repeat(200_000)])).toBeUndefined();
      expect(problemOf([SHEET, row.repeat(200_001)])).toEqual(tooManyRows);
    }
    const half = "<row/>".repeat(150_000);
    expect(problemOf([SHEET, half], ["xl/worksheets/sheet2.xml", half])).toBeUndefined();
  });

  it("are up to 1,500,000 cells in all sheets together", () => {
    const half = "<c/>".repeat(750_000);
    expect(problemOf([SHEET, half], ["xl/worksheets/sheet2.xml", half])).toBeUndefined();
    expect(problemOf([SHEET, half], ["xl/worksheets/sheet2.xml", `${half}<c r="A1"/>`])).toEqual(tooManyCells);
  });

  it("are not what only begins like them, nor what other parts hold", () => {
    const others = "<cols><col/></cols><rowBreaks/><rows/><arrow/><ro/></c></row><x:row/>c row ";
    expect(problemOf([SHEET, others.repeat(200_001)])).toBeUndefined();
    expect(problemOf(["xl/calcChain.xml", "<c/>".repeat(1_500_001)])).toBeUndefined();
    expect(problemOf(["xl/drawings/drawing1.xml", "<row/>".repeat(200_001)])).toBeUndefined();
  });

  it("count wherever a piece ends", () => {
    const row = Buffer.from("<row>");
    for (let cut = 0; cut <= row.length; cut += 1) {
      const counter = sheetCounter();
      counter.watch(SHEET, Buffer.from("<row>".repeat(200_000)));
      counter.watch(SHEET, row.subarray(0, cut));
      counter.watch(SHEET, row.subarray(cut));
      expect(counter.problem()).toEqual(tooManyRows);
    }
  });
});
