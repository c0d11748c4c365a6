import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv, writeCsv } from "./csv.ts";
import { writeFileText, type TextEncoding } from "./file-text.ts";

const cellsOf = (reading: ReturnType<typeof readCsv>) =>
  "rows" in reading ? reading.rows.map(({ cells }) => cells) : reading;

describe("a text table", () => {
  const rows = [
    ["事業者名", "住所"],
    ["㈱髙﨑", "高松市～①−1"],
  ];

  it.each(["UTF-16LE", "UTF-16BE"] as const)("in %s is known by its separators where it has no mark", (encoding) => {
    const { bytes } = writeFileText("事業者名,住所\r\n髙﨑,高松市", encoding);
    expect(readCsv(bytes.subarray(2))).toMatchObject({ encoding, rows: [{ cells: ["事業者名", "住所"] }, { row: 2 }] });
    expect(readCsv(bytes.subarray(2, -1))).toEqual({ problem: { code: "TEXT_NOT_READ" } });
  });

  it.each<TextEncoding>(["UTF-8", "UTF-8 BOM", "UTF-16LE", "UTF-16BE"])("is read as written in %s", (encoding) => {
    const { bytes, unwritable } = writeCsv(rows, encoding);
    const reading = readCsv(bytes);
    expect(unwritable).toEqual([]);
    expect(reading).toMatchObject({ encoding });
    expect(cellsOf(reading)).toEqual(rows);
  });

  it("is read as written in CP932, the characters of Windows included", () => {
    const windows = [["㈱髙﨑", "①～－", "ｶﾅ"]];
    const { bytes, unwritable } = writeCsv(windows, "CP932");
    expect(unwritable).toEqual([]);
    expect(readCsv(bytes)).toMatchObject({ encoding: "CP932" });
    expect(cellsOf(readCsv(bytes))).toEqual(windows);
  });

  it("names the characters CP932 does not have, instead of losing them silently", () => {
    const { bytes, unwritable } = writeCsv([["𠮷田", "森鷗外"]], "CP932");
    expect(unwritable).toEqual(["𠮷", "鷗"]);
    expect(cellsOf(readCsv(bytes))).toEqual([["〓田", "森〓外"]]);
  });

  it("with tabs is read as a spreadsheet saves Unicode text", () => {
    expect(cellsOf(readCsv(Buffer.from("\uFEFF名\t住所\r\nみどり\t高松市, 番町\r\n", "utf16le")))).toEqual([
      ["名", "住所"],
      ["みどり", "高松市, 番町"],
    ]);
  });

  it("is numbered as a spreadsheet shows it: line breaks in quotes do not count, empty lines do", () => {
    const reading = readCsv(Buffer.from('名,備考\nみどり,"一\n二\n三"\n\nふじ,\n'));
    expect("rows" in reading && reading.rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [1, "名"],
      [2, "みどり"],
      [3, ""],
      [4, "ふじ"],
    ]);
  });

  it("that opens a quotation mark and never closes it is refused with its row", () => {
    expect(readCsv(Buffer.from('名,備考\nみどり,"一\nふじ,二\n'))).toEqual({
      problem: { code: "QUOTE_NOT_CLOSED", row: 2 },
    });
  });

  it("with a quotation mark inside a cell is read", () => {
    expect(cellsOf(readCsv(Buffer.from('名,備考\nみどり,3"管\n')))).toEqual([
      ["名", "備考"],
      ["みどり", '3"管'],
    ]);
  });

  it.each([
    ["nothing but NUL", Buffer.alloc(100)],
    ["bytes of no encoding", Buffer.from([0x82, 0x82, 0xff, 0x0a, 0x81, 0x00])],
  ])("with %s is refused", (_what, bytes) => {
    expect(readCsv(bytes)).toEqual({ problem: { code: "TEXT_NOT_READ" } });
  });

  it("with a NUL in a row is refused with the row", () => {
    const problem = { code: "TEXT_HAS_NUL", row: 2 };
    expect(readCsv(Buffer.from("名,住所\nみ\0どり,番町1\n"))).toEqual({ problem });
  });

  it("with a NUL in a row is refused with the row", () => {
    const problem = { code: "TEXT_HAS_NUL", row: 2 };
    expect(readCsv(Buffer.from("名,住所\nみ\0どり,番町1\n"))).toEqual({ problem });
  });
});

describe("a cell that begins like a formula", () => {
  it.each(["=1+1", "+81-87", "-5", "@x"])("%s is written as text and read back as it was", (cell) => {
    const { bytes } = writeCsv([[cell, "b"]], "UTF-8");
    expect(Buffer.from(bytes).toString()).toBe(`'${cell},b\r\n`);
    expect(cellsOf(readCsv(bytes))).toEqual([[cell, "b"]]);
  });

  it("is not every cell with an apostrophe", () => {
    expect(cellsOf(readCsv(Buffer.from("'90年代,b\n")))).toEqual([["'90年代", "b"]]);
  });
});

it("what is written is read, whatever the cells", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "み", " ", ",", '"', "\n", "=", "'", "\t", "㈱", "1") });
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));
  fc.assert(
    fc.property(table, fc.constantFrom<TextEncoding>("UTF-8 BOM", "UTF-16LE", "CP932"), (rows, encoding) => {
      const written = [["名", "住所", "電話", "備考"], ...rows];
      // An apostrophe before a formula sign is a spreadsheet's mark and not part of the text.
      fc.pre(!rows.flat().some((text) => /^'[=+\-@\t\r]/.test(text)));
      expect(cellsOf(readCsv(writeCsv(written, encoding).bytes))).toEqual(written);
    }),
  );
});
