import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PlainDate } from "#domain/calendar.ts";
import { NotFoundError } from "#domain/errors.ts";
import { findBusinessPage, listBusinesses } from "#queries/business-pages.ts";
import { findImportPage } from "#queries/import-pages.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { actingAs, TOKUSHIMA } from "../../test/acting.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { applyImport } from "./apply-import.ts";
import { bringBackSetAside } from "./bring-back.ts";
import { importBusinesses } from "./import-businesses.ts";

let database: TestDatabase;
beforeEach(async () => void (database = await openTestDatabase()));
afterEach(() => database.close());

const me = () => actingAs(database.orm);
const csv = (text: string) => ({ name: "list.csv", bytes: Buffer.from(text) });
const LIST =
  "管理番号,事業者名,所在地,従業員数,課題\n1,うどん本陣,高松市番町1-1,6,人手不足\n2,さぬき製麺,丸亀市大手町2-3,12,\n";

async function handIn(text: string) {
  const read = await importBusinesses(me(), csv(text));
  if (!read.accepted) throw new Error(JSON.stringify(read.problems));
  return read.change;
}

async function take(text: string, skipRefused = false) {
  const { importId } = await handIn(text);
  return applyImport(me(), importId, { skipRefused });
}

const names = async (search: string | null = null) =>
  (await listBusinesses(me(), { filter: { search } }, { first: 100, after: undefined })).edges.map(
    ({ node }) => node.name,
  );

describe("a list that is handed in", () => {
  it("is read and compared, and nothing is written until it is taken", async () => {
    const { importId, preview } = await handIn(LIST);
    expect(preview.counts).toEqual({ new: 2, changed: 0, unchanged: 0, refused: 0, setAside: 0 });
    expect(await names()).toEqual([]);
    expect((await applyImport(me(), importId, { skipRefused: false })).accepted).toBe(true);
    expect(await names()).toEqual(["うどん本陣", "さぬき製麺"]);
  });

  it("changes nothing when it is taken a second time", async () => {
    await take(LIST);
    const { preview } = await handIn(LIST);
    expect(preview.counts).toEqual({ new: 0, changed: 0, unchanged: 2, refused: 0, setAside: 0 });
    const before = await me().em.find(BusinessRecord, {});
    await take(LIST);
    expect((await me().em.find(BusinessRecord, {})).map(({ version }) => version)).toEqual(before.map(() => 1));
  });

  it("is taken once, and says so", async () => {
    const { importId } = await handIn(LIST);
    await applyImport(me(), importId, { skipRefused: false });
    expect(await applyImport(me(), importId, { skipRefused: false })).toMatchObject({
      problems: [{ code: "IMPORT_APPLIED_ALREADY" }],
    });
  });

  it("is the word of whoever it comes from, under its name, once that was answered", async () => {
    const { importId } = await handIn(LIST);
    const unanswered = await applyImport(me(), importId, { skipRefused: false, provenance: { name: " " } });
    expect(unanswered.accepted ? [] : unanswered.problems.map(({ code }) => code)).toEqual([
      ...["PROVENANCE_ORIGIN_MISSING", "PROVENANCE_NAME_MISSING"],
      ...["PROVENANCE_USES_MISSING", "PROVENANCE_HAND_ON_MISSING"],
    ]);
    expect(await names()).toEqual([]);
    const provenance = { origin: "SURVEY", name: "令和8年度調査", uses: ["MATCHING"], handOn: "YES" } as const;
    const asOf = "2026-10-01" as PlainDate;
    await applyImport(me(), importId, { skipRefused: false, provenance: { ...provenance, asOf } });
    const [business] = await me().em.find(BusinessRecord, { externalId: "1" });
    expect(business?.facts.employees).toMatchObject({ source: "owner", by: "令和8年度調査", on: asOf });
    expect((await findImportPage(me(), importId))?.provenance).toMatchObject({
      ...{ originName: "事業者へのアンケート", useNames: ["連携候補を探す"], asOf },
    });
  });

  it("is taken whole or not at all, unless leaving out its faulty rows was asked", async () => {
    const faulty = `${LIST}3,讃岐水産,高松市,,\n4,こわれた店,高松市,たくさん,\n`;
    expect(await take(faulty)).toMatchObject({ problems: [{ code: "IMPORT_HAS_REFUSED_ROWS", refused: 1 }] });
    expect(await names()).toEqual([]);
    expect((await take(faulty, true)).accepted).toBe(true);
    expect(await names()).toEqual(["うどん本陣", "さぬき製麺", "讃岐水産"]);
  });

  it("tells every problem with row, column, value and remedy", async () => {
    const { importId } = await handIn(`${LIST}5,誤りの店,高松市,たくさん,\n6,,高松市,,\n`);
    const page = await findImportPage(me(), importId);
    expect(page).toMatchObject({ refusedCount: 2, problemCount: 2, status: "PREVIEW" });
    expect(page?.problemRows[0]).toMatchObject({ row: 4, column: "従業員数", value: "たくさん" });
    expect(page?.problemRows.every(({ message }) => message.endsWith("。"))).toBe(true);
  });

  it("shows what a changed row changes, and an empty cell erases nothing", async () => {
    await take(LIST);
    const { importId } = await handIn("管理番号,事業者名,従業員数,課題\n1,うどん本陣,7,\n");
    expect((await findImportPage(me(), importId))?.changeRows).toMatchObject([
      { row: 2, name: "うどん本陣", verdict: "CHANGED", changes: [{ name: "従業員数", before: "6人", after: "7人" }] },
    ]);
    await applyImport(me(), importId, { skipRefused: false });
    const [business] = await me().em.find(BusinessRecord, { externalId: "1" });
    expect(business).toMatchObject({ version: 2, facts: { employees: { value: 7 }, needs: { value: [["K02", 1]] } } });
  });

  it("is forgotten after a day where nobody took it, and kept where somebody did", async () => {
    const untaken = await handIn(LIST);
    const taken = await handIn(LIST);
    await applyImport(me(), taken.importId, { skipRefused: false });
    const tomorrow = actingAs(database.orm, { today: "2026-11-23" });
    await importBusinesses(tomorrow, csv(LIST));
    expect(await findImportPage(me(), untaken.importId)).toBeNull();
    expect(await findImportPage(me(), taken.importId)).toMatchObject({ status: "APPLIED" });
  });

  it("belongs to its federation alone", async () => {
    const { importId } = await handIn(LIST);
    const stranger = actingAs(database.orm, { federation: TOKUSHIMA });
    expect(await findImportPage(stranger, importId)).toBeNull();
    await expect(applyImport(stranger, importId, { skipRefused: false })).rejects.toThrow("import");
  });

  it("that is no text is refused with what to do", async () => {
    const read = await importBusinesses(me(), csv("事業者名\n\u0000店\n"));
    expect(read).toMatchObject({ accepted: false, problems: [{ code: "TEXT_HAS_NUL", row: 2 }] });
  });

  it("may hold any sign, which is kept as it is and found as it is", async () => {
    const odd = ["=1+1", "𠮷野家具👨‍👩‍👧", "a".repeat(9_999), "'; drop table business; --", "%_\\"];
    const rows = odd.map((name) => `"${name}"`).join("\n");
    const read = await importBusinesses(me(), csv(`事業者名\n${rows}\n`));
    if (read.accepted) await applyImport(me(), read.change.importId, { skipRefused: true });
    const kept = await names();
    expect(kept).toEqual(expect.arrayContaining(["=1+1", "𠮷野家具👨‍👩‍👧", "'; drop table business; --", "%_\\"]));
    expect(await names("%_")).toEqual(["%_\\"]);
  });
});

describe("rows that a list sets aside", () => {
  const REGISTER =
    "施設名,許可業種,所在地,営業者名\n駅前,調理の機能を有する自動販売機,高松市一,㈱讃岐\n食堂,飲食店営業,高松市二,㈱讃岐\n";

  it("are not taken, and are where somebody asks for them before", async () => {
    const { importId, preview } = await handIn(REGISTER);
    expect(preview.counts).toMatchObject({ new: 1, setAside: 1 });
    const [offered] = preview.setAside ?? [];
    expect(offered).toMatchObject({ reason: "VENDING_MACHINE", name: "㈱讃岐", rows: 1, isTaken: false });
    await bringBackSetAside(me(), importId, [offered?.key ?? "", "something else"]);
    const page = await findImportPage(me(), importId);
    expect(page).toMatchObject({ newCount: 2, setAsideCount: 0, setAside: [{ isTaken: true }] });
    await applyImport(me(), importId, { skipRefused: false });
    const [kept] = await me().em.find(BusinessRecord, {});
    expect(kept?.facts.places?.value.map(({ name }) => name)).toEqual(["駅前", "食堂"]);
  });

  it("can be asked for until the list is taken, by its own federation", async () => {
    const { importId } = await handIn(REGISTER);
    const stranger = actingAs(database.orm, { federation: TOKUSHIMA });
    await expect(bringBackSetAside(stranger, importId, [])).rejects.toThrow(NotFoundError);
    await applyImport(me(), importId, { skipRefused: false });
    expect(await bringBackSetAside(me(), importId, [])).toMatchObject({
      problems: [{ code: "IMPORT_APPLIED_ALREADY" }],
    });
  });
});

describe("a business that was imported", () => {
  it.each(["うどん", "ウドン", "ｳﾄﾞﾝ", "本陣", "番町", "うどん 番町"])("is found by 「%s」", async (typed) => {
    await take(LIST);
    expect(await names(typed)).toEqual(["うどん本陣"]);
  });

  it("shows what is known, from where and since when, and what is not", async () => {
    await take(LIST);
    const [business] = await me().em.find(BusinessRecord, { externalId: "1" });
    const page = await findBusinessPage(me(), business?.id);
    const fact = (key: string) => page?.facts.find((one) => one.key === key);
    expect(page).toMatchObject({ municipality: "37201", municipalityName: "高松市" });
    expect(fact("employees")).toMatchObject({
      status: "KNOWN",
      text: "6人",
      sourceName: "取り込んだ一覧",
      on: "2026-11-21",
    });
    expect(fact("municipality")).toMatchObject({ status: "KNOWN", sourceName: "推定" });
    expect(fact("successor")).toMatchObject({ status: "UNKNOWN", text: null });
  });
});

const folder = process.env["REFERENCE_DATA"] ?? join(import.meta.dirname, "../../../../shared/data");
const registers = (() => {
  try {
    return readFileSync(join(folder, "takamatsu-licences/takamatsu_businesses.csv"));
  } catch {
    console.log("Skipped: no reference data folder, so the registers of Takamatsu are not imported.");
    return undefined;
  }
})();

describe.skipIf(!registers)("the licence registers of Takamatsu city", () => {
  it("are imported whole but for one row, and a second time change nothing", { timeout: 120_000 }, async () => {
    const file = { name: "takamatsu_businesses.csv", bytes: registers ?? Buffer.from("") };
    for (const counts of [
      { new: 10_244, changed: 0, unchanged: 0, refused: 1, setAside: 242 },
      { new: 0, changed: 0, unchanged: 10_244, refused: 1, setAside: 242 },
    ]) {
      const read = await importBusinesses(me(), file);
      expect(read).toMatchObject({ accepted: true, change: { preview: { counts } } });
      if (read.accepted) await applyImport(me(), read.change.importId, { skipRefused: true });
      expect(await me().em.count(BusinessRecord)).toBe(7_370);
    }
  });
});
