import { describe, expect, it } from "vitest";
import { readingDay, shippedListContext } from "../../test/list-reading.ts";
import { zipArchive, type ZipPart } from "../../test/zip-archive.ts";
import { handmadeParts } from "../../test/handmade-workbook.ts";
import { readList } from "#domain/business/read-list.ts";
import type { ImportProblem } from "#domain/business/import-problem.ts";
import { importProblemText } from "#words/import-problem.ts";
import { writeFileText } from "./file-text.ts";
import { openListReader } from "./list-reader.ts";
import { readListTable } from "./list-table.ts";

/** Numbers below `limit`, the same ones for the same seed (mulberry32). */
function chance(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** Pieces that have broken readers of lists before. */
const PIECES = [
  '"',
  '""',
  ",",
  "\t",
  "\r",
  "\n",
  "\0",
  "\uFEFF",
  "〃",
  "合計",
  "事業者名",
  "-1",
  "1e999",
  "9".repeat(40),
  "<",
  "/>",
  "&#0;",
  "&#xD800;",
  "_x0000_",
  'r="9999999999"',
  "A1:XFD1048576",
  "令和",
  "13月",
].map((text) => Buffer.from(text));

/** One to four changes: a byte, a cut, a piece put in, a part doubled, the end missing. */
function mutant(bytes: Buffer, next: (limit: number) => number): Buffer {
  let changed = Buffer.from(bytes);
  for (let left = 1 + next(4); left > 0 && changed.length > 0; left -= 1) {
    const at = next(changed.length);
    const length = next(20);
    const [before, after] = [changed.subarray(0, at), changed.subarray(at)];
    const ways = [
      () => Buffer.concat([before, Buffer.from([next(256)]), after.subarray(1)]),
      () => Buffer.concat([before, after.subarray(length)]),
      () => Buffer.concat([before, PIECES[next(PIECES.length)]!, after]),
      () => Buffer.concat([before, after.subarray(0, length), after]),
      () => before,
    ];
    changed = ways[next(20) === 0 ? 4 : next(4)]!();
  }
  return changed;
}

function expectWords(problems: readonly ImportProblem[]): void {
  for (const problem of problems) expect(importProblemText(problem, "ja")).toMatch(/。$/);
}

const CSV = [
  "会員名簿,,,,,,",
  "事業者名,法人番号,住所,資本金（万円）,従業員数,設立,課題",
  'みどり,7123456789012,"高松市番町1,2",300,約20名,R7.4.1,人手不足；資金繰り',
  "ふじ,,〃,1億円,5(3),昭和63年頃,なし",
  "小計,,,,25,,",
].join("\r\n");

describe("ten thousand mutants of a text", { timeout: 60_000 }, () => {
  it.each(["UTF-8", "CP932", "UTF-16LE", "UTF-8 BOM"] as const)(
    "in %s are each a list or problems",
    async (encoding) => {
      const context = shippedListContext();
      const bytes = Buffer.from(writeFileText(CSV, encoding).bytes);
      const next = chance(encoding.length);
      for (let number = 0; number < 2_500; number += 1) {
        const read = await readListTable(mutant(bytes, next), {});
        const problems = "problems" in read ? read.problems : readList(read.table, context).problems;
        if (number % 10 === 0) expectWords(problems);
      }
    },
  );
});

describe("two thousand mutants of a workbook", () => {
  const row = (number: number, ...cells: readonly string[]) =>
    `<row r="${number}">${cells.map((cell, index) => `<c r="${"ABC"[index]}${number}" t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`;
  const parts = handmadeParts({
    rows: row(1, "事業者名", "住所", "設立") + row(2, "みどり", "高松市番町1", "R7.4.1") + row(3, "ふじ", "", "1988"),
    below: '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>',
  });

  /** A quarter of them in the archive, the others inside one of its parts, packed anew. */
  function broken(next: (limit: number) => number): Buffer {
    if (next(4) === 0) return mutant(zipArchive(parts), next);
    const at = next(parts.length);
    const inside = (part: ZipPart): ZipPart => ({
      ...part,
      content: mutant(Buffer.from(part.content as string), next),
    });
    return zipArchive(parts.map((part, index) => (index === at ? inside(part) : part)));
  }

  it("are each a list or problems, and one that is too heavy stops nobody", { timeout: 180_000 }, async () => {
    const reader = openListReader({ heapMegabytes: 256, milliseconds: 3_000 });
    const source = { today: readingDay, vocabularies: { licences: [], issues: [], capabilities: [] } };
    const next = chance(2);
    for (let number = 0; number < 2_000; number += 1) {
      const answer = await reader.read({ bytes: broken(next), choice: {}, kind: "businesses", source });
      expectWords("problems" in answer ? answer.problems : answer.reading.problems);
    }
  });
});
