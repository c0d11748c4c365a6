import { describe, expect, it } from "vitest";
import { placeFinder } from "./place-estimate.ts";

/** Towns of the tests, each at a latitude of its own to know it by. */
const TOWNS = [
  "朝日町一丁目",
  "朝日町二丁目",
  "今里町",
  "今里町一丁目",
  "今里町二丁目",
  "牟礼町大町",
  "春日町",
  "春日町川尻",
  "塩江町安原下第二号",
  "鶴ケ丘",
];

const find = placeFinder([
  {
    ...{ code: "37201", name: "高松市", office: { lat: 34, lon: 134 } },
    towns: TOWNS.map((name, index) => ({ name, lat: 34 + (index + 1) / 10, lon: 134 })),
  },
  { code: "37206", name: "さぬき市", office: { lat: 35, lon: 134 }, towns: [{ name: "志度", lat: 35.1, lon: 134 }] },
  { code: "37406", name: "まんのう町", office: undefined, towns: [{ name: "吉野", lat: 36, lon: 133 }] },
]);

/** Which town an address is placed at; `office` for the municipality's. */
function townOf(address: string, code = "37201"): string | undefined {
  const place = find(code, address);
  if (place?.exactness !== "town") return place && "office";
  const middle = place.lat === 34.15 ? "朝日町" : undefined;
  return middle ?? TOWNS[Math.round((place.lat - 34) * 10) - 1] ?? `${place.lat}`;
}

describe("the place of an address", () => {
  it.each([
    ["香川県高松市朝日町一丁目2番3号", "朝日町一丁目"],
    ["高松市朝日町１丁目２－３", "朝日町一丁目"],
    ["朝日町2-3-4 ○○ビル", "朝日町二丁目"],
    ["高松市今里町二丁目5-6", "今里町二丁目"],
    ["高松市春日町川尻12", "春日町川尻"],
    ["高松市春日町12", "春日町"],
    ["高松市大字春日町字北12", "春日町"],
    ["高松市塩江町安原下第２号１５５５－１", "塩江町安原下第二号"],
    ["高松市鶴ヶ丘3", "鶴ケ丘"],
  ])("%s is at %s, the longest town it names", (address, town) => {
    expect(townOf(address)).toBe(town);
  });

  it("takes two numbers for a block where blocks lie outside the 丁目, and for a 丁目 where none does", () => {
    expect(townOf("高松市今里町2-5")).toBe("今里町");
    expect(townOf("高松市今里町2-5-1")).toBe("今里町二丁目");
    expect(townOf("高松市朝日町2-5")).toBe("朝日町二丁目");
  });

  it("is the middle of its 丁目 where only they are known", () => {
    expect(townOf("高松市朝日町")).toBe("朝日町");
  });

  it("is found through the name of a municipality that is gone", () => {
    expect(townOf("木田郡牟礼町大町100")).toBe("牟礼町大町");
    expect(find("37206", "香川県大川郡志度町志度500")).toEqual({ lat: 35.1, lon: 134, exactness: "town" });
    expect(find("37406", "仲多度郡まんのう町吉野1")).toMatchObject({ lat: 36, exactness: "town" });
  });

  it("is the municipality's office where the town is not known, and says so", () => {
    expect(find("37201", "高松市一円")).toEqual({ lat: 34, lon: 134, exactness: "municipality" });
    expect(find("37201", undefined)).toMatchObject({ exactness: "municipality" });
  });

  it("is unknown where nothing is loaded of the municipality", () => {
    expect([find("37202", "丸亀市本町1"), find("37406", "まんのう町")]).toEqual([undefined, undefined]);
    expect(placeFinder([])("37201", "高松市朝日町1")).toBeUndefined();
  });
});
