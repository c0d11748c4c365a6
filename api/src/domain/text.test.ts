import { describe, expect, it } from "vitest";
import { evenWidth, foldAddress, foldForSearch, foldName, legalFormOf } from "./text.ts";

describe("text folded for search", () => {
  it.each([
    ["ﾊﾟﾝ工房", "パン工房"],
    ["ＡＢＣ", "abc"],
    ["髙﨑　邊", "高崎辺"],
    ["サヌキ", "さぬき"],
    ["𠮷田", "吉田"],
    ["1−2", "1-2"],
    ["鹽屋豐國", "塩屋豊国"],
    ["葛\u{E0100}城", "葛城"],
  ])("takes %s and %s for one", (one, other) => {
    expect(foldForSearch(one)).toBe(foldForSearch(other));
  });

  it("keeps the long vowel mark apart from a hyphen", () => {
    expect(foldForSearch("コーヒ")).not.toBe(foldForSearch("コ-ヒ"));
  });
});

it("even width joins spaces and keeps letters as they are", () => {
  expect(evenWidth(" ＡＢ　 髙 ")).toBe("AB 髙");
});

describe("a business name for comparison", () => {
  it.each(["㈱山田", "株式会社　山田", "山田（株）", "(株)山田", "山田株式会社"])(
    "%s is 株式会社山田 wherever the form stands",
    (name) => {
      expect(foldName(name)).toBe(foldName("株式会社山田"));
    },
  );

  it("keeps firms of different forms apart, and a firm from a shop without a form", () => {
    expect(foldName("有限会社山田")).not.toBe(foldName("株式会社山田"));
    expect(foldName("山田")).not.toBe(foldName("株式会社山田"));
  });

  it("does not lose a name that is only a form", () => {
    expect(foldName("株式会社")).toBe("株式会社|");
  });

  it("knows the form a name carries", () => {
    expect(legalFormOf("㈲みどり")).toBe("有限会社");
    expect(legalFormOf("みどり商店")).toBeUndefined();
  });
});

describe("an address for comparison", () => {
  it.each([
    ["香川県高松市番町一丁目2番地の3", "高松市番町1-2-3"],
    ["高松市木太町２４４２ー１", "高松市木太町2442-1"],
    ["高松市番町十二丁目3番4号", "高松市番町12-3-4"],
    ["高松市大字西植田100番地", "高松市西植田100"],
    ["京都府京都市中京区１－１", "京都市中京区1-1"],
  ])("takes %s and %s for one", (one, other) => {
    expect(foldAddress(one)).toBe(foldAddress(other));
  });

  it("keeps different numbers apart", () => {
    expect(foldAddress("高松市番町1-23")).not.toBe(foldAddress("高松市番町12-3"));
    expect(foldAddress("高松市番町二丁目1")).not.toBe(foldAddress("高松市番町十二丁目1"));
  });

  it("keeps the county of a town", () => {
    expect(foldAddress("香川県綾歌郡綾川町1")).toBe(foldAddress("綾歌郡綾川町1"));
  });
});
