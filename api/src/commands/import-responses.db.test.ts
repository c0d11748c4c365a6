import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BusinessRecord } from "#persistence/business-record.ts";
import { actingAs, knownBusinesses, TOKUSHIMA } from "../../test/acting.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { importResponses } from "./import-responses.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  await knownBusinesses(database.orm, ["みどり堂", "ふじ屋"]);
});
afterEach(() => database.close());

const me = () => actingAs(database.orm);
const ANSWERS =
  "タイムスタンプ,事業者名,課題,従業員数\n2026/10/05,みどり堂,人手不足,4\n2026/10/06,知らない店,人手不足,9\n";

function take(text: string, wishes: { dryRun?: boolean; skipRefused?: boolean } = {}, ctx = me()) {
  const file = { name: "answers.csv", bytes: Buffer.from(text), survey: "連携可能性調査" };
  return importResponses(ctx, file, { dryRun: false, skipRefused: false, ...wishes });
}

const factsOf = async (name: string) => (await me().em.findOneOrFail(BusinessRecord, { name })).facts;

describe("the answers of a survey", () => {
  it("become the owners' word of the day they were given, and make no business of a stranger", async () => {
    expect(await take(ANSWERS)).toMatchObject({
      change: { changed: 1, unchanged: 0, refused: 0, unknown: [{ row: 3, respondent: { name: "知らない店" } }] },
    });
    expect(await factsOf("みどり堂")).toMatchObject({
      needs: { value: [["K02", 1]], source: "owner", on: "2026-10-05", by: "連携可能性調査" },
      employees: { value: 4, source: "owner" },
    });
    expect(await me().em.count(BusinessRecord)).toBe(2);
  });

  it("change nothing a second time, nor where only looking was asked", async () => {
    expect(await take(ANSWERS, { dryRun: true })).toMatchObject({ change: { changed: 1, written: false } });
    expect(await factsOf("みどり堂")).toEqual({});
    await take(ANSWERS);
    expect(await take(ANSWERS)).toMatchObject({ change: { changed: 0, unchanged: 1 } });
  });

  it("are taken whole or not at all, unless leaving out faulty rows was asked", async () => {
    const faulty = `${ANSWERS}2026/10/07,ふじ屋,人手不足,たくさん\n`;
    expect(await take(faulty)).toMatchObject({ change: { refused: 1, written: false } });
    expect(await factsOf("みどり堂")).toEqual({});
    await take(faulty, { skipRefused: true });
    expect(await factsOf("みどり堂")).toHaveProperty("needs");
  });

  it("need a column that tells who answered", async () => {
    expect(await take("課題,従業員数\n人手不足,4\n")).toMatchObject({
      problems: [{ code: "RESPONDENT_COLUMN_MISSING" }],
    });
  });

  it("reach no business of another federation", async () => {
    const stranger = actingAs(database.orm, { federation: TOKUSHIMA });
    expect(await take(ANSWERS, {}, stranger)).toMatchObject({ change: { changed: 0, unknown: [{}, {}] } });
  });
});
