import { text, workbook, type GoldenList } from "./golden-list.ts";

const midori = { name: "みどり" };
const fuji = { name: "ふじ" };

/** What stands in the cells of a list. */
export const CELLS: readonly GoldenList[] = [
  {
    dirt: "cells repeat the one above",
    file: "a.csv",
    bytes: text("会社名,住所,業種", "みどり,高松市番町1,製造業", "ふじ,〃,同上", "さくら,″,″"),
    businesses: ["みどり", "ふじ", "さくら"].map((name) => ({
      name,
      facts: { address: "高松市番町1", municipality: "37201", industry: "製造業" },
    })),
    told: ["DITTO_TAKEN B3", "DITTO_TAKEN C3", "DITTO_TAKEN B4", "DITTO_TAKEN C4"],
  },
  {
    dirt: "a cell repeats an empty one",
    file: "a.csv",
    bytes: text("会社名,住所", "みどり,", "ふじ,〃"),
    businesses: [midori],
    told: ["DITTO_WITHOUT_ABOVE B3"],
  },
  {
    dirt: "names carry what is written on envelopes, wide spaces and old characters",
    file: "a.csv",
    bytes: text("会社名,代表者名", "㈱みどり　御中,山田　太郎 様", "𠮷野家商店　殿,髙﨑　一郎"),
    businesses: [
      { name: "㈱みどり", facts: { representative: "山田　太郎" } },
      { name: "𠮷野家商店", facts: { representative: "髙﨑　一郎" } },
    ],
  },
  {
    dirt: "head counts are rough",
    file: "a.csv",
    bytes: text("会社名,従業員数", "み1,約20名", "み2,5(3)", "み3,1～5人", "み4,20人以上", "み5,１２人"),
    businesses: [
      { name: "み1", facts: { employees: 20 }, about: ["employees"] },
      { name: "み2", facts: { employees: 5 }, about: ["employees"] },
      { name: "み3", facts: { employees: 5 }, about: ["employees"] },
      { name: "み4", facts: { employees: 20 }, about: ["employees"] },
      { name: "み5", facts: { employees: 12 } },
    ],
  },
  {
    dirt: "cells say in words that nothing is known",
    file: "a.csv",
    bytes: text("会社名,資本金,従業員数,電話,課題", "みどり,－,不明,非公開,―", "ふじ,未記入,***,調査中,無回答"),
    businesses: [midori, fuji],
  },
  {
    dirt: "capital has no unit anywhere",
    file: "a.csv",
    bytes: text("会社名,資本金", "みどり,1000", "ふじ,300万円"),
    businesses: [{ ...fuji, facts: { capitalYen: 3_000_000 } }],
    told: ["CAPITAL_UNIT_MISSING B2"],
  },
  {
    dirt: "codes lost their zeros or were rounded",
    file: "a.csv",
    bytes: text(
      "会社名,管理番号,法人番号,郵便番号,市区町村コード,電話",
      "み1,1.23E+12,,,,",
      "み2,,7.12346E+12,,,",
      "み3,,,600001,,",
      "み4,,,,1202,",
      "み5,,,,12025,",
      "み6,,,,,878390011",
      "み7,001,7123456789012,060-0001,01202,087-839-0011",
    ),
    businesses: [
      {
        name: "み7",
        externalId: "001",
        corporateNumber: "7123456789012",
        facts: { postalCode: "0600001", municipality: "01202", phone: "087-839-0011" },
      },
    ],
    told: [
      "NUMBER_ROUNDED B2",
      "CORPORATE_NUMBER_ROUNDED C3",
      "ZERO_LOST D4",
      "ZERO_LOST E5",
      "ZERO_LOST E6",
      "ZERO_LOST F7",
    ],
  },
  {
    dirt: "dates are written in every way",
    file: "a.csv",
    bytes: text(
      "会社名,設立",
      ...["R7.4.1", "令和元年", "昭和63年頃", "1988", "32234", "S63/4", "平成元年1月8日", "明治5年2月"].map(
        (day, index) => `み${index},${day}`,
      ),
    ),
    businesses: ["2025-04-01", "2019", "1988", "1988", "1988-04-01", "1988-04", "1989-01-08", "1872-02"].map(
      (established, index) => ({
        name: `み${index}`,
        facts: { established },
        ...(index === 2 || index === 7 ? { about: ["established"] } : {}),
      }),
    ),
  },
  {
    dirt: "dates are impossible",
    file: "a.csv",
    bytes: text(
      "会社名,設立",
      "み1,2026/2/29",
      "み2,令和8年13月1日",
      "み3,1867/1/1",
      "み4,さきおととし",
      "み5,2024/2/29",
    ),
    businesses: [{ name: "み5", facts: { established: "2024-02-29" } }],
    told: ["DATE_NOT_A_DAY B2", "DATE_NOT_A_DAY B3", "DATE_NOT_A_DAY B4", "DATE_NOT_READ B5"],
  },
  {
    dirt: "several values share a cell, and prose has commas",
    file: "a.csv",
    bytes: text(
      "会社名,強み,課題",
      '"みどり","溶接、研磨","人手が足りず、納期が遅れている"',
      '"ふじ","溶接・研磨／塗装；めっき\n切削",なし',
    ),
    businesses: [
      { ...midori, facts: { capabilities: [["welding", 1], ["polishing", 1]], needs: [["人手が足りず、納期が遅れている", 1]] } }, // prettier-ignore
      {
        ...fuji,
        facts: {
          capabilities: [["welding", 1], ["polishing", 1], ["painting", 1], ["plating", 1], ["cutting", 1]],
          needs: [],
        },
      }, // prettier-ignore
    ],
  },
  {
    dirt: "number formats show zeros, units and percents that are not in the numbers",
    file: "a.xlsx",
    bytes: workbook((sheet) => {
      sheet.addRow(["会社名", "管理番号", "郵便番号", "従業員数", "資本金", "備考", "設立"]);
      sheet.addRow(["みどり", 7, 600001, 12, 300, 0.25, new Date(Date.UTC(1988, 3, 1))]);
      for (const [cell, format] of [
        ["B2", "0000000"],
        ["C2", "000-0000"],
        ["D2", '0"名"'],
        ["E2", '#,##0"万円"'],
        ["F2", "0%"],
        ["G2", '[$-411]ggge"年"m"月"d"日"'],
      ] as const)
        sheet.getCell(cell).numFmt = format;
    }),
    businesses: [
      {
        ...midori,
        externalId: "0000007",
        facts: {
          postalCode: "0600001",
          municipality: "01101",
          employees: 12,
          capitalYen: 3_000_000,
          note: "25%",
          established: "1988-04-01",
        },
      },
    ],
  },
  {
    dirt: "numbers are arranged by their formats, and hold more than they show",
    file: "a.xlsx",
    bytes: workbook((sheet) => {
      sheet.addRows([["会社名", "法人番号", "資本金（円）", "備考"], ["みどり", 7_123_456_789_012, 3_000_000, 0.1 + 0.2]]); // prettier-ignore
      sheet.getCell("B2").numFmt = "0.00E+00";
      sheet.getCell("C2").numFmt = "#,##0_);[Red]\\(#,##0\\)";
    }),
    businesses: [{ ...midori, corporateNumber: "7123456789012", facts: { capitalYen: 3_000_000, note: "0.3" } }],
  },
  {
    dirt: "formulas show errors, words or nothing",
    file: "a.xlsx",
    bytes: workbook((sheet) => {
      sheet.addRow(["会社名", "従業員数", "電話", "備考"]);
      sheet.addRow(["みどり", { formula: "1/0", result: { error: "#DIV/0!" } }, "", { formula: "1+1", result: 2 }]);
      sheet.addRow([{ formula: "X!A1", result: { error: "#REF!" } }, 1, "", ""]);
      sheet.addRow(["ふじ", 2, { formula: 'IF(B4=2,"","-")', result: "" }, ""]);
    }),
    businesses: [
      { ...midori, facts: { note: "2" } },
      { ...fuji, facts: { employees: 2 } },
    ],
    told: ["ERROR_VALUE_NOT_TAKEN B2", "CELL_ERROR_VALUE A3"],
  },
  {
    dirt: "a program wrote its formulas and nobody computed them",
    file: "a.xlsx",
    bytes: workbook((sheet) => {
      sheet.addRows([["会社名", "電話"], ["みどり", { formula: "B9" }], [{ formula: "A9" }, "087-000-0001"]]); // prettier-ignore
    }),
    businesses: [midori],
    told: ["NOT_COMPUTED_NOT_TAKEN B2", "CELL_NOT_COMPUTED A3"],
  },
  {
    dirt: "cells begin like formulas and are words",
    file: "a.csv",
    bytes: text("会社名,備考", "'=みどり,@home", "ふじ,-5"),
    businesses: [
      { name: "=みどり", facts: { note: "@home" } },
      { ...fuji, facts: { note: "-5" } },
    ],
  },
  {
    dirt: "emoji, characters of four bytes and control characters stand in cells",
    file: "a.xlsx",
    bytes: workbook((sheet) => {
      sheet.addRows([["会社名", "備考"], ["🍊𠮷みかん", "🎉"], ["ふじ", "改_x0000_行"]]); // prettier-ignore
    }),
    businesses: [{ name: "🍊𠮷みかん", facts: { note: "🎉" } }],
    told: ["CELL_UNPRINTABLE B3"],
  },
  {
    dirt: "cells are longer than a fact can be",
    file: "a.csv",
    bytes: text("会社名,備考", `みどり,${"あ".repeat(4_000)}`, `ふじ,${"あ".repeat(4_001)}`),
    businesses: [{ ...midori, facts: { note: "あ".repeat(4_000) } }],
    told: ["CELL_TOO_LONG B3"],
  },
];
