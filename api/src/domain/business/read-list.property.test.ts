import fc from "fast-check";
import { expect, it } from "vitest";
import { shippedListContext } from "../../../test/list-reading.ts";
import { BUSINESS_FIELDS } from "./fields.ts";
import { layOut } from "./lay-out.ts";
import { readList } from "./read-list.ts";

const headers = BUSINESS_FIELDS.map(({ header }) => header);
const context = shippedListContext();

/** Pieces of real cells in any order, and any text at all. */
const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      "1",
      "２",
      ".",
      ":",
      "；",
      "・",
      "、",
      "年",
      "月",
      "令和",
      "元",
      "万",
      "円",
      "約",
      "(",
      "㈱",
      "K02",
      " ",
      "\n",
      "〃",
      "－",
    ),
    maxLength: 8,
  }),
  fc.string({ unit: "binary", maxLength: 8 }),
);

it("any text in any column is a business or a refused row, and never a throw", () => {
  const row = fc.array(cell, { minLength: headers.length, maxLength: headers.length });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), (rows) => {
      const all = [headers, ...rows].map((cells, index) => ({ row: index + 1, cells }));
      const { entries, refusedRows, problems } = readList(layOut(all, all[0]!), context);
      const told = new Set([...entries.flatMap((entry) => entry.rows), ...refusedRows]);
      expect(told.size).toBe(entries.flatMap((entry) => entry.rows).length + refusedRows.length);
      for (const refused of refusedRows) expect(problems.some((problem) => problem.row === refused)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it("cells of 10,000 spaces, colons or brackets are read in no time", () => {
  const filler = [" ", ":", "(", "、", "1", "一", "\n", "・", "県"];
  const all = [headers, ...filler.map((text) => headers.map(() => `み${text.repeat(9_998)}り`))].map(
    (cells, index) => ({ row: index + 1, cells }),
  );
  const start = performance.now();
  readList(layOut(all, all[0]!), context);
  expect(performance.now() - start).toBeLessThan(3_000);
});
