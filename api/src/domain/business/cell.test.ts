import { describe, expect, it } from "vitest";
import {
  isDitto,
  isErrorValue,
  isNone,
  isRounded,
  isUnknown,
  isUnprintable,
  markOf,
  printable,
  shownText,
} from "./cell.ts";

describe("a cell", () => {
  it.each(["", "　", "-", "－", "―", "～", "？", "不明", "非公開", "未記入", "無回答", "調査中", "N/A", "***"])(
    "%j says that nothing is known",
    (text) => expect(isUnknown(text)).toBe(true),
  );

  it.each(["0", "なし", "不明瞭堂", "-5", "一", "未定"])("%j says something", (text) => {
    expect(isUnknown(text)).toBe(false);
  });

  it("says none, or as above", () => {
    expect([isNone("なし"), isNone("特になし。"), isNone("なし工業")]).toEqual([true, true, false]);
    expect(["〃", "同上", "″", "同上町1"].map(isDitto)).toEqual([true, true, true, false]);
  });

  it.each(["#REF!", "#DIV/0!", "#N/A", "#NAME?", "####", "#VALUE!"])("%s is an error of a formula", (text) => {
    expect(isErrorValue(text)).toBe(true);
  });

  it.each(["#1", "#", "REF", "#タグ"])("%s is none", (text) => {
    expect(isErrorValue(text)).toBe(false);
  });

  it("was rounded where it is a power of ten", () => {
    expect(["1.23E+12", "7E12", "１．２３Ｅ＋１２"].map(isRounded)).toEqual([true, true, true]);
    expect(["1.23", "E12", "12E5", "1234567890123"].map(isRounded)).toEqual([false, false, false, false]);
  });

  it("cannot be printed with control characters or half a character, and is shown with marks in their place", () => {
    expect(["あ\0い", "\u000b", "\ud83c", "\udf4aみ"].map(isUnprintable)).toEqual([true, true, true, true]);
    expect(["一\n二\t三\r", "🍊𠮷", ""].map(isUnprintable)).toEqual([false, false, false]);
    expect(printable("あ\0い\ud83c")).toBe("あ\ufffdい\ufffd");
    expect(shownText(`${"あ".repeat(199)}🍊`)).toBe(`${"あ".repeat(199)}\ufffd`);
  });

  it("under an answer is chosen by a mark, by 1 or by the answer itself", () => {
    for (const text of ["○", "〇", "◯", "◎", "レ", "✓", "1", "１", "はい", "人手不足"])
      expect([text, markOf(text, "人手不足")]).toEqual([text, "chosen"]);
    for (const text of ["×", "0", "－", "いいえ", "", "無回答"])
      expect([text, markOf(text, "人手不足")]).toEqual([text, "not chosen"]);
    for (const text of ["2", "たぶん", "人手"]) expect([text, markOf(text, "人手不足")]).toEqual([text, undefined]);
  });
});
