import { describe, expect, it } from "vitest";
import { shippedListSource } from "../../test/list-reading.ts";
import { handmadeWorkbook } from "../../test/handmade-workbook.ts";
import { readListFile } from "./list-file.ts";
import { openListReader } from "./list-reader.ts";
import { readWhole, type ListTask } from "./list-reading.ts";

const headers = '<row r="1"><c r="A1" t="inlineStr"><is><t>事業者名</t></is></c></row>';
const business = '<row r="2"><c r="A2" t="inlineStr"><is><t>みどり</t></is></c></row>';
const small = handmadeWorkbook({ rows: headers + business });
/** A kilobyte that stands for seventeen thousand million cells. */
const wholeSheetMerged = handmadeWorkbook({
  rows: headers,
  below: '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
});
const tooHeavy = { problems: [{ code: "FILE_TOO_HEAVY" }] };

const source = shippedListSource();
const task = (bytes: Uint8Array): ListTask => ({ bytes, choice: {}, kind: "businesses", source });
const read = (bytes: Uint8Array, name: string, choice = {}) => readListFile({ bytes, name }, choice, source);

/** Turns of this thread's loop while something is awaited: each is a request that could have been answered. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await work;
  isDone = true;
  return turns;
}

describe("a workbook that would stop the server", () => {
  it("of a million rows is refused by its number of rows", async () => {
    const row = '<row r="7"><c r="A7"><v>12345</v></c><c r="B7"><v>67890</v></c></row>';
    const heavy = handmadeWorkbook({ rows: row.repeat(1_000_000) });
    expect(await read(heavy, "a.xlsx")).toEqual({ problems: [{ code: "TOO_MANY_ROWS", limit: 200_000 }] });
  });

  it("is refused when it takes too much memory, and the server goes on answering", async () => {
    const reading = openListReader({ heapMegabytes: 48, milliseconds: 20_000 }).read(task(wholeSheetMerged));
    expect(await turnsDuring(reading)).toBeGreaterThan(100);
    expect(await reading).toEqual(tooHeavy);
  });

  it("is refused when it takes too long", async () => {
    const reader = openListReader({ heapMegabytes: 4_096, milliseconds: 400 });
    expect(await reader.read(task(wholeSheetMerged))).toEqual(tooHeavy);
  });

  it("does not keep the next list from being read", async () => {
    const reader = openListReader({ heapMegabytes: 48, milliseconds: 20_000 });
    const readings = await Promise.all([wholeSheetMerged, small, small].map((bytes) => reader.read(task(bytes))));
    const wanted = { table: { sheet: "名簿" }, reading: { entries: [{ name: "みどり", rows: [2] }] } };
    expect(readings).toMatchObject([tooHeavy, wanted, wanted]);
  });
});

describe("a large text", () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, line) => `みどり製作所${line},高松市番町${line},食料品製造業`);
  const list = Buffer.from(["事業者名,住所,業種", ...lines(30_000)].join("\n"));

  it("is the same table as if it had been small, and leaves its bytes to whoever brought them", async () => {
    const before = Buffer.from(list);
    expect(list.length).toBeGreaterThan(1024 * 1024);
    expect(await read(list, "a.csv")).toEqual(await readWhole(task(list)));
    expect(list.equals(before)).toBe(true);
  });

  it("is read from the header row a person names", async () => {
    expect(await read(list, "a.csv", { headerRow: 40_000 })).toMatchObject({
      problems: [{ code: "HEADER_NOT_FOUND" }],
    });
  });
});
