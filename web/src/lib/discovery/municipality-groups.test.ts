import { describe, expect, it } from "vitest";
import { groupMunicipalities } from "./municipality-groups.ts";

const place = (code: string, name: string) => ({ code, name, businesses: 1 });

describe("municipalities to choose from", () => {
  it("come as cities first, then by county and by large city, in the order of codes", () => {
    const groups = groupMunicipalities([
      place("37324", "小豆郡小豆島町"),
      place("27127", "大阪市北区"),
      place("37202", "丸亀市"),
      place("37322", "小豆郡土庄町"),
      place("37201", "高松市"),
    ]);
    expect(groups.map(({ name, items }) => [name, items.map((item) => item.name)])).toEqual([
      [null, ["高松市", "丸亀市"]],
      ["大阪市", ["大阪市北区"]],
      ["小豆郡", ["小豆郡土庄町", "小豆郡小豆島町"]],
    ]);
  });

  it("leaves a city called 市 and a town without its county on their own", () => {
    expect(groupMunicipalities([place("24202", "四日市市"), place("37322", "土庄町")])).toHaveLength(1);
  });
});
