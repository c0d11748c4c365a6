import { describe, expect, it } from "vitest";
import { cooperativesLike, tradeWordsOf, type RegisteredCooperative } from "./existing-cooperative.ts";

const cooperative = (number: string, municipality: string, division?: string): RegisteredCooperative => ({
  ...{ number, name: `組合${number}`, municipality },
  division,
});

const inns = [
  { municipality: "37201", industry: "7511" },
  { municipality: "37202", industry: "7521" },
  { municipality: "37202", industry: "0911" },
];
const likeInns = (...cooperatives: readonly RegisteredCooperative[]) =>
  cooperativesLike(inns, cooperatives).map(({ number }) => number);

describe("cooperatives that may do already what a group would", () => {
  it("are of a trade at least two members are of, those in a member's municipality first", () => {
    expect(
      likeInns(cooperative("1", "37203", "75"), cooperative("2", "37201", "75"), cooperative("3", "37201", "09")),
    ).toEqual(["2", "1"]);
  });

  it("lie in a member's prefecture, and are told only where their name speaks of a trade", () => {
    expect(likeInns(cooperative("1", "18201", "75"), cooperative("2", "37201"))).toEqual([]);
  });

  it("are five at most, and none for members whose trades are unknown or a letter", () => {
    const many = ["1", "2", "3", "4", "5", "6"].map((number) => cooperative(number, "37201", "75"));
    expect(likeInns(...many)).toHaveLength(5);
    const vague = [
      { municipality: "37201", industry: "M" },
      { municipality: "37201", industry: undefined },
    ];
    expect(cooperativesLike(vague, many)).toEqual([]);
  });

  it("are read by their names without place and form", () => {
    expect(tradeWordsOf("福井県トラック事業協同組合")).toBe("トラック");
    expect(tradeWordsOf("こんぴら温泉旅館ホテル協同組合")).toBe("こんぴら温泉旅館ホテル");
    expect(tradeWordsOf("高松市青果仲卸業協同組合")).toBe("青果仲卸業");
    expect([tradeWordsOf("北海道菓子工業組合"), tradeWordsOf("京都府菓子工業組合")]).toEqual(["菓子工業", "菓子工業"]);
  });

  it("keep the waterworks and the market in their names, which are no prefecture and no city", () => {
    expect(tradeWordsOf("丸亀水道工事協同組合")).toBe("丸亀水道工事");
    expect(tradeWordsOf("丸亀青果市場協同組合")).toBe("丸亀青果市場");
  });

  it("are told in one order, also two of one name", () => {
    const twins = ["2", "1"].map((number) => ({ ...cooperative(number, "37201", "75"), name: "同じ名前" }));
    expect(likeInns(...twins)).toEqual(["1", "2"]);
    expect(likeInns(...twins.toReversed())).toEqual(["1", "2"]);
  });
});
