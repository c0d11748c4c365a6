import { describe, expect, it } from "vitest";
import { termFinder, type LicenceTerm } from "../vocabulary.ts";
import { readLicences, settleAreas } from "./read-licences.ts";

const find = termFinder<LicenceTerm>([
  { code: "sanpai-collect", ja: "産業廃棄物収集運搬業", en: "Industrial waste", reach: "prefecture" },
  { code: "ippai-collect", ja: "一般廃棄物収集運搬業", en: "General waste", reach: "municipality" },
  { code: "food-restaurant", ja: "飲食店営業", en: "Restaurant", reach: "premises" },
  { code: "construction-scaffolding", ja: "とび・土工・コンクリート工事", en: "Scaffolding", reach: "nationwide" },
]);

function settled(text: string, municipality: string | undefined) {
  const reading = readLicences(text, find);
  if ("problem" in reading) throw new Error(reading.problem.code);
  return settleAreas(reading.value, municipality);
}

describe("licences", () => {
  it("are read by code with area and last day", () => {
    expect(settled("sanpai-collect:37:2028-03-31", undefined).licences).toEqual([
      { kind: "sanpai-collect", area: "37", until: "2028-03-31" },
    ]);
  });

  it("take the business's own municipality or prefecture, as their kind demands", () => {
    expect(
      settled("産業廃棄物収集運搬業；一般廃棄物収集運搬業；飲食店営業；とび・土工・コンクリート工事", "37201").licences,
    ).toEqual([
      { kind: "sanpai-collect", area: "37" },
      { kind: "ippai-collect", area: "37201" },
      { kind: "food-restaurant", area: "37201" },
      { kind: "construction-scaffolding" },
    ]);
  });

  it("of a business in a ward are the city's", () => {
    expect(settled("一般廃棄物収集運搬業", "14103").licences).toEqual([{ kind: "ippai-collect", area: "14100" }]);
  });

  it("without a known municipality are left out and told, except those good everywhere", () => {
    expect(settled("飲食店営業；とび・土工・コンクリート工事", undefined)).toEqual({
      licences: [{ kind: "construction-scaffolding" }],
      notices: [{ code: "LICENCE_AREA_UNKNOWN", item: "飲食店営業" }],
    });
  });

  it("of a kind we do not know are kept as codes with an area, and told otherwise", () => {
    expect(settled("drone-pilot:37", undefined).licences).toEqual([{ kind: "drone-pilot", area: "37" }]);
    expect(settled("drone-pilot", "37201").notices).toEqual([{ code: "LICENCE_AREA_UNKNOWN", item: "drone-pilot" }]);
    expect(readLicences("宇宙業", find)).toEqual({ problem: { code: "LICENCE_NOT_KNOWN", item: "宇宙業" } });
    expect(readLicences("飲食店営業；宇宙業", find)).toMatchObject({
      value: [{ kind: "food-restaurant" }],
      notices: [{ code: "LICENCE_NOT_KNOWN", item: "宇宙業" }],
    });
  });

  it.each([
    ["47", "47"],
    ["372013", "37201"],
    ["370002", "37"],
  ])("accept the area %s", (area, code) => {
    expect(settled(`sanpai-collect:${area}`, undefined).licences).toEqual([{ kind: "sanpai-collect", area: code }]);
  });

  it.each(["48", "00", "372014", "香川"])("refuse the area %s", (area) => {
    expect(readLicences(`sanpai-collect:${area}`, find)).toMatchObject({ problem: { code: "LICENCE_AREA_NOT_READ" } });
  });

  it("refuse a last day that is none", () => {
    expect(readLicences("sanpai-collect:37:来年", find)).toMatchObject({ problem: { code: "LICENCE_UNTIL_NOT_READ" } });
  });

  it("are known to be none where the cell says so", () => {
    expect(readLicences("なし", find)).toEqual({ value: [] });
  });
});
