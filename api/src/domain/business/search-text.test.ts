import { describe, expect, it } from "vitest";
import { foldForFinding, NAMES_END, searchTextOf, soughtWords } from "./search-text.ts";

describe("text folded for finding", () => {
  it.each([
    ["シャッター工房", "しやつた工房"],
    ["コーヒー", "コーヒ"],
    ["ヴァン", "バン"],
    ["つづら", "つずら"],
    ["佐々木", "佐佐木"],
    ["齊藤", "斎藤"],
    ["サン・エー", "サンエー"],
    ["㈱山田", "株式会社山田"],
    ["山田（株", "山田株式会社"],
    ["１－２－３", "1-2-3"],
    ["2442ー1", "2442-1"],
  ])("takes %s and %s for one", (one, other) => {
    expect(foldForFinding(one)).toBe(foldForFinding(other));
  });

  it("keeps voiced and unvoiced kana apart, and numbers by their hyphens", () => {
    expect(foldForFinding("ばん")).not.toBe(foldForFinding("はん"));
    expect(foldForFinding("1-23")).not.toBe(foldForFinding("12-3"));
  });
});

describe("what a business is found by", () => {
  it("begins with its reading without the legal form, and parts its names from the rest", () => {
    const text = searchTextOf({ name: "㈱山田", nameKana: "カブシキガイシャヤマダ", externalId: "A-1" }, {});
    const [names = "", rest] = text.split(NAMES_END);
    expect(names.split("\n")[0]).toBe("やまだ");
    expect(names.split("\n")).toEqual(expect.arrayContaining(["山田", "株式会社山田", "山田株式会社"]));
    expect(rest).toBe("a1");
  });

  it("begins with the name where no reading is known", () => {
    expect(searchTextOf({ name: "有限会社みどり" }, {}).split("\n")[0]).toBe("みどり");
  });
});

describe("words sought", () => {
  it("are parted by spaces of every width, and a legal form from its name", () => {
    expect(soughtWords("株式会社山田　高松 ").strict).toEqual(["山田", "株式会社", "高松"]);
    expect(soughtWords("　").strict).toEqual([]);
  });

  it("are telephone numbers without hyphens, and addresses as addresses are folded", () => {
    expect(soughtWords("０８７－８３１－１２３４").strict).toEqual(["0878311234"]);
    expect(soughtWords("番町一丁目2番地の3").strict).toEqual(["番町1-2-3"]);
    expect(soughtWords("2442-1").strict).toEqual(["2442-1"]);
  });

  it("are heard loosely from three kana on", () => {
    expect(soughtWords("ばん")).toEqual({ strict: ["ばん"] });
    expect(soughtWords("ばんだ")).toEqual({ strict: ["ばんだ"], relaxed: ["ハンタ"] });
    expect(soughtWords("ささき仏壇").relaxed).toEqual(["ササキ", "仏壇"]);
    expect(soughtWords("高松")).toEqual({ strict: ["高松"] });
  });

  it("are ten at most", () => {
    expect(soughtWords("あ い う え お か き く け こ さ").strict).toHaveLength(10);
  });
});
