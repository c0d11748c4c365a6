import { evenWidth, foldForSearch } from "../text.ts";
import { isListFact } from "./facts.ts";
import { BUSINESS_FIELDS, type BusinessField } from "./fields.ts";
import { yenOfUnit } from "./read-numbers.ts";

/**
 * What a column holds: a field of a business, part of one (a registry number is a corporate number without its check
 * digit; an invoice number may be one; an expiry date belongs to the licences of its row), who runs the premises of its
 * row, the day of a survey's answer, something known that is not kept, or something unknown.
 */
export type ColumnRole =
  | BusinessField["key"]
  | "musubiId"
  | "registryNumber"
  | "invoiceNumber"
  | "licenceUntil"
  | "operator"
  | "operatorKind"
  | "answeredOn"
  | "notKept"
  | "unknown"
  | "blank";

/** What a header says of its column. */
export interface HeaderReading {
  readonly role: ColumnRole;
  /** Yen in the unit the header names; absent where it names none. */
  readonly unitYen?: number;
  /** Whether the column is one part of an address, to be joined with the others. */
  readonly isPart?: true;
  /** Whether every figure below is rough: a head count that says it includes officers or part-timers. */
  readonly about?: true;
  /** Revision of the industrial classification the header names. */
  readonly industryRevision?: 13 | 14;
  /** Month 1–12 of a column that holds one month of a yearly pattern. */
  readonly month?: number;
  /** Whether the header is a question of a survey by its number alone, and its field our reading. */
  readonly isQuestion?: true;
}

const ADDRESS_PARTS =
  "住所1 住所2 住所3 住所① 住所② 所在地1 所在地2 所在地3 都道府県 都道府県名 県 県名 市町村 市町村名 市区町村 市区町村名 市郡 郡市 郡 市 区 町 " +
  "町名 町域 町村 町村名 大字 字 番地 丁目番地 番地等 町名番地 町域・番地 以下の住所 以降の住所 それ以降の住所 市区町村以下 建物名 建物 ビル名 ビル・階 建物名等 建物名・部屋番号 マンション名 prefecture prefecture_name city city_name town street street_number building";

/** Names of whoever runs the premises of a row. */
const OPERATOR_WORDS =
  "営業者名 営業者 営業者氏名 営業者名称 営業者法人名 申請者法人名 運営会社 運営会社名 運営法人 運営法人名 運営主体 開設者 開設者名 開設者氏名 operator operator_name operator_corporate";
/** Names of premises, beyond those a list of businesses has for its businesses. */
export const PREMISES_WORDS = "施設名 施設名称 施設の名称 店舗名 店舗名称 営業所名 営業所名称 営業所の名称";

/** Header writings that are parts of a field, or known and not kept. */
const PART_HEADERS: Readonly<Record<string, string>> = {
  // The number an exported list gives each business: it finds it again, whatever else was edited.
  musubiId: "musubi番号 musubi_id",
  address: ADDRESS_PARTS,
  registryNumber: "会社法人等番号",
  invoiceNumber: "登録番号 t番号 インボイス番号 インボイス登録番号 適格請求書発行事業者登録番号",
  licenceUntil: "有効期限 許可期限 許可有効期限 有効期間満了日 満了日 期限 until_wareki valid_until",
  // Who runs the premises a register lists, and whether that is a corporation.
  operator: OPERATOR_WORDS,
  operatorKind: "営業者区分 営業者種別 operator_kind",
  name: PREMISES_WORDS,
  answeredOn: "タイムスタンプ timestamp 回答日時 回答日 回答年月日 送信日時 受付日時 記入日 申込日時",
  notKept:
    "許可番号 登記番号 免許番号 no no. № 番号 通番 連番 項番 通し番号 行番号 うちパート うちパート数 内パート うちパート・アルバイト パート数 パート アルバイト パート・アルバイト 臨時 非正規 非常勤 うち女性 代表者名カナ 代表者カナ 代表者名フリガナ 代表者フリガナ 氏名カナ 氏名フリガナ",
};

const ROLE_BY_HEADER: ReadonlyMap<string, ColumnRole> = new Map(
  [
    ...BUSINESS_FIELDS.flatMap((field) =>
      [field.header, field.alias, field.key, ...field.synonyms].map((word) => [word, field.key] as const),
    ),
    ...Object.entries(PART_HEADERS).flatMap(([role, words]) =>
      words.split(" ").map((word) => [word, role as ColumnRole] as const),
    ),
  ]
    .map(([word, role]) => [foldHeader(word), role] as const)
    .reverse(),
);
const ADDRESS_PART_WORDS: ReadonlySet<string> = new Set(ADDRESS_PARTS.split(" ").map(foldHeader));

/** Width, spaces, line breaks, kana and marks such as ※ or 【必須】 do not count in a header. */
export function foldHeader(header: string): string {
  return foldForSearch(header).replace(/[※*★●■◎:]|[【[［(](必須|任意|必須項目|必須入力)[)】\]］]/g, "");
}

/** The number a survey puts before a question: 問3, 問3-1, 設問2., Q4）. */
const QUESTION_NUMBER = /^(?:問|設問|質問|q)\d+(?:[-_.]\d+|[(（]\d+[)）])?(?:[.．。、)）_-]|(?=\D))/;
/** The number a form puts before an item: 1. 2） (3) ④ (which even width makes 4). */
const ITEM_NUMBER = /^[(（]?\d{1,2}(?:[.．)）、:：]|(?=[^\d\s.]))/;
/** What polite questions say around the thing they ask for. */
const POLITE =
  /(?:を|について|は|に関して|の中から)?(?:、)?(?:ご記入|お書き|お答え|ご回答|お教え|教えて|お聞かせ|お選び|選択して|ありますか|いますか|おりますか|はありますか|は何ですか|は誰ですか).*$/;

/** Writings of a header to be looked up, the fullest first. */
function writingsOf(whole: string): string[] {
  const bare = whole.replace(/[(（【[「『〔<][^)）】\]」』〕>]*[)）】\]」』〕>]?/g, "");
  const unitless = bare.replace(/(百万円|千円|万円|円|人|名)$/, "");
  const asked = unitless.replace(POLITE, "").replace(/[?？。]$/, "");
  const yours = asked.replace(/^(?:貴社|御社|貴事業所|貴店|現在)の?(?=.)/, "");
  const unnumbered = yours.replace(/(?<=\D)\d{1,2}$/, "");
  return [whole, bare, unitless, asked, yours, unnumbered];
}

function lookUp(whole: string): ColumnRole | undefined {
  return writingsOf(whole)
    .map((word) => ROLE_BY_HEADER.get(word))
    .find((role) => role !== undefined);
}

/** A column of an exported list that only shows what another one says in codes. */
const SHOWN_ONLY = /[(（]表示のみ[)）]$/;

/** What a header says its column holds. */
export function roleOfHeader(header: string): ColumnRole {
  const whole = foldHeader(header);
  if (whole === "") return "blank";
  if (SHOWN_ONLY.test(whole)) return "notKept";
  const known = lookUp(whole) ?? lookUp(whole.replace(ITEM_NUMBER, ""));
  if (known !== undefined) return known;
  if (!/^(?:問|設問|質問|q)\d/.test(whole)) return "unknown";
  return lookUp(whole.replace(QUESTION_NUMBER, "")) ?? "needs";
}

/** Whether the role says something of what is below it. */
export function isRecognised(role: ColumnRole): boolean {
  return role !== "unknown" && role !== "blank";
}

/** Fields that a survey asks for with one column for each answer. */
export function takesOptions(role: ColumnRole): boolean {
  return role !== "ties" && role !== "customers" && isListFact(role as never);
}

const MONTHLY: readonly ColumnRole[] = ["monthlyLoad", "monthlyWorkers", "monthlyCapacity"];

/** Whether the field is a yearly pattern of twelve numbers. */
export function isMonthly(role: ColumnRole): boolean {
  return MONTHLY.includes(role);
}

/** The month a header names: 4月, １２月. */
export function monthOfHeader(header: string): number | undefined {
  const month = Number(/^(\d{1,2})月(?:分|の.*)?$/.exec(evenWidth(header).replace(/\s/g, ""))?.[1]);
  return month >= 1 && month <= 12 ? month : undefined;
}

/** Everything a header says of its column. */
export function readHeader(header: string): HeaderReading {
  const role = roleOfHeader(header);
  const folded = foldHeader(header);
  switch (role) {
    case "capitalYen": {
      const unitYen = /yen/i.test(header) ? 1 : yenOfUnit(header);
      return unitYen === undefined ? { role } : { role, unitYen };
    }
    case "address":
      return writingsOf(folded).some((word) => ADDRESS_PART_WORDS.has(word)) ? { role, isPart: true } : { role };
    case "employees":
      return /(?:役員|ぱーと|臨時|家族).*(?:含|込)|延べ/.test(folded) ? { role, about: true } : { role };
    case "industryCode":
      return withRevision(folded);
    case "needs":
      return isByNumberAlone(folded) ? { role, isQuestion: true } : { role };
    default:
      return { role };
  }
}

/** Revision 13 is that of October 2013 (平成25年), revision 14 that of July 2023 (令和5年). */
function withRevision(folded: string): HeaderReading {
  if (/(?:第?13回|平成25年|h25|rev\.?13)/.test(folded)) return { role: "industryCode", industryRevision: 13 };
  if (/(?:第?14回|令和5年|r5|rev\.?14)/.test(folded)) return { role: "industryCode", industryRevision: 14 };
  return { role: "industryCode" };
}

function isByNumberAlone(folded: string): boolean {
  return [folded, folded.replace(ITEM_NUMBER, ""), folded.replace(QUESTION_NUMBER, "")].every(
    (writing) => lookUp(writing) === undefined,
  );
}

/** Words in brackets that say how to answer and are no answer themselves. */
const NO_OPTION = /複数|単数|単一|回答|必須|任意|選択|該当|いくつ|まで/;
const FREE_TEXT =
  /^(?:その他)?[(（]?(?:自由(?:記述|記入|回答|意見)|具体的(?:に|な内容)|内容|記述)[^)）]*[)）]?$|^その他の?(?:内容|詳細)/;

/** Whether a column under a question takes what people write, not a mark: その他（自由記述）. */
export function isFreeText(option: string): boolean {
  return FREE_TEXT.test(evenWidth(option).replace(/\s/g, ""));
}

/** A header of one column for one answer: the question it belongs to, and the answer. */
export interface OptionHeader {
  readonly question: string;
  readonly option: string;
}

/** Ways a header names question and answer together: 問3 困りごと [人手不足], 問3-2 人手不足, 困りごと：人手不足. */
const OPTION_FORMS: readonly RegExp[] = [
  /^(.+?)\s*[[［【]([^\]］】]+)[\]］】]$/,
  /^(.*?[(（][^)）]*複数[^)）]*[)）])\s*[:：_・/／|｜-]?\s*(.+)$/,
  /^((?:問|設問|質問|[QqＱ])\s*[0-9０-９]+)\s*(?:[-－_.．][0-9０-９]+|[(（][0-9０-９]+[)）]|[①-⑳])[\s.．、:：)）]*(.+)$/,
  /^(.+?)\s*[:：_＿|｜]\s*(.+)$/,
];

/** Takes a header of one column for one answer apart; undefined where it is none. Whether it is one, its cells tell. */
export function optionOfHeader(header: string): OptionHeader | undefined {
  for (const form of OPTION_FORMS) {
    const [, question = "", option = ""] = form.exec(header.trim()) ?? [];
    if (question === "" || NO_OPTION.test(option) || !takesOptions(roleOfHeader(question))) continue;
    return { question, option: option.trim() };
  }
  return undefined;
}

/** Whether a header asks for one or more of several answers. */
export function isMultipleChoice(header: string): boolean {
  return (
    /複数(?:回答|選択)|(?:いくつでも|すべて|全て|[0-9０-９]つまで)/.test(header) && takesOptions(roleOfHeader(header))
  );
}
