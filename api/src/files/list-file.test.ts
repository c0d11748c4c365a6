import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { shippedListSource } from "../../test/list-reading.ts";
import { zipArchive } from "../../test/zip-archive.ts";
import { importProblemText } from "#words/import-problem.ts";
import { readListFile as readBrought } from "./list-file.ts";
import { writeCsv } from "./csv.ts";
import { readListTable } from "./list-table.ts";
import { writeXlsx } from "./xlsx.ts";

const source = shippedListSource();
const readListFile = (bytes: Uint8Array, name: string, choice = {}) => readBrought({ bytes, name }, choice, source);

const rows = [["会員名簿"], ["令和8年4月1日現在"], ["事業者名", "住所"], ["㈱みどり", "高松市番町1"]];

describe("the same list in every form", () => {
  const read = async (bytes: Uint8Array, name: string) => {
    const file = await readListFile(bytes, name);
    return "table" in file ? file.reading : file;
  };

  it("gives the same businesses with the same row numbers", async () => {
    const fromUtf8 = await read(writeCsv(rows, "UTF-8 BOM").bytes, "list.csv");
    expect(fromUtf8).toMatchObject({
      entries: [{ name: "㈱みどり", rows: [4], facts: { municipality: "37201" } }],
      problems: [],
    });
    expect(await read(writeCsv(rows, "CP932").bytes, "list.csv")).toEqual(fromUtf8);
    expect(await read(writeCsv(rows, "UTF-16LE").bytes, "list.TXT")).toEqual(fromUtf8);
    expect(await read(await writeXlsx(rows, "名簿"), "list.xlsx")).toEqual(fromUtf8);
  });

  it("says how it was written", async () => {
    expect(await readListFile(writeCsv(rows, "CP932").bytes, "a.csv")).toMatchObject({
      table: { encoding: "CP932", headerRow: 3 },
    });
    expect(await readListFile(await writeXlsx(rows, "名簿"), "a.xlsx")).toMatchObject({ table: { sheet: "名簿" } });
  });

  it("is read from the header row a person names", async () => {
    expect(await readListFile(writeCsv(rows).bytes, "a.csv", { headerRow: 2 })).toMatchObject({
      table: { headerRow: 2 },
    });
    expect(await readListFile(writeCsv(rows).bytes, "a.csv", { headerRow: 9 })).toMatchObject({
      problems: [{ code: "HEADER_NOT_FOUND" }],
    });
  });
});

describe("a file over a limit", () => {
  const MEGABYTES_20 = 20 * 1024 * 1024;

  it("of 20 MB is read, and of a byte more refused", async () => {
    const start = Buffer.from("事業者名\nみどり\n");
    const padded = (length: number) => Buffer.concat([start, Buffer.alloc(length - start.length, 0x20)]);
    expect(await readListFile(padded(MEGABYTES_20), "a.csv")).toHaveProperty("table");
    expect(await readListFile(padded(MEGABYTES_20 + 1), "a.csv")).toEqual({
      problems: [{ code: "FILE_TOO_LARGE", limitMegabytes: 20 }],
    });
  });

  it("of 200,000 rows is read, and of one more refused", async () => {
    const lines = (count: number) => Buffer.from(`事業者名\n${"み\n".repeat(count - 1)}`);
    expect(await readListTable(lines(200_000), {})).toHaveProperty("table.rows.length", 199_999);
    expect(await readListTable(lines(200_001), {})).toMatchObject({
      problems: [{ code: "TOO_MANY_ROWS", limit: 200_000 }],
    });
  });

  it("of 500 columns is read, and of one more refused with its row", async () => {
    const wide = (columns: number) => Buffer.from(`事業者名\nみどり${",".repeat(columns - 1)}\n`);
    expect(await readListFile(wide(500), "a.csv")).toHaveProperty("table");
    expect(await readListFile(wide(501), "a.csv")).toMatchObject({
      problems: [{ code: "TOO_MANY_COLUMNS", limit: 500, row: 2 }],
    });
  });
});

describe("a broken or strange file", () => {
  let workbook: Buffer;
  beforeAll(async () => {
    workbook = Buffer.from(
      await writeXlsx([["事業者名"], ...Array.from({ length: 50 }, (_, row) => [`みどり${row}`])], "名簿"),
    );
  });

  const zipped = (...names: string[]) => zipArchive(names.map((name) => ({ name, content: "<x/>" })));
  const oldExcel = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);

  it.each<[string, string, string, () => Buffer]>([
    ["empty", "a.csv", "FILE_EMPTY", () => Buffer.alloc(0)],
    ["empty", "a.xlsx", "FILE_EMPTY", () => Buffer.alloc(0)],
    ["of blank lines", "a.csv", "FILE_EMPTY", () => Buffer.from("\n\n,,\n")],
    ["of a BOM only", "a.csv", "FILE_EMPTY", () => Buffer.from([0xef, 0xbb, 0xbf])],
    ["of prose", "a.txt", "HEADER_NOT_FOUND", () => Buffer.from("拝啓\n時下ますます\n")],
    ["of NULs", "a.csv", "TEXT_NOT_READ", () => Buffer.alloc(100)],
    ["with a NUL in the middle", "a.csv", "TEXT_HAS_NUL", () => Buffer.from("事業者名\nみ\0どり\n")],
    [
      "cut inside a UTF-16 character",
      "a.csv",
      "TEXT_NOT_READ",
      () => Buffer.from("\uFEFF事業者名\n", "utf16le").subarray(0, 7),
    ],
    ["cut inside a CP932 character", "a.csv", "TEXT_NOT_READ", () => Buffer.from([0x8e, 0x96, 0x8b])],
    ["with an open quotation mark", "a.csv", "QUOTE_NOT_CLOSED", () => Buffer.from('事業者名\n"みどり\n')],
    ["the first bytes of an old Excel file", "a.xls", "FILE_BROKEN", () => oldExcel],
    ["the same under a text name", "a.csv", "FILE_BROKEN", () => oldExcel],
    ["a web page under an old Excel name", "a.xls", "FILE_KIND_WEB_PAGE", () => Buffer.from("<html><table>")],
    ["XML under an old Excel name", "a.xls", "FILE_KIND_WEB_PAGE", () => Buffer.from("\uFEFF<?xml version='1.0'?>")],
    ["a binary workbook", "a.xlsb", "FILE_KIND_BINARY_EXCEL", () => workbook],
    ["a binary workbook under another name", "a.xlsx", "FILE_KIND_BINARY_EXCEL", () => zipped("xl/workbook.bin")],
    ["a PDF", "a.pdf", "FILE_KIND_UNKNOWN", () => Buffer.from("%PDF-1.7")],
    ["a file without an ending", "list", "FILE_KIND_UNKNOWN", () => Buffer.from("事業者名\n")],
    ["a workbook named as text", "a.csv", "FILE_KIND_UNKNOWN", () => workbook],
    ["a text named as a workbook", "a.xlsx", "FILE_BROKEN", () => Buffer.from("事業者名\nみどり\n")],
    ["half a workbook", "a.xlsx", "FILE_BROKEN", () => workbook.subarray(0, workbook.length / 2)],
    ["a workbook without its last byte", "a.xlsx", "FILE_BROKEN", () => workbook.subarray(0, -1)],
    ["a workbook with a byte changed in a part", "a.xlsx", "FILE_BROKEN", () => changed(workbook, 60)],
    ["a workbook with a changed directory", "a.xlsx", "FILE_BROKEN", () => changed(workbook, workbook.length - 8)],
    ["the first bytes of an archive", "a.xlsx", "FILE_BROKEN", () => Buffer.from("PK\u0003\u0004")],
    ["a Word document named as a workbook", "a.xlsx", "FILE_KIND_OTHER", () => zipped("word/document.xml")],
    ["a picture named as a workbook", "a.xlsx", "FILE_KIND_OTHER", () => Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    ["a PDF named as a text", "a.csv", "FILE_KIND_OTHER", () => Buffer.from("%PDF-1.7")],
    ["a picture under its own name", "a.png", "FILE_KIND_UNKNOWN", () => Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    ["another archive", "a.xlsx", "FILE_BROKEN", () => zipped("readme.txt")],
    ["an archive without parts", "a.xlsx", "FILE_BROKEN", () => zipArchive([])],
    ["a workbook of nonsense", "a.xlsx", "FILE_BROKEN", () => zipped("xl/workbook.xml")],
    [
      "an archive that claims less than it holds",
      "a.xlsx",
      "FILE_BROKEN",
      () => zipArchive([{ name: "xl/workbook.xml", content: Buffer.alloc(5_000_000), claimedBytes: 10 }]),
    ],
    [
      "an archive that claims 4 GB",
      "a.xlsx",
      "UNPACKED_TOO_LARGE",
      () => zipArchive([{ name: "xl/workbook.xml", content: "x", claimedBytes: 0xfffffff0 }]),
    ],
    [
      "an archive of 1,001 parts",
      "a.xlsx",
      "TOO_MANY_PARTS",
      () => zipped(...Array.from({ length: 1_001 }, (_, index) => `${index}`)),
    ],
  ])("%s (%s) is refused as %s, in words", async (...[, name, code, bytes]) => {
    const reading = await readListFile(bytes(), name);
    expect(reading).toMatchObject({ problems: [{ code }] });
    for (const problem of "problems" in reading ? reading.problems : []) {
      expect(importProblemText(problem, "ja")).toMatch(/。$/);
      expect(importProblemText(problem, "en")).toMatch(/\.$/);
    }
  });

  it("of any bytes is a table or a problem, never a throw", async () => {
    const names = fc.constantFrom("a.csv", "a.xlsx", "a.txt", "a");
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), names, async (bytes, name) => {
        const reading = await readListFile(bytes, name);
        expect("table" in reading || reading.problems.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("of a workbook with some bytes changed is a table or a problem, never a throw", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(workbook.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const reading = await readListFile(changed(workbook, at, flip), "a.xlsx");
        expect("table" in reading || reading.problems.length > 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

function changed(bytes: Buffer, at: number, flip = 0xff): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = copy[at]! ^ flip;
  return copy;
}
