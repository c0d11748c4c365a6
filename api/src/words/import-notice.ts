import type { Notice, TableNotice, Where } from "#domain/business/import-problem.ts";
import type { Language } from "./language.ts";

/** A sentence in both languages: what is wrong, and what to do. */
export type Sentence = Readonly<Record<Language, string>>;

/** For every code of a family its sentence; a code left out does not compile. */
export type Sentences<Problem extends { readonly code: string }> = {
  readonly [Code in Problem["code"]]: (problem: Extract<Problem, { readonly code: Code }>) => Sentence;
};

/** A number with its thousands apart. */
export function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Rows a sentence names one by one. */
const ROWS_NAMED = 10;

function rowsText({ rows, count: total }: { readonly rows: readonly number[]; readonly count: number }): Sentence {
  const named = rows.slice(0, ROWS_NAMED);
  const more = total - named.length;
  return {
    ja: `${named.join("、")}行目${more > 0 ? `ほか${count(more)}行` : ""}`,
    en: `${named.length > 1 || more > 0 ? "Rows" : "Row"} ${named.join(", ")}${more > 0 ? ` and ${count(more)} more` : ""}`,
  };
}

const TABLE_NOTICES: Sentences<TableNotice> = {
  SHEET_CHOSEN: ({ sheet, sheets }) => ({
    ja: `${sheets}枚のシートのうち「${sheet}」を一覧と見て読みました。違うときは、シートを選び直してください。`,
    en: `Of ${sheets} sheets "${sheet}" was taken for the list. If another is meant, choose it.`,
  }),
  SHEET_LIKELIER: ({ sheet, likelier }) => ({
    ja: `先頭のシート「${sheet}」を読みましたが、「${likelier}」のほうが一覧らしく見えます。そちらであれば、シートを指定してください。`,
    en: `The first sheet "${sheet}" was read, but "${likelier}" looks more like the list. If it is meant, name it.`,
  }),
  ROWS_PASSED_OVER: (told) => ({
    ja: `${rowsText(told).ja}は、見出しの繰り返し、小計・合計、注記などと見て読み込みません。`,
    en: `${rowsText(told).en}: taken for repeated headers, sums or remarks, and not read.`,
  }),
  ROWS_HIDDEN: (told) => ({
    ja: `${rowsText(told).ja}は非表示の行です。${told.taken ? "ほかの行と同じように読み込みます。除くこともできます。" : "読み込みません。"}`,
    en: `${rowsText(told).en}: hidden. ${told.taken ? "Read like the others; they can be left out." : "Not read."}`,
  }),
  COLUMNS_HIDDEN: ({ letters, taken }) => ({
    ja: `${letters.join("、")}列は非表示の列です。${taken ? "ほかの列と同じように読み込みます。除くこともできます。" : "読み込みません。"}`,
    en: `Hidden columns: ${letters.join(", ")}. ${taken ? "Read like the others; they can be left out." : "Not read."}`,
  }),
  ROWS_MARKED: (told) => ({
    ja: `${rowsText(told).ja}は、取り消し線があるか、グレーの行です。${MARKED_ROWS[told.choice].ja}`,
    en: `${rowsText(told).en}: struck through or grey. ${MARKED_ROWS[told.choice].en}`,
  }),
  TWO_ROWS_JOINED: () => ({
    ja: "1事業者が2行に分かれた表と見て、2行ずつ合わせて読みました。",
    en: "Each business has two rows in this table; they were read together.",
  }),
  TWO_ROWS_UNSURE: () => ({
    ja: "見出しは2段ですが、1事業者が2行ずつには並んでいないようです。上の段の見出しで1行ずつ読みました。違うときは、1事業者を1行に直してください。",
    en: "The headers have two rows, but the businesses do not keep to two each. They were read row by row by the upper headers. If that is wrong, put each business in one row.",
  }),
  CAPITAL_UNIT_FROM_TITLE: ({ unit }) => ({
    ja: `表の上の「${unit}」を、この列の単位として読みました。`,
    en: `The unit above the table, "${unit}", was used for this column.`,
  }),
  COLUMN_WITHOUT_HEADER: ({ letter }) => ({
    ja: `${letter}列には見出しがなく、値があります。読み込みません。必要な列であれば、どの項目かを選ぶか、見出しを書いてください。`,
    en: `Column ${letter} has values and no header, and is not read. If it is needed, choose what it holds, or write a header.`,
  }),
  QUESTION_TAKEN_AS_NEEDS: () => ({
    ja: "この質問の回答は、課題として読みました。違うときは、どの項目かを選んでください。",
    en: "The answers to this question were taken for issues. If that is wrong, choose what the column holds.",
  }),
  MACROS_NOT_RUN: () => ({
    ja: "マクロのあるファイルです。マクロは動かさず、表の値だけを読みました。",
    en: "The file has macros. They were not run; only the values of the table were read.",
  }),
  LINKS_NOT_FOLLOWED: () => ({
    ja: "ほかのファイルを参照する式があります。参照先は開かず、最後に計算された値を読みました。",
    en: "The file refers to other files. They were not opened; the values last computed were read.",
  }),
  LOOK_NOT_KNOWN: () => ({
    ja: "古いExcel形式（.xls）のため、取り消し線があるかどうかはわかりません。退会などの印に使っているときは、「Excelブック（.xlsx）」で保存し直してください。",
    en: "In this old Excel file (.xls) struck-through text cannot be told. If it marks those who left, save the file as .xlsx.",
  }),
};

const MARKED_ROWS: Readonly<Record<"take" | "leaveOut" | "closed", Sentence>> = {
  take: {
    ja: "退会や廃業の印であれば、除くか、退会・廃業として取り込むかを選んでください。いまは、ほかの行と同じように読み込みます。",
    en: "If that means that they left or closed, choose to leave them out or to take them as closed. For now they are read like the others.",
  },
  leaveOut: { ja: "読み込みません。", en: "Not read." },
  closed: { ja: "退会・廃業として読み込みます。", en: "Read as businesses that have closed or left." },
};

type Placed<Code extends Notice["code"]> = Extract<Notice, { readonly code: Code }> & Where;

/** Rows that speak of a business of an earlier row; of one business, or of many. */
function joinedRows(told: Placed<"ROWS_JOINED">): Sentence {
  const { ja, en } = rowsText(told);
  const businesses = count(told.businesses);
  if (told.firstRow !== undefined)
    return {
      ja: `${ja}は${told.firstRow}行目と同じ事業者としてまとめます。`,
      en: `${en}: taken for the business of row ${told.firstRow} and joined with it.`,
    };
  return {
    ja: `${ja}は、先の行と同じ事業者としてまとめます（${businesses}事業者）。`,
    en: `${en}: taken for businesses of earlier rows and joined with them (${businesses} businesses).`,
  };
}

/** What is told of a list though its rows are taken. */
export const NOTICES: Sentences<Notice> = {
  ...TABLE_NOTICES,
  COLUMN_UNKNOWN: () => ({
    ja: "この見出しの列は読み込みません。必要な列であれば、どの項目かを選ぶか、見出しを書き換えてください。",
    en: "This column is not read. If it is needed, choose what it holds, or rename its header.",
  }),
  COLUMN_NOT_KEPT: () => ({
    ja: "この列は通し番号や控え、内訳と見て、読み込みません。",
    en: "This column is taken for a running number, a record or a breakdown and is not read.",
  }),
  COLUMN_TWICE: ({ used, beside }) => ({
    ja: `「${used}」と同じ項目の列です。「${used}」が空欄の行ではこの列の値を使い、どちらにも値がある行では${beside ? "両方の値を並べて" : "この列の値を備考に"}残します。`,
    en: `This column is the same item as “${used}”. It is used where “${used}” is empty; where both are filled ${beside ? "both are kept" : "its value is kept in the note"}.`,
  }),
  ERROR_VALUE_NOT_TAKEN: () => ({
    ja: "計算式のエラーが表示されているため、この欄は読み込みません。元の表で式を直すか、値を入力してください。",
    en: "The cell shows an error of its formula and is not read. Mend the formula, or write the value.",
  }),
  NOT_COMPUTED_NOT_TAKEN: () => ({
    ja: "計算されていない式のため、この欄は読み込みません。Excelで開いて保存し直すと読めます。",
    en: "The formula was never computed, so the cell is not read. Open the file in Excel and save it again.",
  }),
  DITTO_TAKEN: ({ taken }) => ({
    ja: `上の行と同じ「${taken}」として読みました。`,
    en: `Read as "${taken}", the same as the row above.`,
  }),
  LICENCE_NOT_KNOWN: ({ item }) => ({
    ja: `「${item}」は許認可の一覧にないため、取り込みません。名称を確かめてください。`,
    en: `"${item}" is not in the list of licences and is left out. Check its name.`,
  }),
  LICENCE_AREA_UNKNOWN: ({ item }) => ({
    ja: `「${item}」の区域がわからないため、取り込みません。所在地か区域のコードを書いてください。`,
    en: `The area of "${item}" is not known, so it is left out. Write the address, or the code of the area.`,
  }),
  PURPOSE_NOT_KNOWN: ({ item }) => ({
    ja: `「${item}」は連携の目的の一覧にないため、取り込みません。`,
    en: `"${item}" is not one of the purposes and is left out.`,
  }),
  MUNICIPALITY_MERGED: ({ former, today }) => ({
    ja: `旧${former}は現在の${today}です。市区町村は${today}として読みました。`,
    en: `${former} is ${today} today; the municipality was read so.`,
  }),
  MUNICIPALITY_NOT_KNOWN: () => ({
    ja: "今はない市区町村コードです。住所か郵便番号から調べ直しました。",
    en: "There is no such municipality code today. The address or postal code was used instead.",
  }),
  INVOICE_NUMBER_NOT_USED: () => ({
    ja: "登録番号は個人事業者の場合は法人番号ではないため、使いません。法人であれば法人番号の列に書いてください。",
    en: "A sole proprietor's invoice number is not a corporate number, so it is not used. For a corporation, write its corporate number.",
  }),
  MUSUBI_NUMBER_NOT_KNOWN: () => ({
    ja: "この番号の事業者は見つかりません。管理番号、法人番号、名称と所在地で探しました。書き出したときの番号に戻すか、番号を消してください。",
    en: "No business has this number; it was looked for by the other keys, name and address. Restore the number as it was exported, or remove it.",
  }),
  PHONE_NOT_POSSIBLE: () => ({
    ja: "電話番号・FAX番号の桁が合いません。市外局番から10桁（携帯・IP電話などは11桁）の番号か、確かめて書き直してください。",
    en: "No telephone or fax number has these digits. Check it: 10 digits with the area code, 11 for mobile and internet telephones.",
  }),
  EMAIL_NOT_POSSIBLE: () => ({
    ja: "メールアドレスの形ではありません。「info@example.jp」のような形か、確かめて書き直してください。",
    en: "This is not an e-mail address. Check it, and write it like info@example.jp.",
  }),
  FACT_CONTRADICTED: ({ kept, keptRow, row = 0, column = "", value = "" }: Placed<"FACT_CONTRADICTED">) => ({
    ja: `同じ事業者の「${column}」が、${keptRow}行目では「${kept}」、${row}行目では「${value}」です。${keptRow}行目の値を使います。`,
    en: `“${column}” of one business is “${kept}” in row ${keptRow} and “${value}” in row ${row}. Row ${keptRow} is used.`,
  }),
  ROWS_JOINED: (told) => joinedRows(told),
  OPERATORS_JOINED: ({ rows, businesses }) => ({
    ja: `営業者が法人の${count(rows)}行は、営業者ごとに${count(businesses)}事業者にまとめ、各行の施設をその事業所としました。`,
    en: `The ${count(rows)} rows run by corporations are ${count(businesses)} businesses, one for each operator; the premises of each row are its places.`,
  }),
  OPERATOR_BLANK: ({ rows }) => ({
    ja: `営業者の分からない行が${count(rows)}行あります。個人とは限らないため、個人・法人の別は未確認のままにしました。`,
    en: `${count(rows)} rows do not say who runs the premises. They need not be individuals, so their kind stays unknown.`,
  }),
  PLACES_ESTIMATED: ({ towns, offices }) => ({
    ja: `${count(towns + offices)}事業者の位置を、所在地から推定しました（町のあたりまで${count(towns)}、役所の位置${count(offices)}）。`,
    en: `The places of ${count(towns + offices)} businesses are estimated from their addresses (${count(towns)} by town, ${count(offices)} at the municipality office).`,
  }),
  PLACES_UNKNOWN: ({ businesses, loaded }) => ({
    ja: `${count(businesses)}事業者の位置は、この一覧からは分かりません。位置の分からない事業者は連携候補に入りません。${
      loaded
        ? "所在地を市区町村名から書くか、「緯度」「経度」の列を加えてください。"
        : "「緯度」「経度」の列を加えてください。町の位置の資料を読み込むと、所在地から推定できます（システム管理者にご相談ください）。"
    }`,
    en: `This list does not say where ${count(businesses)} ${businesses === 1 ? "business is" : "businesses are"}; without a place a business is in no candidate group. ${
      loaded
        ? "Write addresses from the municipality on, or add columns 緯度 and 経度."
        : "Add columns 緯度 and 経度. Once the points of towns are loaded, addresses are enough; please ask whoever runs the system."
    }`,
  }),
  TRADE_CODES_CARRIED: ({ same, wider }) => ({
    ja: `産業分類（第13回）の業種コード${count(same + wider)}件を第14回に読み替えました（同じ番号${count(same)}件、大きな分類までしか分からないもの${count(wider)}件）。`,
    en: `${count(same + wider)} trade codes of revision 13 are carried over to revision 14: ${count(same)} unchanged, ${count(wider)} known by a wider class only.`,
  }),
  TRADES_ESTIMATED: ({ businesses }) => ({
    ja: `${count(businesses)}事業者の業種コードを、業種の言葉から推定しました。`,
    en: `The trade codes of ${count(businesses)} businesses are estimated from the words for their trade.`,
  }),
  NO_ROWS: () => ({
    ja: "見出しの下に事業者の行がありません。別のシートでないか確かめてください。",
    en: "There is no business below the headers. Check whether another sheet is meant.",
  }),
};
