import { oldWorkbook, text, workbook, type GoldenList } from "./golden-list.ts";

const midori = { name: "みどり" };
const fuji = { name: "ふじ" };
const sakura = { name: "さくら" };
const grey = { type: "pattern", pattern: "solid", fgColor: { argb: "FFBFBFBF" } } as const;

/** Where in a file the list stands, and which of its rows are businesses. */
export const TABLES: readonly GoldenList[] = [
  {
    dirt: "a title and the day it was drawn up stand above it",
    file: "a.csv",
    bytes: text("会員名簿,,", "令和8年4月1日現在,,", ",,", "会社名,住所,TEL", "みどり,高松市番町1,087-000-0001"),
    headerRow: 4,
    businesses: [
      { ...midori, rows: [5], facts: { address: "高松市番町1", municipality: "37201", phone: "087-000-0001" } },
    ],
  },
  {
    dirt: "it is on the second sheet, behind a cover",
    file: "a.xlsx",
    bytes: workbook((cover, book) => {
      cover.addRow(["会員名簿"]);
      book.addWorksheet("会員").addRows([["会社名", "電話"], ["みどり", "087-000-0001"]]); // prettier-ignore
    }),
    sheet: "会員",
    businesses: [{ ...midori, facts: { phone: "087-000-0001" } }],
    told: ["SHEET_CHOSEN"],
  },
  {
    dirt: "a smaller list stands on the first sheet, which is the one meant",
    file: "a.xlsx",
    bytes: workbook((first, book) => {
      first.addRows([["会社名"], ["みどり"]]);
      book.addWorksheet("会員").addRows([["会社名", "電話", "住所"], ["ふじ", "087-000-0001", "高松市"]]); // prettier-ignore
    }),
    choice: { firstSheet: true },
    sheet: "名簿",
    businesses: [midori],
    told: ["SHEET_LIKELIER"],
  },
  {
    dirt: "last year's list is on a hidden sheet before it",
    file: "a.xlsx",
    bytes: workbook((hidden, book) => {
      hidden.state = "hidden";
      hidden.addRows([["会社名", "電話", "住所"], ["ふじ", "087-000-0001", "高松市"]]); // prettier-ignore
      book.addWorksheet("今年").addRows([["会社名"], ["みどり"]]);
    }),
    choice: { firstSheet: true },
    sheet: "今年",
    businesses: [midori],
  },
  {
    dirt: "its headers have two tiers, merged over and beside each other",
    file: "a.xlsx",
    bytes: workbook((sheet) => {
      sheet.addRows([
        ["会社名", "所在地", "", "連絡先", "", "備考"],
        ["", "郵便番号", "住所", "TEL", "FAX", ""],
        ["みどり", "760-0017", "高松市番町1", "087-000-0001", "087-000-0002", "常連"],
      ]);
      for (const range of ["A1:A2", "B1:C1", "D1:E1", "F1:F2"]) sheet.mergeCells(range);
    }),
    businesses: [
      {
        ...midori,
        rows: [3],
        facts: {
          postalCode: "7600017",
          address: "高松市番町1",
          municipality: "37201",
          phone: "087-000-0001",
          fax: "087-000-0002",
          note: "常連",
        },
      },
    ],
  },
  {
    dirt: "its headers have two tiers in a text, where nothing is merged",
    file: "a.csv",
    bytes: text("会社名,所在地,,連絡先,", ",郵便番号,住所,TEL,FAX", "みどり,760-0017,高松市番町1,087-000-0001,"),
    businesses: [
      {
        ...midori,
        facts: { postalCode: "7600017", address: "高松市番町1", municipality: "37201", phone: "087-000-0001" },
      },
    ],
  },
  {
    dirt: "the municipality is merged down over several businesses",
    file: "a.xlsx",
    bytes: workbook((sheet) => {
      sheet.addRows([["市町村", "会社名", "番地"], ["高松市", "みどり", "番町1"], ["", "ふじ", "番町2"], ["丸亀市", "さくら", "大手町1"]]); // prettier-ignore
      sheet.mergeCells("A2:A3");
    }),
    businesses: [
      { ...midori, facts: { address: "高松市番町1", municipality: "37201" } },
      { ...fuji, facts: { address: "高松市番町2", municipality: "37201" } },
      { ...sakura, facts: { address: "丸亀市大手町1", municipality: "37202" } },
    ],
  },
  {
    dirt: "a cell is merged to the right, over a column of its own",
    file: "a.xlsx",
    bytes: workbook((sheet) => {
      sheet.addRows([["会社名", "TEL", "FAX"], ["みどり", "087-000-0001", ""]]); // prettier-ignore
      sheet.mergeCells("B2:C2");
    }),
    businesses: [{ ...midori, facts: { phone: "087-000-0001" } }],
  },
  {
    dirt: "headers, titles, sums, remarks, headings and empty rows stand among the businesses",
    file: "a.csv",
    bytes: text(
      "会員名簿,,",
      "会社名,従業員数,地区",
      "【製造部会】,,",
      "みどり,3,東",
      ",,",
      "小　計,3,",
      "会員名簿,,",
      "会社名,従業員数,地区",
      "ふじ,4,西",
      "東部支部計,4,",
      "合計 2社,7,",
      "※従業員数は推計を含む,,",
      "- 2 -,,",
      "以下余白,,",
    ),
    headerRow: 2,
    businesses: [
      { ...midori, rows: [4], facts: { employees: 3 } },
      { ...fuji, rows: [9], facts: { employees: 4 } },
    ],
    told: ["COLUMN_UNKNOWN C2", "ROWS_PASSED_OVER 3"],
  },
  {
    dirt: "the sums stand right of a merged municipality",
    file: "a.xlsx",
    bytes: workbook((sheet) => {
      sheet.addRows([["市町村", "会社名", "従業員数"], ["高松市", "みどり", 3], ["", "小計", 3]]); // prettier-ignore
      sheet.mergeCells("A2:A3");
    }),
    businesses: [{ ...midori, facts: { address: "高松市", municipality: "37201", employees: 3 } }],
    told: ["ROWS_PASSED_OVER 3"],
  },
  {
    dirt: "each business has two rows, with two rows of headers",
    file: "a.xlsx",
    bytes: workbook((sheet) => {
      sheet.addRows([
        ["会員番号", "会社名", "郵便番号", "TEL"],
        ["", "フリガナ", "住所", "FAX"],
        ["001", "みどり", "760-0017", "087-000-0001"],
        ["", "ミドリ", "高松市番町1", "087-000-0002"],
        ["002", "ふじ", "760-0018", "087-000-0003"],
        ["", "フジ", "高松市天神前1", "多数"],
      ]);
      for (const range of ["A1:A2", "A3:A4", "A5:A6"]) sheet.mergeCells(range);
    }),
    businesses: [
      {
        ...midori,
        rows: [3],
        externalId: "001",
        nameKana: "ミドリ",
        facts: {
          postalCode: "7600017",
          address: "高松市番町1",
          municipality: "37201",
          phone: "087-000-0001",
          fax: "087-000-0002",
        },
      },
      {
        ...fuji,
        rows: [5],
        externalId: "002",
        nameKana: "フジ",
        facts: {
          postalCode: "7600018",
          address: "高松市天神前1",
          municipality: "37201",
          phone: "087-000-0003",
          fax: "多数",
        },
      },
    ],
    told: ["PHONE_NOT_POSSIBLE D6", "TWO_ROWS_JOINED 1"],
  },
  {
    dirt: "the reading stands in a row above each name, without a header",
    file: "a.csv",
    bytes: text(
      "会社名,住所",
      "ミドリ,",
      "みどり商店,高松市番町1",
      "フジ,",
      "富士工業,高松市番町2",
      "サクラ,",
      "桜屋,高松市番町3",
    ),
    businesses: [
      { name: "みどり商店", rows: [2], nameKana: "ミドリ", facts: { address: "高松市番町1", municipality: "37201" } },
      { name: "富士工業", rows: [4], nameKana: "フジ", facts: { address: "高松市番町2", municipality: "37201" } },
      { name: "桜屋", rows: [6], nameKana: "サクラ", facts: { address: "高松市番町3", municipality: "37201" } },
    ],
    told: ["TWO_ROWS_JOINED 1"],
  },
  {
    dirt: "each business goes on in a second row; what has no header there is asked about",
    file: "a.csv",
    bytes: text(
      "会社名,住所,電話",
      "みどり,高松市番町1,087-000-0001",
      ",番町ビル3階,087-000-0002",
      "ふじ,高松市番町2,087-000-0003",
      ",,087-000-0004",
      "さくら,高松市番町3,087-000-0005",
      ",,087-000-0006",
    ),
    choice: { mapping: { 5: "fax" } },
    businesses: [
      {
        ...midori,
        rows: [2],
        facts: { address: "高松市番町1番町ビル3階", municipality: "37201", phone: "087-000-0001", fax: "087-000-0002" },
      },
      {
        ...fuji,
        rows: [4],
        facts: { address: "高松市番町2", municipality: "37201", phone: "087-000-0003", fax: "087-000-0004" },
      },
      {
        ...sakura,
        rows: [6],
        facts: { address: "高松市番町3", municipality: "37201", phone: "087-000-0005", fax: "087-000-0006" },
      },
    ],
    told: ["TWO_ROWS_JOINED 1"],
  },
  {
    dirt: "it has two rows of headers and does not keep to two rows of businesses",
    file: "a.csv",
    bytes: text("会社名,電話", "フリガナ,FAX", "みどり,087-000-0001", "ふじ,087-000-0002", "さくら,087-000-0003"),
    businesses: [
      { ...midori, facts: { phone: "087-000-0001" } },
      { ...fuji, facts: { phone: "087-000-0002" } },
      { ...sakura, facts: { phone: "087-000-0003" } },
    ],
    told: ["TWO_ROWS_UNSURE 1"],
  },
  ...[
    {
      choice: {},
      businesses: [
        { ...midori, facts: { phone: "087-000-0001" } },
        { ...fuji, facts: { phone: "087-000-0002" } },
      ],
    },
    { choice: { hidden: "leaveOut" as const }, businesses: [midori] },
  ].map(({ choice, businesses }) => ({
    dirt: `a row and a column are hidden (${JSON.stringify(choice)})`,
    file: "a.xlsx",
    bytes: workbook((sheet) => {
      sheet.addRows([["会社名", "電話"], ["みどり", "087-000-0001"], ["ふじ", "087-000-0002"]]); // prettier-ignore
      sheet.getRow(3).hidden = true;
      sheet.getColumn(2).hidden = true;
    }),
    choice,
    businesses,
    told: ["COLUMNS_HIDDEN 1", "ROWS_HIDDEN 3"],
  })),
  ...[
    {
      choice: {},
      businesses: [midori, fuji, sakura, { name: "うめ" }, { name: "まつ" }, { name: "たけ" }, { name: "きく" }],
    },
    {
      choice: { marked: "leaveOut" as const },
      businesses: [midori, { name: "うめ" }, { name: "まつ" }, { name: "たけ" }, { name: "きく" }],
    },
    {
      choice: { marked: "closed" as const },
      businesses: [
        midori,
        { ...fuji, facts: { note: "一覧で取り消し線またはグレー（退会・廃業）" } },
        { ...sakura, facts: { note: "一覧で取り消し線またはグレー（退会・廃業）" } },
        ...["うめ", "まつ", "たけ", "きく"].map((name) => ({ name })),
      ],
    },
  ].map(({ choice, businesses }) => ({
    dirt: `businesses that have left are struck through or grey (${JSON.stringify(choice)})`,
    file: "a.xlsx",
    bytes: workbook((sheet) => {
      sheet.addRows([["会社名"], ["みどり"], ["ふじ"], ["さくら"], ["うめ"], ["まつ"], ["たけ"], ["きく"]]);
      sheet.getCell("A3").font = { strike: true };
      sheet.getCell("A4").fill = grey;
    }),
    choice,
    businesses,
    told: ["ROWS_MARKED 3"],
  })),
  {
    dirt: "every second row is grey, which marks nobody",
    file: "a.xlsx",
    bytes: workbook((sheet) => {
      sheet.addRows([["会社名"], ["みどり"], ["ふじ"]]);
      sheet.getCell("A3").fill = grey;
    }),
    businesses: [midori, fuji],
  },
  {
    dirt: "it is an old workbook, with merged cells",
    file: "名簿.xls",
    bytes: oldWorkbook(
      [
        ["市町村", "会社名", "番地", "資本金（千円）"],
        ["高松市", "みどり", "番町1", 3000],
        ["", "髙﨑", "番町2", 1e4],
      ],
      ["A2:A3"],
    ),
    sheet: "名簿",
    businesses: [
      { ...midori, facts: { address: "高松市番町1", municipality: "37201", capitalYen: 3_000_000 } },
      { name: "髙﨑", facts: { address: "高松市番町2", municipality: "37201", capitalYen: 10_000_000 } },
    ],
    told: ["LOOK_NOT_KNOWN"],
  },
];
