import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Files of a tiny folder of publishers' data, whole and sound: one municipality, two towns, a cooperative, a border. */
export const SOUND_DATA: Readonly<Record<string, string>> = {
  "jsic/rev13.csv":
    "\uFEFF大分類コード,中分類コード,小分類コード,細分類コード,項目名\nE,00,000,0000,製造業\nE,09,000,0000,食料品製造業\nE,09,097,0000,パン・菓子製造業\nE,09,097,0971,パン製造業\n",
  "jsic/rev14-full.json": JSON.stringify({
    major_categories: [
      section("E", "製造業", [
        division("09", "食料品製造業", [
          group("097", "パン・菓子製造業", [
            {
              code: "0971",
              name: "パン製造業",
              name_en: "Bread",
              included_examples: ["食パン製造業"],
              description: "主として食パンなどのパン類を製造する事業所をいう。乾パンは0973に分類される。",
            },
          ]),
        ]),
      ]),
    ],
  }),
  "localgovjp/localgovjp-utf8.csv":
    "pid,pref,cid,city,citykana,lat,lng,url,phrase,lgcode\n37,香川県,37201,高松市,たかまつし,34.3428,134.0466,,,372013\n",
  "geolonia-towns/towns_kagawa.csv":
    "prefecture,city,town,koaza,lat,lng\n香川県,高松市,朝日町一丁目,,34.350267,134.062414\n香川県,高松市,牟礼町牟礼,,34.34,134.14\n",
  "boundaries/kagawa.json": JSON.stringify({
    type: "Topology",
    arcs: [
      [
        [134, 34],
        [134.1, 34],
        [134.1, 34.1],
        [134, 34],
      ],
    ],
    objects: {
      kagawa: {
        type: "GeometryCollection",
        geometries: [
          { type: "Polygon", arcs: [[0]], properties: { N03_001: "香川県", N03_004: "高松市", N03_007: "37201" } },
        ],
      },
    },
  }),
  "nta-cooperatives/kagawa.csv":
    "corporate_number,name,furigana,coop_type,prefecture,city,street,jis_city_code,postcode,assigned_on,closed_on,close_cause,last_process,last_update,last_change\n7123456789012,うみかぜ協同組合,ウミカゼ,事業協同組合等,香川県,高松市,番町１丁目,37201,7600017,2015-10-05,,,12,2026-01-01,2026-01-01\n",
};

function section(code: string, name: string, middle_categories: readonly object[]) {
  return { code, name, middle_categories };
}

function division(code: string, name: string, minor_categories: readonly object[]) {
  return { code, name, minor_categories };
}

function group(code: string, name: string, detail_categories: readonly object[]) {
  return { code, name, detail_categories };
}

/** Writes files into a folder of its own and hands it to the work; the folder is gone afterwards. */
export async function withDataFolder<T>(
  files: Readonly<Record<string, string>>,
  work: (folder: string) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "musubi-reference-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
