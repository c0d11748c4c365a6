import { foldForSearch } from "../text.ts";
import { BUSINESS_FIELDS, type BusinessField } from "./fields.ts";
import { yenOfUnit } from "./read-numbers.ts";

/** One row of a table, numbered as Excel numbers it. */
export interface ListRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * What a column holds: a field of a business, part of one (a registry number is a corporate number without its check
 * digit; an invoice number may be one; an expiry date belongs to the licences of its row), who runs the premises of its
 * row, something known that is not kept, or something unknown.
 */
export type ColumnRole =
  | BusinessField["key"]
  | "registryNumber"
  | "invoiceNumber"
  | "licenceUntil"
  | "operator"
  | "operatorKind"
  | "notKept"
  | "unknown"
  | "blank";

/** One column of the table at hand. */
export interface Column {
  readonly index: number;
  /** The header as written, on one line. */
  readonly header: string;
  readonly role: ColumnRole;
  /** Yen in the unit the header names; absent where it names none. */
  readonly unitYen?: number;
}

/** The table of a list: its header row and what lies below it. */
export interface ListTable {
  readonly headerRow: number;
  readonly columns: readonly Column[];
  readonly rows: readonly ListRow[];
}

/** Names of whoever runs the premises of a row. */
const OPERATOR_WORDS =
  "営業者名 営業者 営業者氏名 営業者名称 営業者法人名 申請者法人名 運営会社 運営会社名 運営法人 運営法人名 運営主体 開設者 開設者名 開設者氏名 operator operator_name operator_corporate";
/** Names of premises, beyond those a list of businesses has for its businesses. */
const PREMISES_WORDS = "施設名 施設名称 施設の名称 店舗名 店舗名称 営業所名 営業所名称 営業所の名称";

/** Header writings that are parts of a field, or known and not kept. */
const PART_HEADERS: Readonly<Record<string, string>> = {
  address:
    "住所1 住所2 住所3 所在地1 所在地2 都道府県 都道府県名 県 県名 市町村 市町村名 市区町村 市区町村名 郡市 町名 町域 番地 丁目番地 建物名 ビル名",
  registryNumber: "会社法人等番号",
  invoiceNumber: "登録番号 t番号 インボイス番号 インボイス登録番号 適格請求書発行事業者登録番号",
  licenceUntil: "有効期限 許可期限 許可有効期限 有効期間満了日 満了日 期限 until_wareki valid_until",
  // Who runs the premises a register lists, and whether that is a corporation.
  operator: OPERATOR_WORDS,
  operatorKind: "営業者区分 営業者種別 operator_kind",
  name: PREMISES_WORDS,
  notKept: "許可番号 登記番号 免許番号 no no. 番号 通番 連番 項番 タイムスタンプ timestamp",
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

/** Width, spaces, line breaks, kana and marks such as ※ or 【必須】 do not count in a header. */
function foldHeader(header: string): string {
  return foldForSearch(header).replace(/[※*★●■:]|[【[［](必須|任意)[】\]］]|\((必須|任意)\)/g, "");
}

/** What a header says its column holds. */
export function roleOfHeader(header: string): ColumnRole {
  const whole = foldHeader(header);
  if (whole === "") return "blank";
  const bare = whole.replace(/[(（【[「『〔][^)）】\]」』〕]*[)）】\]」』〕]?/g, "");
  const unitless = bare.replace(/(百万円|千円|万円|円|人|名)$/, "");
  const question = /^問\d+/.test(whole) ? "needs" : undefined;
  return (
    [whole, bare, unitless].map((word) => ROLE_BY_HEADER.get(word)).find((role) => role !== undefined) ??
    question ??
    "unknown"
  );
}

/** Rows in which the header is looked for: below them a list has begun, or it is none. */
export const HEADER_ROWS_SEARCHED = 20;

/** The likeliest header row: the one with most recognised columns, a name column counting three; the first of equals. */
export function likeliestHeader(rows: readonly ListRow[]): ListRow | undefined {
  let best: { row: ListRow; score: number } | undefined;
  for (const row of rows.slice(0, HEADER_ROWS_SEARCHED)) {
    const score = headerScore(row);
    if (score > (best?.score ?? 0)) best = { row, score };
  }
  return best?.row;
}

function headerScore(row: ListRow): number {
  const roles = row.cells.map(roleOfHeader).filter(isRecognised);
  return new Set(roles).size + (roles.includes("name") ? 2 : 0);
}

function isRecognised(role: ColumnRole): boolean {
  return role !== "unknown" && role !== "blank";
}

/**
 * Lays the table out from its header row. A second tier of headers is taken where the header is blank or unknown: from
 * the row above, and from the row below where that holds nothing but headers.
 */
export function layOut(rows: readonly ListRow[], header: ListRow): ListTable {
  const at = rows.indexOf(header);
  const above = rows[at - 1]?.cells ?? [];
  const below = rows[at + 1]?.cells ?? [];
  const twoTiers =
    below.some((cell) => isRecognised(roleOfHeader(cell))) &&
    below.every((cell, index) => isTier(cell, header.cells[index]));
  const width = Math.max(header.cells.length, twoTiers ? below.length : 0);
  const columns = Array.from({ length: width }, (_, index) =>
    columnOf(index, [header.cells[index] ?? "", twoTiers ? (below[index] ?? "") : "", above[index] ?? ""]),
  );
  return { headerRow: header.row, columns: withOperator(columns), rows: rows.slice(at + (twoTiers ? 2 : 1)) };
}

/** Headers of a name that names the legal person where another column names its premises. */
const LEGAL_PERSON_HEADERS = headersOf("法人名 会社名 社名 企業名 商号 申請者名");
const PREMISES_HEADERS = headersOf(`屋号 店名 事業所名 ${PREMISES_WORDS}`);

function headersOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" ").map(foldHeader));
}

/**
 * Tells the column of premises from the column of whoever runs them: 法人名 beside 屋号 is the operator. Where only the
 * operator is named, it is the business's name.
 */
function withOperator(columns: readonly Column[]): Column[] {
  const names = columns.filter(({ role }) => role === "name");
  const isPremises = ({ header }: Column) => PREMISES_HEADERS.has(foldHeader(header));
  const asRole = (chosen: Column | undefined, role: ColumnRole) =>
    columns.map((column) => (column === chosen ? { ...column, role } : column));
  if (names.length === 0)
    return asRole(
      columns.find(({ role }) => role === "operator"),
      "name",
    );
  if (!names.some(isPremises) || columns.some(({ role }) => role === "operator")) return [...columns];
  const operator = names.find(({ header }) => LEGAL_PERSON_HEADERS.has(foldHeader(header)));
  return asRole(operator, "operator");
}

function isTier(cell: string, header: string | undefined): boolean {
  return cell.trim() === "" || cell === header || isRecognised(roleOfHeader(cell));
}

function columnOf(index: number, candidates: readonly string[]): Column {
  const known = candidates.find((header) => isRecognised(roleOfHeader(header)));
  const header = (known ?? candidates[0] ?? "").replace(/\s+/g, " ").trim();
  const role = roleOfHeader(header);
  const unitYen = role === "capitalYen" ? (header.toLowerCase().includes("yen") ? 1 : yenOfUnit(header)) : undefined;
  return unitYen === undefined ? { index, header, role } : { index, header, role, unitYen };
}
