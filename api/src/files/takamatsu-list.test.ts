import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { keptAfter, shippedListSource } from "../../test/list-reading.ts";
import { planImport } from "#domain/business/compare.ts";
import type { BusinessEntry } from "#domain/business/entry.ts";
import { isNotice } from "#domain/business/import-problem.ts";
import type { ListReading } from "#domain/business/read-list.ts";
import { readListFile } from "./list-file.ts";

const folder = process.env["REFERENCE_DATA"] ?? new URL("../../../../shared/data", import.meta.url).pathname;
const file = `${folder}/takamatsu-licences/takamatsu_businesses.csv`;
const isThere = existsSync(file);
if (!isThere) console.log("Skipped: Takamatsu's licence registers are not there (set REFERENCE_DATA).");

const rowsOf = (entries: readonly BusinessEntry[]) => entries.reduce((rows, entry) => rows + entry.rows.length, 0);

/** The licence registers of Takamatsu city (open data, CC BY 4.0): 10,487 permits. The counts were measured on the file. */
describe.skipIf(!isThere)("Takamatsu's licence registers", () => {
  let reading: ListReading;
  let elapsedMs: number;
  beforeAll(async () => {
    const start = performance.now();
    const brought = { name: "takamatsu_businesses.csv", bytes: readFileSync(file) };
    const answer = await readListFile(brought, {}, shippedListSource());
    if (!("table" in answer)) throw new Error(JSON.stringify(answer.problems));
    expect(answer.table.rowCount).toBe(10_487);
    ({ reading } = answer);
    planImport([], reading);
    elapsedMs = performance.now() - start;
  });

  it("are read and planned within seconds", () => {
    // Not a measurement, which the benchmark makes: a reading that has become slow by an order would take longer still.
    expect(elapsedMs).toBeLessThan(30_000);
  });

  it("are 7,370 businesses; one row is refused, for a postal code of eight digits", () => {
    expect(reading.entries).toHaveLength(7_370);
    expect(rowsOf(reading.entries)).toBe(10_244);
    expect(reading.problems.filter((problem) => !isNotice(problem))).toEqual([
      { code: "POSTAL_CODE_LENGTH", digits: 8, row: 7678, column: "postcode", cell: "E7678", value: "76000029" },
    ]);
    expect(reading.refusedRows).toEqual([7678]);
  });

  it("are 2,123 corporations by their operators, with places of their own; 647 of them have several", () => {
    const legalPersons = reading.entries.filter(({ isLegalPerson }) => isLegalPerson);
    const places = legalPersons.map(({ facts }) => facts.places?.length ?? 0);
    expect([legalPersons.length, rowsOf(legalPersons)]).toEqual([2_123, 4_542]);
    expect([places.reduce((sum, count) => sum + count, 0), places.filter((count) => count > 1).length]).toEqual([
      3_724, 647,
    ]);
    expect(Math.max(...places)).toBe(27);
  });

  it("call those individuals whose operator was left blank: their kind stays unknown", () => {
    const others = reading.entries.filter(({ isLegalPerson }) => !isLegalPerson);
    expect([others.length, rowsOf(others)]).toEqual([5_247, 5_702]);
    expect(others.filter(({ facts }) => facts.kind !== undefined)).toEqual([]);
  });

  it("set 242 rows aside: two chains, and the vending machines of their operators", () => {
    const told = reading.setAside.map(({ reason, entry }) => [
      reason,
      entry.name,
      entry.rows.length,
      entry.facts.places?.length,
    ]);
    expect(told).toEqual([
      ["VENDING_MACHINE", "コカ・コーラボトラーズジャパン株式会社", 7, 7],
      ["VENDING_MACHINE", "株式会社アペックス西日本", 39, 35],
      ["VENDING_MACHINE", "コカ・コーラボトラーズ株式会社", 1, 1],
      ["VENDING_MACHINE", "FVジャパン株式会社", 2, 2],
      ["VENDING_MACHINE", "株式会社フジ", 2, 2],
      ["VENDING_MACHINE", "サントリービバレッジソリューション株式会社", 2, 2],
      ["VENDING_MACHINE", "香川ペプシコーラ販売株式会社", 2, 2],
      ["CHAIN", "株式会社フジ", 154, 41],
      ["CHAIN", "株式会社 白洋舎", 33, 33],
    ]);
    expect(rowsOf(reading.setAside.map(({ entry }) => entry))).toBe(242);
  });

  it("name licences of which every one is recognised, nearly all in Takamatsu", () => {
    const licences = reading.entries.flatMap(({ facts }) => facts.licences ?? []);
    expect(licences).toHaveLength(8_582);
    expect(new Set(licences.map(({ kind }) => kind)).size).toBe(34);
    expect(licences.filter(({ area }) => area !== "37201")).toHaveLength(3);
    expect(reading.entries.filter(({ facts }) => facts.licences === undefined)).toEqual([]);
  });

  it("give a municipality to each, another than Takamatsu to two, and a place to most", () => {
    const elsewhere = reading.entries.filter(({ facts }) => facts.municipality !== "37201");
    expect(elsewhere.map(({ facts }) => facts.municipality)).toEqual(["37203", "37206"]);
    expect(reading.entries.filter(({ facts }) => facts.place === undefined)).toHaveLength(491);
  });

  it("tell of the columns they have beyond a list of businesses", () => {
    const unknown = reading.problems.filter(({ code }) => code === "COLUMN_UNKNOWN").map(({ column }) => column);
    expect(unknown).toEqual(["register", "sub_type", "since_wareki", "geocode"]);
  });

  it("change nothing when loaded again", () => {
    const first = planImport([], reading);
    expect(first).toMatchObject({ new: 10_244, changed: 0, unchanged: 0, refused: 1, setAside: 242 });
    expect(planImport(keptAfter([], first), reading)).toMatchObject({
      new: 0,
      changed: 0,
      unchanged: 10_244,
      refused: 1,
      setAside: 242,
    });
  });
});
