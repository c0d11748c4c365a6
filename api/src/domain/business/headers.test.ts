import { describe, expect, it } from "vitest";
import { likeliestHeader } from "./find-table.ts";
import { roleOfHeader } from "./headers.ts";
import { layOut } from "./lay-out.ts";
import type { ListRow } from "./list-table.ts";

function rowsOf(...lines: readonly string[]): ListRow[] {
  return lines.map((line, index) => ({ row: index + 1, cells: line.split(",") }));
}

describe("a header", () => {
  it.each([
    ["事 業 者\n名", "name"],
    ["【必須】事業者名", "name"],
    ["企業名（正式名称）", "name"],
    ["ＴＥＬ", "phone"],
    ["E-Mail", "email"],
    ["資本金（千円）", "capitalYen"],
    ["資本金 万円", "capitalYen"],
    ["従業員数（人）", "employees"],
    ["External_ID", "externalId"],
    ["会社法人等番号", "registryNumber"],
    ["T番号", "invoiceNumber"],
    ["有効期限", "licenceUntil"],
    ["担当者(中央会)", "adviser"],
    ["問3（複数回答可）", "needs"],
    ["No.", "notKept"],
    ["通番", "notKept"],
    ["血液型", "unknown"],
    ["", "blank"],
  ])("%j holds %s", (header, role) => {
    expect(roleOfHeader(header)).toBe(role);
  });
});

describe("the header row", () => {
  it("is found below a title and a date", () => {
    const rows = rowsOf("会員名簿", "令和8年4月1日現在", "事業者名,住所,電話", "みどり,高松市,087");
    expect(likeliestHeader(rows)?.row).toBe(3);
  });

  it("is the row that names the businesses, even where another row has more known words", () => {
    const rows = rowsOf("会社名,住所", "設立,TEL,FAX");
    expect(likeliestHeader(rows)?.row).toBe(1);
  });

  it("is looked for in the first 50 rows", () => {
    const blank = Array.from({ length: 49 }, () => "");
    expect(likeliestHeader(rowsOf(...blank, "事業者名"))?.row).toBe(50);
    expect(likeliestHeader(rowsOf(...blank, "", "事業者名"))).toBeUndefined();
  });
});

describe("the table below", () => {
  it("keeps the unit a header names for capital", () => {
    const rows = rowsOf("事業者名,資本金（千円）", "みどり,3000");
    expect(layOut(rows, rows[0]!).columns[1]).toEqual({
      index: 1,
      header: "資本金（千円）",
      role: "capitalYen",
      unitYen: 1000,
    });
  });

  it("takes a second tier of headers from the row below", () => {
    const rows = rowsOf("事業者名,住所,業種,連絡方法,", ",,,電話,FAX", "みどり,高松市,製造,087,088");
    const table = layOut(rows, rows[0]!);
    expect(table.columns.map(({ role }) => role)).toEqual(["name", "address", "industry", "phone", "fax"]);
    expect(table.rows.map(({ row }) => row)).toEqual([3]);
  });

  it("takes what the lower tier lacks from the row above", () => {
    const rows = rowsOf("事業者名,,", ",電話,FAX", "みどり,087,088");
    const table = layOut(rows, rows[1]!);
    expect(table.columns.map(({ role }) => role)).toEqual(["name", "phone", "fax"]);
  });

  it("does not take a first business for a second tier", () => {
    const rows = rowsOf("事業者名,電話", "みどり,087");
    expect(layOut(rows, rows[0]!).rows).toHaveLength(1);
  });
});
