import { describe, expect, it } from "vitest";
import { rememberedChoice, reviseChoice, targetOf, type ReadNow } from "./import-choice.ts";

const column = (index: number, role: string) => ({ index, letter: "A", header: "", role, sample: null });
const now: ReadNow = {
  sheet: "名簿",
  headerRow: 3,
  columns: [column(0, "name"), column(1, "unknown"), column(2, "notKept")],
};

describe("a revised choice", () => {
  it("maps the columns whose target changed, and no other", () => {
    const mapping = [
      { index: 0, target: "name" },
      { index: 1, target: "phone" },
      { index: 2, target: "notTaken" },
      { index: 9, target: "phone" },
    ] as const;
    expect(reviseChoice({}, { mapping }, now)).toEqual({ mapping: { 1: "phone" } });
  });

  it("adds corrections and rows left out to the earlier ones; the later word on a cell counts", () => {
    const before = { corrections: { B4: "3", C5: "x" }, leftOut: [9] };
    const revision = { corrections: [{ cell: "C5", text: "5" }], leaveOut: [7, 9] };
    expect(reviseChoice(before, revision, now)).toEqual({ corrections: { B4: "3", C5: "5" }, leftOut: [7, 9] });
  });

  it("keeps what it does not speak of", () => {
    const before = { hidden: "leaveOut", marked: "closed", keepUnknownColumns: true, headerRow: 3 } as const;
    expect(reviseChoice(before, { capitalUnitYen: 10_000 }, now)).toEqual({ ...before, capitalUnitYen: 10_000 });
    expect(reviseChoice(before, { keepUnknownColumns: false }, now)).toEqual({ ...before, keepUnknownColumns: false });
  });

  it("forgets corrections and rows left out, and nothing else, where that was asked", () => {
    const before = { corrections: { B4: "3" }, leftOut: [9], hidden: "take" } as const;
    expect(reviseChoice(before, { forgetCorrections: true }, now)).toEqual({ hidden: "take" });
  });

  it("starts anew on another sheet, below another header row, and where that was asked", () => {
    const before = { mapping: { 1: "phone" }, corrections: { B4: "3" } } as const;
    expect(reviseChoice(before, { sheet: "別表" }, now)).toEqual({ sheet: "別表" });
    expect(reviseChoice(before, { headerRow: 5 }, now)).toEqual({ sheet: "名簿", headerRow: 5 });
    expect(reviseChoice(before, { startOver: true }, now)).toEqual({});
    expect(reviseChoice(before, { sheet: "名簿", headerRow: 3 }, now)).toEqual(before);
  });

  it("is remembered without what was said of single cells and rows", () => {
    const choice = { mapping: { 1: "phone" }, headerRow: 3, corrections: { B4: "3" }, leftOut: [9] } as const;
    expect(rememberedChoice(choice)).toEqual({ mapping: { 1: "phone" }, headerRow: 3 });
  });
});

describe("a column", () => {
  it.each([
    [{ role: "phone" }, "phone"],
    [{ role: "unknown" }, "notTaken"],
    [{ role: "unknown", kept: true }, "noteWithHeader"],
    [{ role: "notKept" }, "notTaken"],
  ] as const)("%o is read as %s", (read, target) => {
    expect(targetOf(read)).toBe(target);
  });
});
