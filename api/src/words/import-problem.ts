import type {
  CodeProblem,
  FileProblem,
  ImportProblem,
  NumberProblem,
  RowProblem,
} from "#domain/business/import-problem.ts";
import { count, NOTICES, type Sentence, type Sentences } from "./import-notice.ts";
import type { Language } from "./language.ts";

const NUMBERS: Sentences<NumberProblem> = {
  AMOUNT_NOT_READ: () => ({
    ja: "金額として読めません。「1000万円」または「10000000」のように書いてください。",
    en: "This is not an amount we can read. Write it like 10000000 or 1000万円.",
  }),
  AMOUNT_NOT_WHOLE_YEN: () => ({
    ja: "円未満の端数があるか、大きすぎる金額です。円単位の整数で書いてください。",
    en: "This is not a whole number of yen, or too large. Write whole yen.",
  }),
  CAPITAL_UNIT_MISSING: ({ limitYen }) => ({
    ja: `単位がわかりません。${count(limitYen)}円未満の資本金は、「300万円」のように単位を付けるか、見出しを「資本金（万円）」「資本金（円）」のようにしてください。`,
    en: `The unit is not clear. For capital under ${count(limitYen)} yen, write the unit (300万円) or name it in the header (資本金（万円）, 資本金（円）).`,
  }),
  EMPLOYEES_NOT_READ: () => ({
    ja: "人数として読めません。「12」「約20名」「1～5人」のように書いてください。",
    en: "This is not a head count we can read. Write it like 12, 約20名 or 1～5人.",
  }),
  LEADER_NOT_READ: () => ({
    ja: "まとめ役の意向は 0、1、2、3 のどれかで書いてください。わからないときは空欄にしてください。",
    en: "Write 0, 1, 2 or 3. Leave it empty where it is not known.",
  }),
  MONTHS_COUNT: ({ found }) => ({
    ja: `1月から12月まで12個の数が必要ですが、${found}個あります。「；」で区切って12個書いてください。`,
    en: `Twelve numbers are needed, January to December; there are ${found}. Separate them by ";".`,
  }),
  MONTH_NOT_READ: ({ month, text }) => ({
    ja: `${month}月の「${text}」を数として読めません。0以上の数を書いてください。仕事のない月は 0 です。`,
    en: `"${text}" for month ${month} is not a number we can read. Write 0 or more; a month without work is 0.`,
  }),
  MONTH_NOT_TENTH: ({ month, text }) => ({
    ja: `${month}月の「${text}」は細かすぎます。人数は 0.1 人きざみで書いてください。`,
    en: `"${text}" for month ${month} is too fine. Write workers in steps of 0.1.`,
  }),
  PURCHASE_YEN_NOT_READ: ({ item }) => ({
    ja: `「${item}」の金額を読めません。「品目:月額（円）」のように、例えば「段ボール箱:120000」と書いてください。`,
    en: `The amount in "${item}" cannot be read. Write item:yen a month, for example 段ボール箱:120000.`,
  }),
  LEVEL_OUT_OF_RANGE: ({ item }) => ({
    ja: `「${item}」の段階は 1、2、3 のどれかで書いてください。`,
    en: `The level in "${item}" must be 1, 2 or 3.`,
  }),
  COORDINATE_NOT_READ: () => ({
    ja: "緯度・経度として読めません。「34.3401」のように度の小数で書いてください。",
    en: "Not a latitude or longitude we can read. Write decimal degrees, such as 34.3401.",
  }),
  COORDINATE_OUTSIDE_JAPAN: () => ({
    ja: "この緯度・経度は日本の外です。世界測地系の度の小数か確かめてください。",
    en: "This place is outside Japan. Check that it is in decimal degrees (WGS84).",
  }),
  COORDINATES_SWAPPED: () => ({
    ja: "緯度と経度が逆になっています。列の見出しを入れ替えてください。",
    en: "Latitude and longitude are the wrong way round. Swap the headers of the two columns.",
  }),
  COORDINATE_ALONE: ({ missing }) => ({
    ja: `${missing}がありません。緯度と経度を両方書くか、両方空欄にしてください。`,
    en: `${missing === "緯度" ? "The latitude" : "The longitude"} is missing. Write both, or leave both empty.`,
  }),
};

const CODES: Sentences<CodeProblem> = {
  CORPORATE_NUMBER_ROUNDED: () => ({
    ja: "Excelの表示形式のため法人番号の桁が失われています。元の表でセルの表示形式を「文字列」か「0」にして、番号を入れ直してください。",
    en: "The spreadsheet has rounded the corporate number. Set the cell's format to text, enter the number again and save.",
  }),
  CORPORATE_NUMBER_TWELVE_DIGITS: ({ full }) => ({
    ja: `法人番号は13桁ですが、12桁です。会社法人等番号であれば、法人番号は ${full} です。確かめて書き直してください。`,
    en: `A corporate number has 13 digits; this has 12. If it is the company registry number, the corporate number is ${full}. Check and write it in full.`,
  }),
  CORPORATE_NUMBER_LENGTH: ({ digits }) => ({
    ja: `法人番号は13桁の数字ですが、${digits}文字です。番号を確かめてください。個人事業者は空欄にしてください。`,
    en: `A corporate number has 13 digits; this has ${digits} characters. Check it. Leave it empty for a sole proprietor.`,
  }),
  CORPORATE_NUMBER_CHECK_DIGIT: () => ({
    ja: "法人番号の検査用数字が合いません。打ち間違いがないか、国税庁の法人番号公表サイトで確かめてください。",
    en: "The check digit of the corporate number does not fit. Look for a typing slip on the National Tax Agency's site.",
  }),
  MUNICIPALITY_CODE_LENGTH: ({ digits }) => ({
    ja: `市区町村コードは5桁か6桁ですが、${digits}文字です。先頭の 0 が消えていないか確かめてください。`,
    en: `A municipality code has 5 or 6 digits; this has ${digits} characters. Check whether a leading 0 was lost.`,
  }),
  MUNICIPALITY_CODE_CHECK_DIGIT: ({ expected }) => ({
    ja: `市区町村コードの6桁目（検査数字）が合いません。はじめの5桁が正しければ、6桁目は ${expected} です。`,
    en: `The sixth digit of the municipality code does not fit. If the first five are right, it is ${expected}.`,
  }),
  POSTAL_CODE_LENGTH: ({ digits }) => ({
    ja: `郵便番号は7桁の数字ですが、${digits}文字です。「760-0017」のように書いてください。先頭の 0 が消えていることがあります。`,
    en: `A postal code has 7 digits; this has ${digits} characters. Write it like 760-0017. A leading 0 may have been lost.`,
  }),
  INDUSTRY_CODE_NOT_READ: () => ({
    ja: "日本標準産業分類のコードではありません。AからTの1文字か、2〜4桁の数字で書いてください。先頭の 0 が消えていることがあります。",
    en: "Not a code of the Japan Standard Industrial Classification. Write a letter A to T, or 2 to 4 digits. A leading 0 may have been lost.",
  }),
  DATE_NOT_READ: () => ({
    ja: "日付として読めません。「2026/11/21」「令和8年11月21日」「R8.11.21」のように書いてください。",
    en: "Not a date we can read. Write it like 2026/11/21, 令和8年11月21日 or R8.11.21.",
  }),
  DATE_NOT_A_DAY: () => ({
    ja: "この日付は暦にありません。年・月・日を確かめてください。",
    en: "There is no such day. Check year, month and day.",
  }),
  AGE_BAND_NOT_READ: () => ({
    ja: "年代として読めません。「60代」「67歳」のように書くか、生年月日を書いてください。",
    en: "Not an age band we can read. Write it like 60代 or 60s, an age, or a date of birth.",
  }),
  SUCCESSOR_NOT_READ: () => ({
    ja: "後継者は「有」「無」「未定」「候補あり」「廃業予定」のどれかで書いてください。",
    en: "Write yes, no, undecided, candidate or closing (有, 無, 未定, 候補あり, 廃業予定).",
  }),
  KIND_NOT_READ: () => ({
    ja: "「個人」か「法人」、または「株式会社」のような法人の種類で書いてください。",
    en: "Write 個人 (sole proprietor), 法人 (corporation), or the legal form, such as 株式会社.",
  }),
  LICENCE_AREA_NOT_READ: ({ item }) => ({
    ja: `「${item}」の区域を読めません。都道府県の2桁か市区町村の5桁のコードで書いてください。`,
    en: `The area in "${item}" cannot be read. Write a prefecture (2 digits) or municipality code (5 digits).`,
  }),
  NUMBER_ROUNDED: () => ({
    ja: "Excelの表示形式のため番号の桁が失われています。元の表でセルの表示形式を「文字列」にして、番号を入れ直してください。",
    en: "The spreadsheet has rounded this number. Set the cell's format to text, enter the number again and save.",
  }),
  ZERO_LOST: ({ full }) => ({
    ja: `先頭の 0 が消えています。「${full}」のことであれば、そのように書き直してください。`,
    en: `A leading 0 was lost. If ${full} is meant, write it so.`,
  }),
  OPTION_NOT_READ: ({ option }) => ({
    ja: `「${option}」を選んだかどうかがわかりません。選んだときは「○」か「1」を書き、選んでいないときは空欄にしてください。`,
    en: `Whether "${option}" was chosen is not clear. Write ○ or 1 where it was, and leave it empty where not.`,
  }),
  LICENCE_UNTIL_NOT_READ: ({ item }) => ({
    ja: `「${item}」の期限を日付として読めません。「2028-03-31」のように書いてください。`,
    en: `The last day in "${item}" is not a date we can read. Write it like 2028-03-31.`,
  }),
};

const ROWS: Sentences<RowProblem> = {
  NAME_MISSING: () => ({
    ja: "事業者名がありません。事業者名を書くか、この行を消してください。",
    en: "The name is missing. Write it, or delete the row.",
  }),
  RESPONDENT_NOT_NAMED: () => ({
    ja: "だれの回答かがわかりません。管理番号、法人番号、事業者名のどれかを書いてください。",
    en: "It is not clear who answered. Write the external id, the corporate number or the name.",
  }),
  CELL_ERROR_VALUE: () => ({
    ja: "計算式のエラーが表示されています。元の表で式を直すか、値を入力してください。",
    en: "The cell shows an error of its formula. Mend the formula, or write the value.",
  }),
  CELL_NOT_COMPUTED: () => ({
    ja: "計算されていない式です。Excelで開いて計算させ、保存し直してください。",
    en: "The formula was never computed. Open the file in Excel, let it compute, and save it again.",
  }),
  CELL_UNPRINTABLE: () => ({
    ja: "目に見えない制御文字が入っています。この欄を消して、入力し直してください。",
    en: "The cell holds control characters nobody can see. Clear it and type it again.",
  }),
  DITTO_WITHOUT_ABOVE: () => ({
    ja: "上と同じという印ですが、上の欄に値がありません。値を書いてください。",
    en: "This says “as above”, but there is nothing above. Write the value.",
  }),
  CELL_TOO_LONG: ({ limit, length }) => ({
    ja: `${count(length)}文字あります。この欄は${count(limit)}文字までです。短くしてください。`,
    en: `This cell has ${count(length)} characters; at most ${count(limit)} are read. Shorten it.`,
  }),
  MORE_CELLS_THAN_COLUMNS: ({ columns }) => ({
    ja: `見出しは${columns}列ですが、その右にも値があります。値の中のカンマが区切りと読まれていないか確かめてください。`,
    en: `There are ${columns} headers and a value to the right of them. Check whether a comma inside a value was taken for a separator.`,
  }),
};

const OTHER_KINDS: Readonly<Record<Extract<FileProblem, { code: "FILE_KIND_OTHER" }>["kind"], Sentence>> = {
  word: { ja: "Wordの文書", en: "a Word document" },
  powerpoint: { ja: "PowerPointの資料", en: "a PowerPoint presentation" },
  picture: { ja: "画像", en: "a picture" },
  pdf: { ja: "PDF", en: "a PDF" },
};

const FILES: Sentences<FileProblem> = {
  FILE_EMPTY: () => ({
    ja: "ファイルが空です。正しいファイルを選んでください。",
    en: "The file is empty. Choose the right file.",
  }),
  FILE_TOO_LARGE: ({ limitMegabytes }) => ({
    ja: `ファイルが大きすぎます。${limitMegabytes}MBまで読めます。分けて取り込んでください。`,
    en: `The file is too large. Up to ${limitMegabytes} MB can be read. Split it.`,
  }),
  FILE_KIND_BINARY_EXCEL: () => ({
    ja: "バイナリ形式のExcelファイル（.xlsb）です。Excelで開き、「Excelブック（.xlsx）」で保存し直してください。",
    en: "This is an Excel file in binary form (.xlsb). Open it in Excel and save it as .xlsx.",
  }),
  FILE_KIND_WEB_PAGE: () => ({
    ja: "Excelの名前ですが、中身はWebページかXMLです。Excelで開き、「Excelブック（.xlsx）」で保存し直してください。",
    en: "The file is named as Excel, but holds a web page or XML. Open it in Excel and save it as .xlsx.",
  }),
  FILE_KIND_OTHER: ({ kind }) => ({
    ja: `名前は表のファイルですが、中身は${OTHER_KINDS[kind].ja}です。一覧のExcelファイルかCSVを選んでください。`,
    en: `The file is named as a table, but is ${OTHER_KINDS[kind].en}. Choose the Excel or CSV file of the list.`,
  }),
  FILE_PASSWORD: () => ({
    ja: "パスワードのかかったファイルです。Excelで開き、パスワードを外して保存し直してください。",
    en: "The file has a password. Open it in Excel, take the password off and save it again.",
  }),
  FILE_KIND_UNKNOWN: ({ extension }) => ({
    ja: `この種類のファイル${extension === "" ? "" : `（.${extension}）`}は読めません。CSVかExcel（.xlsx、.xls）のファイルを選んでください。`,
    en: `Files of this kind${extension === "" ? "" : ` (.${extension})`} cannot be read. Choose a CSV or Excel file (.xlsx, .xls).`,
  }),
  FILE_BROKEN: () => ({
    ja: "ファイルが壊れているか、途中で切れています。元の表を開いて保存し直してください。",
    en: "The file is damaged or cut short. Open the original and save it again.",
  }),
  TEXT_NOT_READ: () => ({
    ja: "文字コードがわかりません。Excelで「CSV UTF-8」を選んで保存し直してください。",
    en: "The text encoding is not known. Save it from Excel as “CSV UTF-8”.",
  }),
  TEXT_HAS_NUL: () => ({
    ja: "この行に、目に見えない制御文字（NUL）が入っています。元の表からCSVで書き出し直すか、この行を入力し直してください。",
    en: "This row holds a control character nobody can see (NUL). Save the list as CSV again, or type the row again.",
  }),
  UNPACKED_TOO_LARGE: ({ limitMegabytes }) => ({
    ja: `Excelファイルの中身が大きすぎます。展開後${limitMegabytes}MBまで読めます。使わない行や図を消して保存し直してください。`,
    en: `The workbook unpacks to more than ${limitMegabytes} MB. Delete unused rows and pictures and save it again.`,
  }),
  TOO_MANY_PARTS: ({ limit }) => ({
    ja: `Excelファイルの部品が多すぎます（${count(limit)}個まで）。必要なシートだけを新しいブックに移してください。`,
    en: `The workbook has more than ${count(limit)} parts. Move the sheet you need to a new workbook.`,
  }),
  TOO_MANY_ROWS: ({ limit }) => ({
    ja: `行が多すぎます。${count(limit)}行まで読めます。空の行や要らないシートを消すか、分けて取り込んでください。`,
    en: `There are too many rows. Up to ${count(limit)} can be read. Delete empty rows and sheets not needed, or split the file.`,
  }),
  TOO_MANY_COLUMNS: ({ limit }) => ({
    ja: `列が多すぎます。${limit}列まで読めます。要らない列を消してください。`,
    en: `There are too many columns. Up to ${limit} can be read. Delete those not needed.`,
  }),
  TOO_MANY_CELLS: ({ limit }) => ({
    ja: `Excelファイルの欄が多すぎます。すべてのシートを合わせて${count(limit)}個まで読めます。要らないシートや行を消すか、分けて取り込んでください。`,
    en: `The workbook has too many cells. Up to ${count(limit)} can be read, all sheets together. Delete the sheets and rows not needed, or split it.`,
  }),
  FILE_TOO_HEAVY: () => ({
    ja: "ファイルの中身が重く、読み取りを途中で止めました。ファイルを分けるか、CSVで保存し直してください。",
    en: "The file takes too much time or memory, so reading it was stopped. Split it, or save it as CSV.",
  }),
  SHEET_NOT_FOUND: ({ sheets }) => ({
    ja: `そのシートはありません。あるのは「${sheets.join("」「")}」です。`,
    en: `There is no such sheet. There are: ${sheets.join(", ")}.`,
  }),
  QUOTE_NOT_CLOSED: () => ({
    ja: '引用符（"）が閉じられていません。この行の引用符を確かめてください。',
    en: 'A quotation mark (") is not closed. Check the quotation marks of this row.',
  }),
  HEADER_NOT_FOUND: () => ({
    ja: "見出しの行が見つかりません。「事業者名」のような見出しを1行目に書くか、見出しの行を指定してください。",
    en: "No header row was found. Write headers such as 事業者名 (name) in the first row, or say which row they are in.",
  }),
  NAME_COLUMN_MISSING: () => ({
    ja: "事業者名の列がありません。名前の列の見出しを「事業者名」にしてください。",
    en: "There is no column of names. Head the column of names 事業者名 or name.",
  }),
  RESPONDENT_COLUMN_MISSING: () => ({
    ja: "だれの回答かを示す列がありません。「管理番号」「法人番号」「事業者名」のどれかの列を付けてください。",
    en: "No column says who answered. Add one headed 管理番号 (external_id), 法人番号 (corporate_number) or 事業者名 (name).",
  }),
};

const SENTENCES: Sentences<ImportProblem> = { ...NUMBERS, ...CODES, ...ROWS, ...NOTICES, ...FILES };

/** What is wrong with a file, a row or a cell of a business list, and what to do. */
export function importProblemText(problem: ImportProblem, language: Language): string {
  // The table is complete by its type; the compiler cannot follow that a problem's code picks its own sentence.
  const sentence = SENTENCES[problem.code] as (problem: ImportProblem) => Sentence;
  return sentence(problem)[language];
}
