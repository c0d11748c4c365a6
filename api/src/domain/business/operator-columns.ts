import { foldHeader, PREMISES_WORDS, type ColumnRole } from "./headers.ts";
import type { Column } from "./list-table.ts";

/** Headers of a name that names the legal person where another column names its premises. */
const LEGAL_PERSON_HEADERS = headersOf("法人名 会社名 社名 企業名 商号 申請者名 氏名又は名称");
/** Headers of the name in a list of cooperatives; beside another name, they say what a business belongs to. */
const COOPERATIVE_HEADERS = headersOf("組合名 組合名称 団体名 団体名称");
const PREMISES_HEADERS = headersOf(`屋号 店名 事業所名 ${PREMISES_WORDS}`);

function headersOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" ").map(foldHeader));
}

/**
 * Tells the column of premises from the column of whoever runs them: 法人名 beside 屋号 is the operator. Where only the
 * operator is named, or a cooperative, it is the business's name.
 */
export function withOperator(columns: readonly Column[]): Column[] {
  const names = columns.filter(({ role }) => role === "name");
  const isPremises = ({ header }: Column) => PREMISES_HEADERS.has(foldHeader(header));
  const asRole = (chosen: Column | undefined, role: ColumnRole) =>
    columns.map((column) => (column === chosen ? { ...column, role } : column));
  if (names.length === 0)
    return asRole(
      columns.find(({ role, header }) => role === "operator" || COOPERATIVE_HEADERS.has(foldHeader(header))),
      "name",
    );
  if (!names.some(isPremises) || columns.some(({ role }) => role === "operator")) return [...columns];
  const operator = names.find(({ header }) => LEGAL_PERSON_HEADERS.has(foldHeader(header)));
  return asRole(operator, "operator");
}
