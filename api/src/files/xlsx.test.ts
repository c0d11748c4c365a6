import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { ListRow } from "#domain/business/list-table.ts";
import { handmadeWorkbook } from "../../test/handmade-workbook.ts";
import { readListTable } from "./list-table.ts";
import { readXlsx, writeXlsx } from "./xlsx.ts";

/** The rows of the sheet that is read, or what is wrong. */
async function rowsIn(bytes: Uint8Array): Promise<ListRow[]> {
  const reading = await readXlsx(bytes);
  if ("problem" in reading) throw new Error(reading.problem.code);
  return reading.sheets[0].rows();
}

async function workbookOf(fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet("名簿"), workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe("a workbook", () => {
  it("is read as people see it: formulas by their result, rich text whole, dates as days", async () => {
    const bytes = await workbookOf((sheet) => {
      sheet.addRow(["事業者名", "従業員数", "設立", "備考"]);
      sheet.addRow([
        { richText: [{ text: "みど" }, { text: "り", font: { bold: true } }] },
        { formula: "1+2", result: 3 },
        new Date(Date.UTC(1988, 3, 1)),
        { text: "案内", hyperlink: "https://example.jp" },
      ]);
      sheet.addRow(["ふじ", { formula: "1/0", result: { error: "#DIV/0!" } }, "", true]);
    });
    expect(await rowsIn(bytes)).toEqual([
      { row: 1, cells: ["事業者名", "従業員数", "設立", "備考"] },
      { row: 2, cells: ["みどり", "3", "1988-04-01", "案内"] },
      { row: 3, cells: ["ふじ", "#DIV/0!", "", "true"] },
    ]);
  });

  it("keeps its own row numbers over empty rows and fills merged cells down", async () => {
    const bytes = await workbookOf((sheet) => {
      sheet.getCell("A1").value = "市町村";
      sheet.getCell("A3").value = "高松市";
      sheet.mergeCells("A3:A4");
      sheet.getCell("B3").value = "みどり";
      sheet.getCell("B4").value = "ふじ";
    });
    expect(await rowsIn(bytes)).toEqual([
      { row: 1, cells: ["市町村"] },
      { row: 3, cells: ["高松市", "みどり"] },
      { row: 4, cells: ["高松市", "ふじ"] },
    ]);
  });

  it("keeps a long number whole", async () => {
    const bytes = await workbookOf((sheet) => sheet.addRow([7_123_456_789_012, 0.1]));
    expect(await rowsIn(bytes)).toMatchObject([{ cells: ["7123456789012", "0.1"] }]);
  });

  it("does not let the reading marks of its words into the text", async () => {
    const phonetic = '<si><t>髙﨑</t><rPh sb="0" eb="2"><t>タカサキ</t></rPh><phoneticPr fontId="1"/></si>';
    const bytes = handmadeWorkbook({
      sharedStrings: `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1">${phonetic}</sst>`,
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
    });
    expect(await rowsIn(bytes)).toEqual([{ row: 1, cells: ["髙﨑"] }]);
  });

  it("of 501 columns is refused, of 500 read", async () => {
    const wide = (columns: number) => workbookOf((sheet) => (sheet.getRow(1).getCell(columns).value = "名称"));
    expect(await readListTable(await wide(501), {})).toMatchObject({
      problems: [{ code: "TOO_MANY_COLUMNS", limit: 500 }],
    });
    expect(await readListTable(await wide(500), {})).toMatchObject({ sheet: "名簿" });
  });

  it("is read though a whole sheet has a choice of words attached", async () => {
    const wholeSheet = "A1:XFD1048576";
    const checks = `<dataValidations count="1"><dataValidation type="list" sqref="${wholeSheet}"><formula1>"有,無"</formula1></dataValidation></dataValidations>`;
    const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>事業者名</t></is></c></row>';
    expect(await rowsIn(handmadeWorkbook({ rows, below: checks }))).toEqual([{ row: 1, cells: ["事業者名"] }]);
  });

  it("of 200,001 rows is refused before it is built", async () => {
    const bytes = handmadeWorkbook({ rows: "<row/>".repeat(200_001) });
    expect(await readXlsx(bytes)).toEqual({ problem: { code: "TOO_MANY_ROWS", limit: 200_000 } });
  });

  it("has no row beyond the last one of Excel, and may have that one", async () => {
    const bytes = (row: number) => handmadeWorkbook({ rows: `<row r="${row}"><c r="A${row}"><v>1</v></c></row>` });
    expect(await rowsIn(bytes(1_048_576))).toEqual([{ row: 1_048_576, cells: ["1"] }]);
    const broken = { problems: [{ code: "FILE_BROKEN" }] };
    expect(await readListTable(bytes(1_048_577), {})).toMatchObject(broken);
    expect(await readListTable(bytes(4_294_967_295), {})).toMatchObject(broken);
  });

  it("written by us is read back as it was, and holds text only", async () => {
    const rows = [
      ["事業者名", "法人番号"],
      ["=みどり", "0123"],
      ["", "二\n行"],
    ];
    const written = await rowsIn(await writeXlsx(rows, "名簿"));
    expect(written.map(({ cells }) => cells)).toEqual(rows);
  });
});
