import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { keptAfter, shippedListContext } from "../../test/list-reading.ts";
import { planImport } from "#domain/business/compare.ts";
import { isNotice } from "#domain/business/import-problem.ts";
import { readList, type ListReading } from "#domain/business/read-list.ts";
import { readListFile } from "./list-file.ts";

const folder = process.env["REFERENCE_DATA"] ?? new URL("../../../../shared/data", import.meta.url).pathname;
const file = `${folder}/takamatsu-licences/takamatsu_businesses.csv`;
const isThere = existsSync(file);
if (!isThere) console.log("Skipped: Takamatsu's licence registers are not there (set REFERENCE_DATA).");

/** The licence registers of Takamatsu city (open data, CC BY 4.0): 10,487 permits. The counts were measured on the file. */
describe.skipIf(!isThere)("Takamatsu's licence registers", () => {
  let reading: ListReading;
  let elapsedMs: number;
  beforeAll(async () => {
    const start = performance.now();
    const table = await readListFile(readFileSync(file), "takamatsu_businesses.csv");
    if (!("table" in table)) throw new Error(JSON.stringify(table.problems));
    expect(table.table.rows).toHaveLength(10_487);
    reading = readList(table.table, shippedListContext());
    planImport([], reading);
    elapsedMs = performance.now() - start;
  });

  it("are read and planned within seconds", () => {
    expect(elapsedMs).toBeLessThan(5_000);
  });

  it("are 9,068 businesses; one row is refused, for a postal code of eight digits", () => {
    expect(reading.entries).toHaveLength(9_068);
    expect(reading.entries.flatMap(({ rows }) => rows)).toHaveLength(10_486);
    expect(reading.problems.filter((problem) => !isNotice(problem))).toEqual([
      { code: "POSTAL_CODE_LENGTH", digits: 8, row: 7678, column: "postcode", value: "76000029" },
    ]);
    expect(reading.refusedRows).toEqual([7678]);
  });

  it("name licences of which every one is recognised, nearly all in Takamatsu", () => {
    const licences = reading.entries.flatMap(({ facts }) => facts.licences ?? []);
    expect(licences).toHaveLength(10_253);
    expect(new Set(licences.map(({ kind }) => kind)).size).toBe(36);
    expect(licences.filter(({ area }) => area !== "37201")).toHaveLength(4);
    expect(reading.entries.filter(({ facts }) => facts.licences === undefined)).toEqual([]);
  });

  it("give a municipality to each, another than Takamatsu to four vans and deliveries, and a place to most", () => {
    const elsewhere = reading.entries.filter(({ facts }) => facts.municipality !== "37201");
    expect(elsewhere.map(({ facts }) => facts.municipality)).toEqual(["36201", "37203", "37203", "37206"]);
    expect(reading.entries.filter(({ facts }) => facts.place === undefined)).toHaveLength(553);
  });

  it("tell of the columns they have beyond a list of businesses", () => {
    const unknown = reading.problems.filter(({ code }) => code === "COLUMN_UNKNOWN").map(({ column }) => column);
    expect(unknown).toEqual(["register", "sub_type", "operator_corporate", "operator_kind", "since_wareki", "geocode"]);
  });

  it("change nothing when loaded again", () => {
    const first = planImport([], reading);
    expect(first).toMatchObject({ new: 10_486, changed: 0, unchanged: 0, refused: 1 });
    expect(planImport(keptAfter([], first), reading)).toMatchObject({
      new: 0,
      changed: 0,
      unchanged: 10_486,
      refused: 1,
    });
  });
});
