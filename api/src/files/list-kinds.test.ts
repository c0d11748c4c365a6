import { CFB } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { shippedListSource } from "../../test/list-reading.ts";
import { handmadeParts } from "../../test/handmade-workbook.ts";
import { zipArchive } from "../../test/zip-archive.ts";
import type { TableChoice } from "#domain/business/table-choice.ts";
import { writeCsv } from "./csv.ts";
import { readListFile } from "./list-file.ts";
import { writeXlsx } from "./xlsx.ts";

const source = shippedListSource();
const read = (name: string, bytes: Uint8Array, choice: TableChoice = {}) =>
  readListFile({ name, bytes }, choice, source);

const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>事業者名</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>みどり</t></is></c></row>'; // prettier-ignore
const bookWith = (...names: readonly string[]) =>
  zipArchive([...handmadeParts({ rows }), ...names.map((name) => ({ name, content: "x" }))]);
const midori = { reading: { entries: [{ name: "みどり", rows: [2] }] } };

describe("a workbook with more than a list in it", () => {
  it("is read without running its macros, and says so", async () => {
    expect(await read("a.xlsm", bookWith("xl/vbaProject.bin"))).toMatchObject({
      reading: { ...midori.reading, problems: [{ code: "MACROS_NOT_RUN" }] },
    });
  });

  it("is read without opening the files it refers to, and says so", async () => {
    expect(await read("a.xlsx", bookWith("xl/externalLinks/externalLink1.xml"))).toMatchObject({
      reading: { ...midori.reading, problems: [{ code: "LINKS_NOT_FOLLOWED" }] },
    });
  });

  it("without either has nothing to say of them", async () => {
    expect(await read("a.xlsx", bookWith())).toMatchObject({ reading: { ...midori.reading, problems: [] } });
  });

  it("with a password is refused as such", async () => {
    const locked = CFB.utils.cfb_new();
    CFB.utils.cfb_add(locked, "/EncryptionInfo", Buffer.alloc(64));
    CFB.utils.cfb_add(locked, "/EncryptedPackage", Buffer.alloc(64));
    const bytes = Buffer.from(CFB.write(locked, { type: "buffer" }) as Uint8Array);
    expect(await read("a.xlsx", bytes)).toEqual({ problems: [{ code: "FILE_PASSWORD" }] });
  });

  it("that is a document of another program is refused", async () => {
    const letter = CFB.utils.cfb_new();
    CFB.utils.cfb_add(letter, "/WordDocument", Buffer.alloc(64));
    const bytes = Buffer.from(CFB.write(letter, { type: "buffer" }) as Uint8Array);
    expect(await read("a.xls", bytes)).toEqual({ problems: [{ code: "FILE_BROKEN" }] });
  });
});

describe("a file under the name of another kind", () => {
  it("is read as what it is, where people's programs write such names", async () => {
    expect(await read("a.xls", await writeXlsx([["事業者名"], ["みどり"]], "名簿"))).toMatchObject(midori);
    expect(await read("a.xls", writeCsv([["事業者名"], ["みどり"]], "CP932").bytes)).toMatchObject(midori);
    expect(await read("a.xls", Buffer.from("事業者名\t電話\nみどり\t087-000-0001\n"))).toMatchObject(midori);
  });
});

describe("what else could have been meant", () => {
  it("is offered with the reading: sheets and rows of headers", async () => {
    const lines = ["会員名簿", "会社名,住所", "みどり,高松市"].map((line) => line.split(","));
    expect(await read("a.xlsx", await writeXlsx(lines, "名簿"))).toMatchObject({
      table: {
        sheets: [{ name: "名簿", hidden: false, rows: 3, score: 4 }],
        headerRows: [{ row: 1, score: 0, cells: ["会員名簿"] }, { row: 2, score: 4, cells: ["会社名", "住所"] }, { row: 3 }], // prettier-ignore
        columns: [{ letter: "A", role: "name", sample: "みどり" }, { letter: "B", role: "address", sample: "高松市" }], // prettier-ignore
        rowCount: 1,
      },
    });
  });

  it("is offered with a refusal, too", async () => {
    const lines = [["なまえ"], ["みどり"]];
    expect(await read("a.xlsx", await writeXlsx(lines, "名簿"))).toMatchObject({
      problems: [{ code: "HEADER_NOT_FOUND" }],
      sheets: [{ name: "名簿", score: 0 }],
      headerRows: [{ row: 1 }, { row: 2 }],
    });
    expect(await read("a.xlsx", await writeXlsx(lines, "名簿"), { sheet: "住所録" })).toMatchObject({
      problems: [{ code: "SHEET_NOT_FOUND", sheets: ["名簿"] }],
      sheets: [{ name: "名簿" }],
    });
  });
});
