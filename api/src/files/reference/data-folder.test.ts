import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { corporateNumberCheckDigit } from "#domain/business/corporate-number.ts";
import { DATA_SETS } from "#domain/reference-data.ts";
import { dataProblemText } from "#words/reference-data.ts";
import { SOUND_DATA, withDataFolder } from "../../../test/data-folder.ts";
import { readDataFolder, type DataFolder } from "./data-folder.ts";

const rowsOf = ({ found }: DataFolder, id: string) => found.find(({ set }) => set.id === id)?.rows;

/** The sound folder with one file changed, and what is wrong with it. */
async function faultsWith(name: string, change: (text: string) => string) {
  const files = { ...SOUND_DATA, [name]: change(SOUND_DATA[name] ?? "") };
  return (await withDataFolder(files, readDataFolder)).problems;
}

describe("a folder of publishers' data", () => {
  it("is read whole", async () => {
    const folder = await withDataFolder(SOUND_DATA, readDataFolder);
    expect([folder.problems, folder.absent]).toEqual([[], []]);
    expect(rowsOf(folder, "industries-14")).toContainEqual({
      ...{
        revision: 14,
        code: "0971",
        name: "パン製造業",
        english: "Bread",
        examples: ["食パン製造業"],
        phrases: ["食パン", "のパン類を製造"],
      },
    });
    expect(rowsOf(folder, "industries-13")).toHaveLength(4);
    expect(rowsOf(folder, "municipalities")).toEqual([
      { code: "37201", name: "高松市", kana: "たかまつし", lat: 34.3428, lon: 134.0466 },
    ]);
    expect(rowsOf(folder, "towns")).toContainEqual({
      ...{ municipality: "37201", name: "朝日町一丁目", lat: 34.350267, lon: 134.062414 },
    });
    expect(rowsOf(folder, "boundaries")).toMatchObject([{ code: "37201", geometry: { type: "Polygon" } }]);
    expect(rowsOf(folder, "cooperatives")).toMatchObject([{ address: "香川県高松市番町１丁目", until: null }]);
  });

  it("may lack any of them", async () => {
    const { "boundaries/kagawa.json": _left, ...others } = SOUND_DATA;
    const folder = await withDataFolder(others, readDataFolder);
    expect([folder.problems, folder.absent.map(({ id }) => id)]).toEqual([[], ["boundaries"]]);
  });

  it("is refused where it is not there or holds nothing", async () => {
    expect(readDataFolder("/nowhere").problems).toMatchObject([{ code: "FOLDER_NOT_THERE" }]);
    const folder = await withDataFolder({ "other.txt": "" }, readDataFolder);
    expect(folder.problems).toMatchObject([{ code: "FOLDER_WITHOUT_DATA" }]);
    expect(folder.absent.map(({ id }) => id)).toEqual([...DATA_SETS]);
  });

  it("tells every broken line with its file and line", async () => {
    const towns = "geolonia-towns/towns_kagawa.csv";
    const faults = await faultsWith(towns, (text) => `${text}香川県,無い市,町,,34,134\n香川県,高松市,北,,134.0,34.3\n`);
    expect(faults).toEqual([
      { code: "PLACE_NOT_KNOWN", value: "香川県無い市", file: towns, line: 4 },
      { code: "COORDINATE_NOT_READ", value: "134.0, 34.3", file: towns, line: 5 },
    ]);
    expect(dataProblemText(faults[0]!, "ja")).toBe(`${towns} 4行目: 「香川県無い市」という地域はありません。`);
  });

  it.each([
    ["jsic/rev14-full.json", (text: string) => text.slice(0, -5), "FILE_NOT_READ"],
    ["jsic/rev14-full.json", (text: string) => text.replace('"0971"', '"xx"'), "CODE_NOT_READ"],
    ["jsic/rev14-full.json", (text: string) => text.replace("detail_categories", "details"), "SHAPE_NOT_READ"],
    ["jsic/rev13.csv", (text: string) => text.replace("項目名", "名"), "COLUMN_MISSING"],
    ["jsic/rev13.csv", (text: string) => `${text}E,09,097,0971,パン製造業\n`, "KEY_TWICE"],
    ["jsic/rev13.csv", (text: string) => `${text}E,09,"097,0972\n`, "FILE_NOT_READ"],
    ["boundaries/kagawa.json", (text: string) => text.replace('"arcs":[[0]]', '"arcs":[[7]]'), "SHAPE_NOT_READ"],
    [
      "boundaries/kagawa.json",
      (text: string) => text.replace("37201", "x").replace("香川県", "無県"),
      "PLACE_NOT_KNOWN",
    ],
    ["nta-cooperatives/kagawa.csv", (text: string) => text.replace("2015-10-05", "2015-13-05"), "DAY_NOT_READ"],
    ["nta-cooperatives/kagawa.csv", (text: string) => text.replace("うみかぜ協同組合", ""), "NAME_EMPTY"],
  ])("refuses %s where it is broken", async (name, change, code) => {
    expect((await faultsWith(name, change)).map((fault) => fault.code)).toContain(code);
  });

  it("refuses a corporate number whose check digit is wrong", async () => {
    const rest = "123456789012";
    const right = corporateNumberCheckDigit(rest);
    const wrong = right === 9 ? 1 : right + 1;
    const faults = await faultsWith("nta-cooperatives/kagawa.csv", (text) =>
      text.replace(`7${rest}`, `${wrong}${rest}`),
    );
    expect(faults).toMatchObject([{ code: "CORPORATE_NUMBER_NOT_READ", line: 2 }]);
  });

  it("leaves out a town without coordinates, and says so", async () => {
    const files = {
      ...SOUND_DATA,
      "geolonia-towns/towns_fukui.csv": "prefecture,city,town,koaza,lat,lng\n福井県,敦賀市,衣掛町,,,\n",
    };
    const folder = await withDataFolder(files, readDataFolder);
    expect(folder.problems).toEqual([]);
    expect(folder.notices).toMatchObject([{ code: "LEFT_OUT_WITHOUT_POINT", line: 2 }]);
    expect(rowsOf(folder, "towns")).toHaveLength(2);
  });
});

const real = process.env["REFERENCE_DATA"] ?? new URL("../../../../../shared/data", import.meta.url).pathname;
const isThere = existsSync(`${real}/jsic`);
if (!isThere) console.log("Skipped: the publishers' files are not there (set REFERENCE_DATA).");

describe.skipIf(!isThere)("the publishers' files of the reference data folder", () => {
  it("are read whole, but for two towns without coordinates", () => {
    const folder = readDataFolder(real);
    expect(folder.problems).toEqual([]);
    expect(folder.notices.map(({ code, line }) => [code, line])).toHaveLength(2);
    expect(folder.found.map(({ set, rows }) => [set.id, rows.length])).toEqual([
      ["industries-14", 2_128],
      ["industries-13", 2_109],
      ["municipalities", 1_916],
      ["towns", 3_720],
      ["boundaries", 81],
      ["cooperatives", 456],
    ]);
  });
});
