import type { DataFault, DataProblem } from "#domain/reference-data.ts";
import { inLanguage, type BothTexts } from "./analysis.ts";
import type { Language } from "./language.ts";

type Sentences = { readonly [Code in DataFault["code"]]: (fault: Extract<DataFault, { code: Code }>) => BothTexts };

const SENTENCES: Sentences = {
  FOLDER_NOT_THERE: ({ folder }) => [
    `${folder} というフォルダーはありません。パスを確かめてください。`,
    `There is no folder ${folder}. Please check the path.`,
  ],
  FOLDER_WITHOUT_DATA: ({ folder }) => [
    `${folder} に読み込める資料がありません。jsic、localgovjp、geolonia-towns、boundaries、nta-cooperatives のどれかを入れてください。`,
    `${folder} holds nothing to load. Put in it any of jsic, localgovjp, geolonia-towns, boundaries, nta-cooperatives.`,
  ],
  FILE_NOT_READ: () => [
    "ファイルが壊れているか、途中で切れています。公開元から取り直してください。",
    "The file is broken or cut off. Please fetch it again from its publisher.",
  ],
  COLUMN_MISSING: ({ column }) => [
    `「${column}」の列がありません。公開元のファイルをそのまま置いてください。`,
    `There is no column "${column}". Please put the publisher's file as it is.`,
  ],
  CODE_NOT_READ: ({ value }) => [`コード「${value}」を読めません。`, `The code "${value}" cannot be read.`],
  NAME_EMPTY: () => ["名称が空です。", "The name is empty."],
  COORDINATE_NOT_READ: ({ value }) => [
    `緯度・経度「${value}」が日本の中の数値ではありません。`,
    `Latitude and longitude "${value}" are no figures inside Japan.`,
  ],
  DAY_NOT_READ: ({ value }) => [
    `日付「${value}」を読めません。2026-04-01 のように書いてください。`,
    `The day "${value}" cannot be read. Write it like 2026-04-01.`,
  ],
  CORPORATE_NUMBER_NOT_READ: ({ value }) => [
    `法人番号「${value}」は13桁でないか、検査数字が合いません。`,
    `The corporate number "${value}" has not 13 digits, or its check digit is wrong.`,
  ],
  PLACE_NOT_KNOWN: ({ value }) => [`「${value}」という地域はありません。`, `There is no place "${value}".`],
  KEY_TWICE: ({ value }) => [`「${value}」が2度出てきます。`, `"${value}" stands twice.`],
  SHAPE_NOT_READ: () => [
    "ファイルの形が違います。公開元のファイルをそのまま置いてください。",
    "The file has another shape. Please put the publisher's file as it is.",
  ],
  LEFT_OUT_WITHOUT_POINT: ({ value }) => [
    `「${value}」は緯度・経度が空なので除きました。`,
    `"${value}" has no coordinates and was left out.`,
  ],
};

/** What is wrong with a publisher's file, with file and line: towns.csv 12行目: …。 */
export function dataProblemText(problem: DataProblem, language: Language): string {
  const sentence = SENTENCES[problem.code] as (fault: DataFault) => BothTexts;
  return `${placeText(problem, language)}${inLanguage(sentence(problem), language)}`;
}

function placeText({ file, line, at }: DataProblem, language: Language): string {
  if (file === undefined) return "";
  const lineText = line === undefined ? "" : inLanguage([` ${line}行目`, `, line ${line}`], language);
  return `${file}${lineText}${at === undefined ? "" : ` ${at}`}: `;
}
