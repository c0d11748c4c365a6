import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { zipArchive } from "../../test/zip-archive.ts";
import { readXlsx, writeXlsx } from "./xlsx.ts";

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
    expect(await readXlsx(bytes)).toEqual({
      sheet: "名簿",
      rows: [
        { row: 1, cells: ["事業者名", "従業員数", "設立", "備考"] },
        { row: 2, cells: ["みどり", "3", "1988-04-01", "案内"] },
        { row: 3, cells: ["ふじ", "", "", "true"] },
      ],
    });
  });

  it("keeps its own row numbers over empty rows and fills merged cells down", async () => {
    const bytes = await workbookOf((sheet) => {
      sheet.getCell("A1").value = "市町村";
      sheet.getCell("A3").value = "高松市";
      sheet.mergeCells("A3:A4");
      sheet.getCell("B3").value = "みどり";
      sheet.getCell("B4").value = "ふじ";
    });
    expect(await readXlsx(bytes)).toMatchObject({
      rows: [
        { row: 1, cells: ["市町村"] },
        { row: 3, cells: ["高松市", "みどり"] },
        { row: 4, cells: ["高松市", "ふじ"] },
      ],
    });
  });

  it("keeps a long number whole", async () => {
    const bytes = await workbookOf((sheet) => sheet.addRow([7_123_456_789_012, 0.1]));
    expect(await readXlsx(bytes)).toMatchObject({ rows: [{ cells: ["7123456789012", "0.1"] }] });
  });

  it("does not let the reading marks of its words into the text", async () => {
    const phonetic = '<si><t>髙﨑</t><rPh sb="0" eb="2"><t>タカサキ</t></rPh><phoneticPr fontId="1"/></si>';
    const bytes = handmadeWorkbook(
      `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1">${phonetic}</sst>`,
    );
    expect(await readXlsx(bytes)).toMatchObject({ rows: [{ row: 1, cells: ["髙﨑"] }] });
  });

  it("is read from its first sheet, or from the one named", async () => {
    const bytes = await workbookOf((sheet, workbook) => {
      sheet.addRow(["一"]);
      workbook.addWorksheet("二枚目").addRow(["二"]);
    });
    expect(await readXlsx(bytes)).toMatchObject({ sheet: "名簿" });
    expect(await readXlsx(bytes, "二枚目")).toMatchObject({ sheet: "二枚目", rows: [{ cells: ["二"] }] });
    expect(await readXlsx(bytes, "三枚目")).toEqual({
      problem: { code: "SHEET_NOT_FOUND", sheets: ["名簿", "二枚目"] },
    });
  });

  it("of 501 columns is refused, of 500 read", async () => {
    const wide = (columns: number) => workbookOf((sheet) => (sheet.getRow(1).getCell(columns).value = "端"));
    expect(await readXlsx(await wide(501))).toEqual({ problem: { code: "TOO_MANY_COLUMNS", limit: 500 } });
    expect(await readXlsx(await wide(500))).toMatchObject({ sheet: "名簿" });
  });

  it("written by us is read back as it was, and holds text only", async () => {
    const rows = [
      ["事業者名", "法人番号"],
      ["=みどり", "0123"],
      ["", "二\n行"],
    ];
    const reading = await readXlsx(await writeXlsx(rows, "名簿"));
    expect("rows" in reading && reading.rows.map(({ cells }) => cells)).toEqual(rows);
  });
});

/** The least workbook Excel accepts, with shared strings of our choice. */
function handmadeWorkbook(sharedStrings: string): Buffer {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  return zipArchive([
    {
      name: "[Content_Types].xml",
      content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${packageRelations}">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="名簿" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships xmlns="${packageRelations}">${relation("rId1", "worksheet", "worksheets/sheet1.xml")}${relation("rId2", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    },
    { name: "xl/sharedStrings.xml", content: sharedStrings },
    {
      name: "xl/worksheets/sheet1.xml",
      content: `<worksheet ${main}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`,
    },
  ]);
}
