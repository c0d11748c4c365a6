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
  [
    "externalId",
    "external_id",
    "管理番号",
    "会員番号 組合員番号 整理番号 企業コード 会員コード 会員no 会員no. 組合員no 組合員no. 企業番号 企業no 事業者番号 事業者コード 登録者番号",
    "P3",
  ],
  ["corporateNumber", "corporate_number", "法人番号", "", "P1"],
  [
    "kind",
    "kind",
    "個人・法人",
    "区分 法人個人別 個人法人 個人法人別 法人・個人 法人・個人の別 個人・法人の別 法人格 組織形態 経営形態",
    "P2",
  ],
  [
    "name",
    "name",
    "事業者名",
    "企業名 会社名 商号 商号又は名称 屋号 店名 事業所名 名称 法人名 社名 貴社名 組合員名 会員名 申請者名 " +
      "企業名称 会社名称 事業所名称 事業者名称 法人名称 店舗名 店舗名称 商号・名称 商号・屋号 会社名・屋号 企業名・屋号 屋号・商号 " +
      "氏名又は名称 貴社名・屋号 会員事業所名 会員企業名 加盟店名 参加企業名 申込企業名 訪問先 訪問先名 訪問先企業 訪問先企業名 訪問企業 訪問企業名 相談企業名 相談者名 営業所の名称 施設名称",
    "P1",
  ],
  [
    "nameKana",
    "name_kana",
    "フリガナ",
    "ふりがな カナ 読み ヨミガナ よみがな 読みがな 事業者名カナ 会社名カナ 企業名カナ 企業名フリガナ 会社名フリガナ 事業者名フリガナ 事業所名フリガナ 屋号フリガナ カナ名称 読み仮名 furigana kana",
    "P1",
  ],
  [
    "representative",
    "representative",
    "代表者名",
    "代表者 代表者氏名 代表者職氏名 事業主 店主 理事長 氏名 代表者職・氏名 代表者役職氏名 事業主名 代表 代表取締役 社長名 お名前 代表者のお名前 代表者の氏名 代表者のご氏名",
    "P3",
  ],
  [
    "representativeTitle",
    "representative_title",
    "代表者役職",
    "職名 肩書 役職 役職名 代表者職名 代表者肩書 お役職",
    "P3",
  ],
  [
    "contactPerson",
    "contact_person",
    "担当者名",
    "ご担当者 ご担当者名 窓口 部署 担当者 担当者氏名 ご担当者氏名 連絡担当者 部署名 所属部署 窓口担当者 ご担当者様 ご担当者様のお名前 担当者のお名前 ご担当者のお名前 先方担当者 先方対応者 面談者 対応者",
    "P3",
  ],
  ["postalCode", "postal_code", "郵便番号", "〒 郵便 postcode zip zipcode 〒番号 郵便no 郵便no.", "P1"],
  [
    "address",
    "address",
    "所在地",
    "住所 本社所在地 本店所在地 本社住所 事業所所在地 所在 ご住所 会社住所 事業所住所 店舗所在地 店舗住所 主たる事務所の所在地 本店住所 営業所所在地 事務局所在地 事務所所在地 主たる事務所 主たる事務所所在地",
    "P1",
  ],
  [
    "municipality",
    "municipality_code",
    "市区町村コード",
    "municipality 全国地方公共団体コード 団体コード 自治体コード 市町村コード",
    "P2",
  ],
  ["lat", "lat", "緯度", "latitude", "P1"],
  ["lon", "lon", "経度", "longitude lng", "P1"],
  [
    "industryCode",
    "industry_code",
    "業種コード",
    "産業分類 日本標準産業分類 産業分類コード 日本標準産業分類コード 産業コード 業種番号",
    "P1",
  ],
  [
    "industry",
    "industry",
    "業種",
    "業態 事業内容 主たる事業 営業種目 取扱品目 主要製品 資格事業 部会 業種名 業種区分 主な業種 主業種 主たる業種 業務内容 営業内容 " +
      "主な事業 主な事業内容 主要事業 事業概要 取扱商品 主要商品 主な製品 業種・業態 業種・事業内容 部会名 職種",
    "P1",
  ],
  [
    "capitalYen",
    "capital_yen",
    "資本金",
    "出資金 出資総額 資本金額 出資金額 資本金又は出資金 資本金・出資金 資本金等 資本金の額",
    "P2",
  ],
  [
    "employees",
    "employees",
    "従業員数",
    "従業員 従業者数 社員数 人員 常用 常時使用する従業員数 常時使用する従業員 常用従業員数 常時雇用者数 従業員人数 正社員数 雇用者数 従業者 正社員 正規 正規従業員 正規従業員数 常勤",
    "P2",
  ],
  [
    "established",
    "established",
    "設立・創業年月",
    "設立 創業 創立 開業 設立年月 創業年月 設立年月日 創業年 設立年 創業年月日 開業年月日 開業年月 創立年月日 創立年月 設立・創業 創業・設立 創業・設立年月 設立日 開業日 開業年",
    "P2",
  ],
  [
    "ownerAgeBand",
    "owner_age_band",
    "代表者年代",
    "年齢 生年月日 生年 代表者年齢 年代 代表者生年月日 代表者の年齢 代表者の年代 代表者生年 経営者年齢 経営者の年齢 経営者年代",
    "P3",
  ],
  [
    "successor",
    "successor",
    "後継者",
    "後継者の有無 後継者有無 後継ぎ 承継状況 後継者の状況 後継者の見込み 事業承継 事業承継の状況 事業承継の予定",
    "P3",
  ],
  [
    "licences",
    "licences",
    "許認可",
    "許可 免許 登録 licence_type 許可業種 許認可等 営業の種類 許可の種類 保有許認可 許可・免許 免許・資格 許可・認可 営業種類",
    "P2",
  ],
  [
    "capabilities",
    "capabilities",
    "強み",
    "得意分野 保有設備 技術 PR 提供できること 自社の強み 得意な技術 保有技術 主要設備 技術・設備 強み・特徴 特徴 アピールポイント 自社PR 提供できる技術",
    "P2",
  ],
  [
    "seeks",
    "seeks",
    "求める技術・協力",
    "求めること 探している相手 外注したいこと 求める技術 求める協力 探していること 協力してほしいこと 求める相手 外注したい工程",
    "P2",
  ],
  [
    "needs",
    "needs",
    "課題",
    "経営課題 困りごと 要望 相談内容 お困りごと 困っていること 経営上の課題 課題・要望 課題・困りごと 現在の課題 悩み",
    "P3",
  ],
  ["monthlyLoad", "monthly_load", "月別負荷", "", "P3"],
  ["monthlyWorkers", "monthly_workers", "月別必要人員", "", "P3"],
  ["monthlyCapacity", "monthly_capacity", "月別受注余力", "", "P3"],
  ["purchases", "purchases", "仕入品目", "仕入品 購入品目 主な仕入品目 主な仕入品", "P3"],
  [
    "ties",
    "ties",
    "付き合いのある事業者",
    "取引先 仕入先 紹介者 付き合い 付き合いのある企業 主な仕入先 主要仕入先 協力会社 取引のある事業者",
    "P3",
  ],
  [
    "memberships",
    "memberships",
    "所属組合・団体",
    "所属組合 加入団体 所属団体 加入組合 加盟団体 所属組合名 所属団体名 加入団体名 所属組合等 組合名 組合名称 団体名 団体名称",
    "P2",
  ],
  ["customers", "customers", "主な販売先", "販売先 主要販売先 主な取引先 得意先 主な得意先 納入先 主要取引先", "P3"],
  [
    "purposes",
    "purposes",
    "連携意向",
    "連携希望 関心 興味の有無 連携の意向 連携への関心 連携への意向 連携に関する意向 関心のある連携 関心のあるテーマ 興味のある連携 希望する連携 連携に関心のある分野 関心のある分野",
    "P2",
  ],
  [
    "leader",
    "leader",
    "まとめ役の意向",
    "世話役 リーダー まとめ役 まとめ役の意欲 世話役の意向 リーダーの意向",
    "P3",
    true,
  ],
  [
    "adviser",
    "adviser",
    "担当指導員",
    "担当 担当者(中央会) 中央会担当者 中央会担当 指導員 担当職員 当会担当 当会担当者",
    "P3",
    true,
  ],
  [
    "lastContact",
    "last_contact",
    "最終訪問日",
    "訪問日 最終接触日 最終訪問 最終訪問年月日 直近訪問日 訪問年月日 前回訪問日",
    "P3",
    true,
  ],
  [
    "note",
    "note",
    "備考",
    "摘要 特記事項 訪問メモ 対応 メモ 備考欄 その他備考 訪問記録 対応状況 対応内容 ご意見 ご意見・ご要望 自由意見 自由記述 自由記述欄 その他ご意見",
    "P3",
    true,
  ],
  [
    "phone",
    "phone",
    "電話",
    "TEL ℡ 電話番号 連絡先 携帯 TEL/FAX TEL・FAX 電話/FAX 電話・FAX 電話番号/FAX番号 代表電話 代表電話番号 電話番号1 TEL1 固定電話 携帯電話 携帯番号 携帯電話番号 連絡先電話番号 連絡先TEL お電話番号",
    "P3",
  ],
  ["fax", "fax", "FAX", "ファックス FAX番号 ファクス ファックス番号 ファクシミリ ファクシミリ番号 連絡先FAX", "P3"],
  [
    "email",
    "email",
    "メール",
    "E-mail メールアドレス アドレス Mail E-mailアドレス e-メール eメール eメールアドレス 電子メール 電子メールアドレス mailアドレス 連絡先メール",
    "P3",
  ],
  ["source", "source", "出所", "出典 情報源 データの出所", "P3", true],
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

/** Every fact in the order of the profile; a place stands in two columns and is one fact. */
export const FACT_KEYS: readonly FactKey[] = [...new Set(BUSINESS_FIELDS.flatMap(({ fact }) => (fact ? [fact] : [])))];

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
