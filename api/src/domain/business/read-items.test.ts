import { describe, expect, it } from "vitest";
import { termFinder, type Term } from "../vocabulary.ts";
import { readLevelled, readNames, readPurchases, splitItems } from "./read-items.ts";

const find = termFinder<Term>([
  { code: "K02", ja: "人手不足・採用", en: "Hiring", synonyms: ["人手不足"] },
  { code: "polishing", ja: "研磨", en: "Polishing" },
]);

describe("several values in one cell", () => {
  it.each(["a\nb", "a;b", "a；b", "a・b", "a／b", "a、b", " a ; ; b "])("%j are two", (text) => {
    expect(splitItems(text)).toEqual(["a", "b"]);
  });

  it("are separated by a comma between Japanese words, as forms export several answers", () => {
    expect(splitItems("人手不足, 資金繰り,販路開拓")).toEqual(["人手不足", "資金繰り", "販路開拓"]);
    expect(splitItems("Foo Co., Ltd.")).toEqual(["Foo Co., Ltd."]);
    expect(splitItems("段ボール箱:1,000円")).toEqual(["段ボール箱:1,000円"]);
  });

  it("are separated by 、 between words of up to ten characters and not in prose", () => {
    expect(splitItems("一二三四五六七八九十、b")).toEqual(["一二三四五六七八九十", "b"]);
    expect(splitItems("一二三四五六七八九十一、b")).toEqual(["一二三四五六七八九十一、b"]);
    expect(splitItems("人手が足りず、困っている")).toEqual(["人手が足りず、困っている"]);
  });

  it("are not taken out of a name that is known as a whole", () => {
    expect(splitItems("人手不足・採用:2；研磨", (name) => find(name) !== undefined)).toEqual([
      "人手不足・採用:2",
      "研磨",
    ]);
  });
});

describe("tags with levels", () => {
  it("have level 1 unless told, and known names become codes", () => {
    expect(readLevelled("研磨:3；めっき；人手不足：2", find)).toEqual({
      value: [
        ["polishing", 3],
        ["めっき", 1],
        ["K02", 2],
      ],
    });
  });

  it("keep free text as it is written", () => {
    expect(readLevelled("若手が続かず困っています", find)).toEqual({ value: [["若手が続かず困っています", 1]] });
    expect(readLevelled("対応時間:夜間", find)).toEqual({ value: [["対応時間:夜間", 1]] });
  });

  it("are known to be none where the cell says so", () => {
    expect(readLevelled("なし", find)).toEqual({ value: [] });
    expect(readLevelled("無し", find)).toEqual({ value: [] });
  });

  it("given twice keep the higher level", () => {
    expect(readLevelled("研磨:1;polishing:3;研磨:2", find)).toEqual({ value: [["polishing", 3]] });
  });

  it.each(["研磨:0", "研磨:4", "研磨:1.5", "研磨:-1"])("refuse the level of %s", (text) => {
    expect(readLevelled(text, find)).toEqual({ problem: { code: "LEVEL_OUT_OF_RANGE", item: text } });
  });
});

describe("names", () => {
  it("are taken each once", () => {
    expect(readNames("7123456789012；みどり㈱；7123456789012")).toEqual({ value: ["7123456789012", "みどり(株)"] });
    expect(readNames("特になし")).toEqual({ value: [] });
  });
});

describe("what is bought", () => {
  it("may carry yen a month", () => {
    expect(readPurchases("corrugated-box:120000；小麦粉：12万円；塩")).toEqual({
      value: [["corrugated-box", 120000], ["小麦粉", 120000], ["塩"]],
    });
  });

  it("twice adds up, and is of unknown cost where one of the two is", () => {
    expect(readPurchases("塩:100;塩:200;砂糖:100;砂糖")).toEqual({ value: [["塩", 300], ["砂糖"]] });
  });

  it("with an amount that is none is told", () => {
    expect(readPurchases("塩:少し")).toEqual({ problem: { code: "PURCHASE_YEN_NOT_READ", item: "塩:少し" } });
    expect(readPurchases("塩:0.5")).toEqual({ problem: { code: "PURCHASE_YEN_NOT_READ", item: "塩:0.5" } });
  });

  it("is known to be nothing where the cell says so", () => {
    expect(readPurchases("なし")).toEqual({ value: [] });
  });
});
