import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BusinessEventRecord } from "#persistence/business-event-record.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { loadKeptBusinesses } from "#queries/kept-businesses.ts";
import { listImports } from "#queries/import-history.ts";
import { findImportPage } from "#queries/import-pages.ts";
import { actingAs, TOKUSHIMA } from "../../test/acting.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { applyImport } from "./apply-import.ts";
import { importBusinesses } from "./import-businesses.ts";
import { startGroup } from "./start-group.ts";
import { undoImport } from "./undo-import.ts";

let database: TestDatabase;
beforeEach(async () => void (database = await openTestDatabase()));
afterEach(() => database.close());

const me = (today?: string) => actingAs(database.orm, today === undefined ? {} : { today });
const FIRST = "管理番号,事業者名,所在地,従業員数\n1,うどん本陣,高松市番町1-1,6\n";
const SECOND = "管理番号,事業者名,所在地,従業員数\n1,うどん本陣,高松市番町1-1,9\n2,さぬき製麺,丸亀市大手町2-3,12\n";

async function take(text: string): Promise<string> {
  const read = await importBusinesses(me(), { name: "list.csv", bytes: Buffer.from(text) });
  if (!read.accepted) throw new Error(JSON.stringify(read.problems));
  await applyImport(me(), read.change.importId, { skipRefused: false });
  return read.change.importId;
}

const known = async () =>
  (await loadKeptBusinesses(me().em))
    .map(({ name, facts }) => [name, facts.employees?.value])
    .sort((one, other) => String(one[0]).localeCompare(String(other[0]), "ja"));

async function outcomeOf(importId: string) {
  const page = await findImportPage(me(), importId);
  return { status: page?.status, ...page?.undoing };
}

describe("an import that is undone", () => {
  it("leaves every business as it was before, and the history tells of both", async () => {
    await take(FIRST);
    const before = await loadKeptBusinesses(me().em);
    const importId = await take(SECOND);
    expect(await undoImport(me(), importId, "undo")).toMatchObject({ accepted: true });
    const after = await loadKeptBusinesses(me().em);
    expect(after.map(({ version: _, ...state }) => state)).toEqual(before.map(({ version: _, ...state }) => state));
    expect(await outcomeOf(importId)).toMatchObject({ status: "UNDONE", removed: 1, restored: 1, keptCount: 0 });
    const kinds = await me().em.find(
      BusinessEventRecord,
      { causeId: importId },
      { orderBy: { businessVersion: "asc" } },
    );
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(["ADDED", "IMPORTED", "UNDONE", "UNDONE"]);
  });

  it("can be made again, undone again, and each time leaves the same", async () => {
    await take(FIRST);
    const importId = await take(SECOND);
    const [taken, ids] = [await known(), await me().em.find(BusinessRecord, {}, { fields: ["id"] })];
    await undoImport(me(), importId, "undo");
    expect(await undoImport(me(), importId, "redo")).toMatchObject({ accepted: true });
    expect(await known()).toEqual(taken);
    expect(new Set((await me().em.find(BusinessRecord, {}, { fields: ["id"] })).map(({ id }) => id))).toEqual(
      new Set(ids.map(({ id }) => id)),
    );
    await undoImport(me(), importId, "undo");
    expect(await known()).toEqual([["うどん本陣", 6]]);
  });

  it("keeps what a later list changed, and tells so; undone after that list, nothing is left of either", async () => {
    await take(FIRST);
    const second = await take(SECOND);
    const third = await take("管理番号,事業者名,従業員数\n1,うどん本陣,10\n2,さぬき製麺,20\n");
    await undoImport(me(), second, "undo");
    expect(await known()).toEqual([
      ["うどん本陣", 10],
      ["さぬき製麺", 20],
    ]);
    expect(await outcomeOf(second)).toMatchObject({
      ...{ removed: 0, restored: 0, keptCount: 2 },
      kept: expect.arrayContaining([
        expect.objectContaining({ name: "うどん本陣", reason: "CHANGED_SINCE", keys: ["employees"] }),
        expect.objectContaining({ name: "さぬき製麺", reason: "CHANGED_SINCE", keys: [] }),
      ]),
    });
    await undoImport(me(), third, "undo");
    await undoImport(me(), second, "redo");
    await undoImport(me(), second, "undo");
    expect(await known()).toEqual([["うどん本陣", 6]]);
  });

  it("keeps a business that is in a group", async () => {
    const importId = await take(SECOND);
    const ids = (await me().em.find(BusinessRecord, {}, { fields: ["id"] })).map(({ id }) => id);
    await startGroup(me(), { name: "組", purpose: "COOPERATIVE", memberIds: ids });
    await undoImport(me(), importId, "undo");
    expect((await known()).length).toBe(2);
    expect(await outcomeOf(importId)).toMatchObject({ removed: 0, keptCount: 2, kept: [{ reason: "IN_GROUP" }, {}] });
  });

  it("frees its keys; what took one meanwhile keeps it when the import is made again", async () => {
    const importId = await take(FIRST);
    await undoImport(me(), importId, "undo");
    await take("管理番号,事業者名\n1,別の店\n");
    await undoImport(me(), importId, "redo");
    expect(await known()).toEqual([["別の店", undefined]]);
    expect(await outcomeOf(importId)).toMatchObject({
      status: "APPLIED",
      restored: 0,
      kept: [{ reason: "KEY_TAKEN" }],
    });
  });

  it("is refused before it was taken, twice, and after thirty days", async () => {
    const read = await importBusinesses(me(), { name: "list.csv", bytes: Buffer.from(FIRST) });
    const untaken = read.accepted ? read.change.importId : "";
    expect(await undoImport(me(), untaken, "undo")).toMatchObject({ problems: [{ code: "IMPORT_NOT_APPLIED" }] });
    const importId = await take(FIRST);
    expect(await undoImport(me(), importId, "redo")).toMatchObject({ problems: [{ code: "IMPORT_NOT_UNDONE" }] });
    expect(await undoImport(me("2026-12-22"), importId, "undo")).toMatchObject({
      problems: [{ code: "IMPORT_UNDO_TOO_LATE", daysMax: 30 }],
    });
    expect(await undoImport(me("2026-12-21"), importId, "undo")).toMatchObject({ accepted: true });
    expect(await undoImport(me(), importId, "undo")).toMatchObject({ problems: [{ code: "IMPORT_UNDONE_ALREADY" }] });
  });

  it("is not there for another federation", async () => {
    const importId = await take(FIRST);
    const stranger = actingAs(database.orm, { federation: TOKUSHIMA });
    await expect(undoImport(stranger, importId, "undo")).rejects.toThrow("import");
  });
});

describe("the list of imports", () => {
  it("tells file, who, how far and the counts, newest first", async () => {
    const importId = await take(FIRST);
    await undoImport(me(), importId, "undo");
    await importBusinesses(me("2026-11-22"), { name: "next.csv", bytes: Buffer.from(SECOND) });
    const { edges, totalCount } = await listImports(me(), { first: 10, after: undefined });
    expect([totalCount, edges.map(({ node }) => node)]).toMatchObject([
      2,
      [
        { fileName: "next.csv", status: "PREVIEW", askedBy: "coordinator of 37", newCount: 2 },
        { fileName: "list.csv", status: "UNDONE", newCount: 1, changedCount: 0 },
      ],
    ]);
  });
});
