import { describe, expect, it } from "vitest";
import { CELLS } from "../../test/golden-lists/cells.ts";
import { COLUMNS } from "../../test/golden-lists/columns.ts";
import { TABLES } from "../../test/golden-lists/tables.ts";
import type { GoldenList } from "../../test/golden-lists/golden-list.ts";
import { shippedListSource } from "../../test/list-reading.ts";
import type { BusinessEntry } from "#domain/business/entry.ts";
import type { ImportProblem } from "#domain/business/import-problem.ts";
import { importProblemText } from "#words/import-problem.ts";
import { readWhole } from "./list-reading.ts";

const source = shippedListSource();

function toldAs({ code, cell, row }: ImportProblem): string {
  return [code, cell ?? row].filter((part) => part !== undefined).join(" ");
}

function seenAs(entry: BusinessEntry, wanted: GoldenList["businesses"][number] | undefined) {
  const { name, externalId, corporateNumber, nameKana, facts, rows, about } = entry;
  const known = { externalId, corporateNumber, nameKana };
  return {
    name,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    facts,
    ...(wanted?.rows === undefined ? {} : { rows }),
    ...(about.length === 0 ? {} : { about }),
  };
}

const FOLDER: readonly (readonly [string, readonly GoldenList[]])[] = [
  ["where a list stands", TABLES],
  ["what the columns of a list hold", COLUMNS],
  ["what stands in the cells of a list", CELLS],
];

describe.each(FOLDER)("%s", (_, lists) => {
  it.each(lists)("$dirt", async ({ bytes, choice = {}, businesses, told = [], ...wanted }) => {
    const answer = await readWhole({ bytes: await bytes(), choice, kind: "businesses", source });
    if ("problems" in answer || !("entries" in answer.reading)) throw new Error(JSON.stringify(answer));
    const { entries, problems } = answer.reading;
    expect(entries.map((entry, index) => seenAs(entry, businesses[index]))).toEqual(
      businesses.map((business) => ({ facts: {}, ...business })),
    );
    expect(problems.map(toldAs).sort()).toEqual([...told].sort());
    if (wanted.sheet !== undefined) expect(answer.table.sheet).toBe(wanted.sheet);
    if (wanted.headerRow !== undefined) expect(answer.table.headerRow).toBe(wanted.headerRow);
    for (const problem of problems) expect(importProblemText(problem, "ja")).toMatch(/。$/);
  });
});
