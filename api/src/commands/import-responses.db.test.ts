import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BusinessRecord } from "#persistence/business-record.ts";
import { findImportPage } from "#queries/import-pages.ts";
import { responseTemplate } from "#queries/response-template.ts";
import { actingAs, KAGAWA, knownBusinesses, TOKUSHIMA } from "../../test/acting.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { applyImport } from "./apply-import.ts";
import { importResponses } from "./import-responses.ts";
import { reviseImport } from "./revise-import.ts";
import { startImport } from "./start-import.ts";
import { undoImport } from "./undo-import.ts";
import { writeImport } from "./write-import.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  await knownBusinesses(database.orm, ["みどり堂", "ふじ屋"]);
});
afterEach(() => database.close());

const me = () => actingAs(database.orm);
const ANSWERS =
  "タイムスタンプ,事業者名,課題,従業員数\n2026/10/05,みどり堂,人手不足,4\n2026/10/06,知らない店,人手不足,9\n";

async function read(text: string, survey = "連携可能性調査", ctx = me()) {
  const file = { name: "answers.csv", bytes: Buffer.from(text), survey };
  return importResponses(ctx, file, { isInteractive: true });
}

async function handIn(text: string, ctx = me()) {
  const decision = await read(text, undefined, ctx);
  if (!decision.accepted) throw new Error(JSON.stringify(decision.problems));
  return decision.change;
}

async function take(text: string, skipRefused = false) {
  const { importId, preview } = await handIn(text);
  return { importId, preview, decision: await applyImport(me(), importId, { skipRefused }) };
}

const factsOf = async (name: string) => (await me().em.findOneOrFail(BusinessRecord, { name })).facts;

describe("the answers of a survey", () => {
  it("become the owners' word of the day they were given, and make no business of a stranger", async () => {
    const { importId, preview } = await take(ANSWERS);
    expect(preview).toMatchObject({
      counts: { new: 0, changed: 1, unchanged: 0, refused: 0, unknown: 1 },
      unknown: [{ row: 3, respondent: { name: "知らない店" } }],
    });
    expect(await factsOf("みどり堂")).toMatchObject({
      needs: { value: [["K02", 1]], source: "owner", on: "2026-10-05", by: "連携可能性調査" },
      employees: { value: 4, source: "owner" },
    });
    expect(await me().em.count(BusinessRecord)).toBe(2);
    expect(await findImportPage(me(), importId)).toMatchObject({
      ...{ survey: "連携可能性調査", status: "APPLIED", changedCount: 1, unknownCount: 1 },
      unknownRespondents: [{ row: 3, name: "知らない店", keys: [] }],
      changeRows: [{ row: 2, name: "みどり堂", verdict: "CHANGED" }],
    });
  });

  it("change nothing before they are taken, nor a second time", async () => {
    await handIn(ANSWERS);
    expect(await factsOf("みどり堂")).toEqual({});
    await take(ANSWERS);
    expect((await handIn(ANSWERS)).preview.counts).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it("are taken whole or not at all, unless leaving out faulty rows was asked", async () => {
    const faulty = `${ANSWERS}2026/10/07,ふじ屋,人手不足,たくさん\n`;
    expect((await take(faulty)).decision).toMatchObject({
      problems: [{ code: "IMPORT_HAS_REFUSED_ROWS", refused: 1 }],
    });
    expect(await factsOf("みどり堂")).toEqual({});
    await take(faulty, true);
    expect(await factsOf("みどり堂")).toHaveProperty("needs");
  });

  it("are corrected on the screen, and read as what the person says their columns hold", async () => {
    const { importId } = await handIn("だれ,従業員数\nみどり堂,たくさん\n");
    expect(await applyImport(me(), importId, { skipRefused: true })).toMatchObject({
      problems: [{ code: "IMPORT_NAMES_NOT_FOUND" }],
    });
    await reviseImport(me(), importId, { mapping: [{ index: 0, target: "name" }] });
    expect(await findImportPage(me(), importId)).toMatchObject({ refusedCount: 1 });
    await reviseImport(me(), importId, { corrections: [{ cell: "B2", text: "4" }] });
    expect(await findImportPage(me(), importId)).toMatchObject({ refusedCount: 0, changedCount: 1 });
    expect(await applyImport(me(), importId, { skipRefused: false })).toMatchObject({ accepted: true });
    expect(await factsOf("みどり堂")).toMatchObject({ employees: { value: 4 } });
  });

  it("go back together, and come again", async () => {
    const { importId } = await take(ANSWERS);
    expect(await undoImport(me(), importId, "undo")).toMatchObject({ accepted: true });
    expect(await factsOf("みどり堂")).toEqual({});
    expect(await undoImport(me(), importId, "redo")).toMatchObject({ accepted: true });
    expect(await factsOf("みどり堂")).toHaveProperty("needs");
  });

  it("are written by a job as lists are", async () => {
    const { importId } = await handIn(ANSWERS);
    expect(await startImport(me(), importId, { skipRefused: false })).toMatchObject({ accepted: true });
    const { now, today, newId, reference } = me();
    const job = { orm: database.orm, reference, now, today, newId, noteDefect: String };
    await writeImport(job, { importId, federation: KAGAWA });
    expect(await factsOf("みどり堂")).toHaveProperty("needs");
  });

  it("find their business by our number before all else", async () => {
    const { id } = await me().em.findOneOrFail(BusinessRecord, { name: "ふじ屋" });
    await take(`Musubi番号,事業者名,従業員数\n${id},みどり堂,7\n`);
    expect(await factsOf("ふじ屋")).toMatchObject({ employees: { value: 7 } });
    expect(await factsOf("みどり堂")).toEqual({});
  });

  it("need the name of their survey, and for a script a column that tells who answered", async () => {
    expect(await read(ANSWERS, " ")).toMatchObject({ problems: [{ code: "SURVEY_NAME_MISSING", field: "survey" }] });
    const file = { name: "answers.csv", bytes: Buffer.from("課題,従業員数\n人手不足,4\n"), survey: "調査" };
    expect(await importResponses(me(), file)).toMatchObject({ problems: [{ code: "RESPONDENT_COLUMN_MISSING" }] });
  });

  it("reach no business of another federation", async () => {
    const stranger = actingAs(database.orm, { federation: TOKUSHIMA });
    expect((await handIn(ANSWERS, stranger)).preview.counts).toMatchObject({ changed: 0, unknown: 2 });
  });

  it("make a table to write them into, with who is asked and nothing that would count as an answer", async () => {
    const { table, rowCount } = await responseTemplate(me(), { filter: { search: "みどり" } });
    const rows = [];
    for await (const row of table.rows) rows.push(row);
    expect([rowCount, rows.length]).toEqual([1, 1]);
    expect(table.header.slice(0, 3)).toEqual(["Musubi番号", "事業者名", "回答日"]);
    const text = [table.header, ...rows].map((cells) => cells.join(",")).join("\n");
    const { preview } = await handIn(text);
    expect(preview.counts).toMatchObject({ changed: 0, unchanged: 1, unknown: 0, refused: 0 });
    expect(preview.columns.map(({ role }) => role)).not.toContain("unknown");
  });
});
