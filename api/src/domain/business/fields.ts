import type { FactKey } from "./facts.ts";

/**
 * Who may read a field by default. P1 directory: staff of the federation, others once names are cleared. P2 profile:
 * may stand, generalised, on a card without a name. P3 confidential: the federation's staff and the owner, nobody else.
 * P0 (public) and P4 (health, bereavement and the like) have no column in a list: a list's free note is P3 and is
 * searched for P4 before anything is shared.
 */
export type DataClass = "P0" | "P1" | "P2" | "P3" | "P4";

/** What identifies a business; everything else is a fact with a source and a date. */
export type IdentityKey = "externalId" | "corporateNumber" | "name" | "nameKana";

/** One column of a business list, and the one place that says what it is called and who may read it. */
export interface BusinessField {
  /** Name of the column inside; a place has two columns, `lat` and `lon`, and is one fact. */
  readonly key: IdentityKey | Exclude<FactKey, "place" | "places"> | "lat" | "lon";
  /** English name of the column. */
  readonly alias: string;
  /** Japanese name of the column: what an exported list is headed with. */
  readonly header: string;
  /** Other headers found in lists. */
  readonly synonyms: readonly string[];
  readonly dataClass: DataClass;
  /** Whether it identifies a business. Everything else belongs to a fact. */
  readonly identity: boolean;
  /** The fact the column belongs to; absent for what identifies a business. */
  readonly fact?: FactKey;
  /** Kept from the owner too: a judgement of the staff. */
  readonly staffOnly?: true;
}

type Key = BusinessField["key"];
type Row = readonly [Key, alias: string, header: string, synonyms: string, DataClass, staffOnly?: true];

/**
 * Persons and ways to reach them are P3: they are personal data, of sole proprietors and of officers alike, and never
 * leave the federation. Name, address, place and trade are the directory (P1); what describes a business in classes is
 * P2; months, purchases, ties, successor and issues are its private affairs (P3).
 */
const ROWS: readonly Row[] = [
  ["externalId", "external_id", "管理番号", "会員番号 組合員番号 整理番号 企業コード 会員コード", "P3"],
  ["corporateNumber", "corporate_number", "法人番号", "", "P1"],
  ["kind", "kind", "個人・法人", "区分 法人個人別 個人法人 個人法人別 法人・個人", "P2"],
  [
    "name",
    "name",
    "事業者名",
    "企業名 会社名 商号 商号又は名称 屋号 店名 事業所名 名称 法人名 社名 貴社名 組合員名 会員名 申請者名",
    "P1",
  ],
  ["nameKana", "name_kana", "フリガナ", "ふりがな カナ 読み ヨミガナ よみがな 読みがな 事業者名カナ", "P1"],
  ["representative", "representative", "代表者名", "代表者 代表者氏名 代表者職氏名 事業主 店主 理事長 氏名", "P3"],
  ["representativeTitle", "representative_title", "代表者役職", "職名 肩書 役職", "P3"],
  ["contactPerson", "contact_person", "担当者名", "ご担当者 ご担当者名 窓口 部署 担当者", "P3"],
  ["postalCode", "postal_code", "郵便番号", "〒 郵便 postcode zip zipcode", "P1"],
  ["address", "address", "所在地", "住所 本社所在地 本店所在地 本社住所 事業所所在地", "P1"],
  [
    "municipality",
    "municipality_code",
    "市区町村コード",
    "municipality 全国地方公共団体コード 団体コード 自治体コード",
    "P2",
  ],
  ["lat", "lat", "緯度", "latitude", "P1"],
  ["lon", "lon", "経度", "longitude lng", "P1"],
  ["industryCode", "industry_code", "業種コード", "産業分類 日本標準産業分類 産業分類コード", "P1"],
  ["industry", "industry", "業種", "業態 事業内容 主たる事業 営業種目 取扱品目 主要製品 資格事業 部会", "P1"],
  ["capitalYen", "capital_yen", "資本金", "出資金 出資総額 資本金額", "P2"],
  ["employees", "employees", "従業員数", "従業員 従業者数 社員数 人員 常用 常時使用する従業員数", "P2"],
  [
    "established",
    "established",
    "設立・創業年月",
    "設立 創業 創立 開業 設立年月 創業年月 設立年月日 創業年 設立年",
    "P2",
  ],
  ["ownerAgeBand", "owner_age_band", "代表者年代", "年齢 生年月日 生年 代表者年齢 年代 代表者生年月日", "P3"],
  ["successor", "successor", "後継者", "後継者の有無 後継者有無 後継ぎ 承継状況", "P3"],
  ["licences", "licences", "許認可", "許可 免許 登録 licence_type 許可業種 許認可等 営業の種類", "P2"],
  ["capabilities", "capabilities", "強み", "得意分野 保有設備 技術 PR 提供できること", "P2"],
  ["seeks", "seeks", "求める技術・協力", "求めること 探している相手 外注したいこと 求める技術 求める協力", "P2"],
  ["needs", "needs", "課題", "経営課題 困りごと 要望 相談内容", "P3"],
  ["monthlyLoad", "monthly_load", "月別負荷", "", "P3"],
  ["monthlyWorkers", "monthly_workers", "月別必要人員", "", "P3"],
  ["monthlyCapacity", "monthly_capacity", "月別受注余力", "", "P3"],
  ["purchases", "purchases", "仕入品目", "仕入品 購入品目", "P3"],
  ["ties", "ties", "付き合いのある事業者", "取引先 仕入先 紹介者", "P3"],
  ["memberships", "memberships", "所属組合・団体", "所属組合 加入団体 所属団体", "P2"],
  ["customers", "customers", "主な販売先", "販売先 主要販売先 主な取引先", "P3"],
  ["purposes", "purposes", "連携意向", "連携希望 関心 興味の有無", "P2"],
  ["leader", "leader", "まとめ役の意向", "世話役 リーダー まとめ役", "P3", true],
  ["adviser", "adviser", "担当指導員", "担当 担当者(中央会) 中央会担当者 指導員", "P3", true],
  ["lastContact", "last_contact", "最終訪問日", "訪問日 最終接触日 最終訪問", "P3", true],
  ["note", "note", "備考", "摘要 特記事項 訪問メモ 対応 メモ", "P3", true],
  ["phone", "phone", "電話", "TEL ℡ 電話番号 連絡先 携帯 TEL/FAX", "P3"],
  ["fax", "fax", "FAX", "ファックス FAX番号 ファクス", "P3"],
  ["email", "email", "メール", "E-mail メールアドレス アドレス Mail", "P3"],
  ["source", "source", "出所", "出典 情報源", "P3", true],
];

const IDENTITY: readonly Key[] = ["externalId", "corporateNumber", "name", "nameKana"];

function factOf(key: Key): FactKey | undefined {
  if (IDENTITY.includes(key)) return undefined;
  return key === "lat" || key === "lon" ? "place" : (key as FactKey);
}

/** Every field of a business, in the order of an exported list. Import, profile, export and access derive from it. */
export const BUSINESS_FIELDS: readonly BusinessField[] = ROWS.map(
  ([key, alias, header, synonyms, dataClass, staffOnly]) => {
    const fact = factOf(key);
    return {
      key,
      alias,
      header,
      synonyms: synonyms.split(" ").filter((word) => word !== ""),
      dataClass,
      identity: fact === undefined,
      ...(fact === undefined ? {} : { fact }),
      ...(staffOnly ? { staffOnly } : {}),
    };
  },
);

/** The field of a key; every key has one. */
export function fieldOf(key: Key): BusinessField {
  const field = BUSINESS_FIELDS.find((candidate) => candidate.key === key);
  if (field === undefined)
    throw new Error(`No business field "${key}". Maybe a row of the list of fields was removed?`);
  return field;
}

/** The strictest class of a fact's columns: who may read the fact by default. */
export function dataClassOf(fact: FactKey): DataClass {
  // Places have no column of their own in a list: each row tells one, by columns that are all the directory's.
  if (fact === "places") return "P1";
  const classes = BUSINESS_FIELDS.filter((field) => field.fact === fact).map(({ dataClass }) => dataClass);
  return classes.sort().at(-1) ?? "P3";
}
