import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConflictError } from "#domain/errors.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { findImportPage } from "#queries/import-pages.ts";
import { importReadingPage } from "#queries/import-reading.ts";
import { writeXlsx } from "#files/xlsx.ts";
import { actingAs, TOKUSHIMA } from "../../test/acting.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { applyImport } from "./apply-import.ts";
import { importBusinesses } from "./import-businesses.ts";
import { reviseImport } from "./revise-import.ts";

let database: TestDatabase;
beforeEach(async () => void (database = await openTestDatabase()));
afterEach(() => database.close());

const me = () => actingAs(database.orm);
const PROVENANCE = { origin: "MEMBERS", name: "組合員名簿", uses: ["MATCHING"], handOn: "YES" } as const;
const DIRTY =
  "管理番号,事業者名,従業員数,よびな\n1,うどん本陣,たくさん,ほんじん\n2,さぬき製麺,十二ほど,\n3,讃岐水産,4,\n";

async function handIn(text: string, name = "list.csv"): Promise<string> {
  const bytes = name.endsWith("xlsx") ? await writeXlsx([["メモ"], ["ちがう表"]], "覚え") : Buffer.from(text);
  const read = await importBusinesses(me(), { name, bytes }, { isInteractive: true });
  if (!read.accepted) throw new Error(JSON.stringify(read.problems));
  return read.change.importId;
}

async function pageOf(importId: string) {
  const page = await findImportPage(me(), importId);
  if (page === null) throw new Error("No such import");
  return page;
}

const employees = async () =>
  Object.fromEntries(
    (await me().em.find(BusinessRecord, {})).map(({ name, facts }) => [name, facts.employees?.value ?? null]),
  );

describe("cells that are corrected on the screen", () => {
  it("are read as corrected; what is still wrong is told with what was typed", async () => {
    const importId = await handIn(DIRTY);
    const corrections = [
      { cell: "C2", text: "6" },
      { cell: "C3", text: "じゅうに" },
    ];
    await reviseImport(me(), importId, { corrections });
    expect(await pageOf(importId)).toMatchObject({
      ...{ newCount: 2, refusedCount: 1 },
      problemRows: [{ row: 3, cell: "C3", value: "じゅうに" }],
    });
    await reviseImport(me(), importId, { corrections: [{ cell: "C3", text: "12" }] });
    await applyImport(me(), importId, { skipRefused: false });
    expect(await employees()).toEqual({ うどん本陣: 6, さぬき製麺: 12, 讃岐水産: 4 });
  });

  it("go back to what the file says, and rows left out come back, where that is asked", async () => {
    const importId = await handIn(DIRTY);
    await reviseImport(me(), importId, { corrections: [{ cell: "C2", text: "6" }], leaveOut: [3] });
    expect(await pageOf(importId)).toMatchObject({ newCount: 2, refusedCount: 0, rows: 2 });
    await reviseImport(me(), importId, { forgetCorrections: true });
    expect(await pageOf(importId)).toMatchObject({ newCount: 1, refusedCount: 2, rows: 3 });
  });

  it("change nothing once the list is taken, and are not another federation's to make", async () => {
    const importId = await handIn("事業者名\n甲\n");
    const stranger = actingAs(database.orm, { federation: TOKUSHIMA });
    await expect(reviseImport(stranger, importId, { startOver: true })).rejects.toThrow("import");
    await applyImport(me(), importId, { skipRefused: false });
    await expect(reviseImport(me(), importId, { startOver: true })).rejects.toThrow(ConflictError);
  });
});

describe("the way a list is read", () => {
  it("is chosen column by column, and unknown columns become notes only where that is asked", async () => {
    const importId = await handIn(DIRTY);
    expect((await pageOf(importId)).columns[3]).toMatchObject({ index: 3, letter: "D", target: "notTaken" });
    await reviseImport(me(), importId, { mapping: [{ index: 3, target: "nameKana" }], leaveOut: [2, 3] });
    expect((await pageOf(importId)).columns[3]).toMatchObject({ target: "nameKana", fieldName: "フリガナ" });
    const noting = await handIn("事業者名,秘密\n甲,合図\n");
    await reviseImport(me(), noting, { keepUnknownColumns: true });
    await applyImport(me(), noting, { skipRefused: false });
    expect(await me().em.findOne(BusinessRecord, { name: "甲" })).toMatchObject({
      facts: { note: { value: "秘密: 合図" } },
    });
  });

  it("waits for a person where no column holds the names, and takes nothing until then", async () => {
    const importId = await handIn("屋の名,従業員数\n甲,3\n");
    expect(await pageOf(importId)).toMatchObject({ newCount: 0, problemCount: 1 });
    expect(await applyImport(me(), importId, { skipRefused: true })).toMatchObject({
      problems: [{ code: "IMPORT_NAMES_NOT_FOUND" }],
    });
    await reviseImport(me(), importId, { mapping: [{ index: 0, target: "name" }] });
    expect(await pageOf(importId)).toMatchObject({ newCount: 1, problemCount: 0 });
  });

  it("waits also where no row looks like a header", async () => {
    const importId = await handIn("あ,い\nう,え\n");
    await reviseImport(me(), importId, { mapping: [{ index: 1, target: "name" }] });
    await applyImport(me(), importId, { skipRefused: false });
    expect(Object.keys(await employees())).toEqual(["え"]);
  });

  it("stays as it was where the file cannot be read so", async () => {
    const importId = await handIn(DIRTY);
    expect(await reviseImport(me(), importId, { headerRow: 99 })).toMatchObject({ accepted: false });
    expect(await pageOf(importId)).toMatchObject({ newCount: 1, headerRow: 1 });
  });
});

describe("a list of a shape that was taken before", () => {
  const LIST = "番,屋の名,人\n1,甲,3\n";
  const mapping = [
    { index: 1, target: "name" },
    { index: 2, target: "employees" },
  ] as const;

  it("is read the same way, says so, and suggests where it comes from", async () => {
    const first = await handIn(LIST);
    await reviseImport(me(), first, { mapping, leaveOut: [9], corrections: [{ cell: "C9", text: "1" }] });
    await applyImport(me(), first, { skipRefused: false, provenance: PROVENANCE });
    const page = await pageOf(await handIn("番,屋の名,人\n1,乙,5\n"));
    expect(page).toMatchObject({
      ...{ newCount: 1, rememberedOn: new Date("2026-11-21T03:00:00Z") },
      suggestedProvenance: { name: "組合員名簿" },
    });
    expect(importReadingPage(me(), page.readBy)).toMatchObject({ corrections: [], leftOut: [] });
  });

  it("is read from scratch where that is asked, by a script, and in another federation", async () => {
    const first = await handIn(LIST);
    await reviseImport(me(), first, { mapping });
    await applyImport(me(), first, { skipRefused: false, provenance: PROVENANCE });
    const again = await handIn(LIST);
    await reviseImport(me(), again, { startOver: true });
    expect(await pageOf(again)).toMatchObject({ newCount: 0, rememberedOn: null });
    expect(await importBusinesses(me(), { name: "a.csv", bytes: Buffer.from(LIST) })).toMatchObject({
      accepted: false,
    });
    const stranger = actingAs(database.orm, { federation: TOKUSHIMA });
    const theirs = await importBusinesses(
      stranger,
      { name: "a.csv", bytes: Buffer.from(LIST) },
      { isInteractive: true },
    );
    expect(theirs).toMatchObject({ change: { preview: { counts: { new: 0 } } } });
  });
});
