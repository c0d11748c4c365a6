import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlainDate } from "#domain/calendar.ts";
import type { SurveyAnswer } from "#domain/business/survey-answers.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { idOf } from "#queries/global-id.ts";
import { listTimeline } from "#queries/timeline.ts";
import { actingAs, knownBusinesses, TOKUSHIMA } from "../../test/acting.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { answerSurvey } from "./answer-survey.ts";
import { saveBusiness } from "./save-business.ts";
import { undoBusinessChange } from "./undo-business-change.ts";

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

const me = () => actingAs(database.orm);
const business = (id: string) => me().em.findOneOrFail(BusinessRecord, { id });
const SHEET = { on: "2026-11-10" as PlainDate, by: "見本 一郎", channel: "FAX", agreed: true } as const;

async function known(name: string): Promise<string> {
  const [id = ""] = await knownBusinesses(database.orm, [name]);
  return id;
}

function answers(given: Partial<Record<SurveyAnswer["key"], Partial<SurveyAnswer>>>): SurveyAnswer[] {
  return Object.entries(given).map(([key, one]) => {
    return { key: key as SurveyAnswer["key"], text: "", none: false, holds: false, ...one };
  });
}

async function newestOf(id: string) {
  const { edges } = await listTimeline(me(), id, { first: 1, after: undefined });
  return edges[0]!.node;
}

describe("a survey sheet that came back", () => {
  it("is kept in the owner's word, with who answered, when and how", async () => {
    const id = await known("あかね堂");
    const given = answers({
      needs: { text: "K02\nK01\nK02:3" },
      employees: { text: "約２０名" },
      monthlyLoad: { text: "1;1;1;1;1;1;1;1;1;1;1;2.5" },
      seeks: { none: true },
      address: { text: "香川県高松市番町一丁目1-1" },
    });
    const saved = await answerSurvey(me(), { seen: { id, version: 1 }, answers: given, sheet: SHEET });
    expect(saved).toMatchObject({ accepted: true, change: { newer: [] } });
    const owner = { source: "owner", on: "2026-11-10", by: "見本 一郎" };
    expect((await business(id)).facts).toEqual({
      needs: { value: expect.arrayContaining([["K02", 3]]), ...owner },
      employees: { value: 20, about: true, ...owner },
      monthlyLoad: { value: [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 25], ...owner },
      seeks: { value: [], ...owner },
      address: { value: "香川県高松市番町一丁目1-1", ...owner },
      municipality: { value: "37201", source: "estimate", on: "2026-11-10" },
    });
    expect(await newestOf(id)).toMatchObject({
      kind: "SURVEYED",
      sentence: "調査票の回答を記録しました（2026年11月10日、見本 一郎、FAX、利用への同意あり）。",
      viewerCanUndo: true,
    });
  });

  it("is refused whole where one answer cannot be read, with the question it belongs to", async () => {
    const id = await known("いろは堂");
    const given = answers({ phone: { text: "087-000-0001" }, employees: { text: "たくさん" } });
    const refused = await answerSurvey(me(), { seen: { id, version: 1 }, answers: given, sheet: SHEET });
    expect(refused).toMatchObject({ problems: [{ code: "FIELD_NOT_READ", field: "employees" }] });
    expect(await business(id)).toMatchObject({ version: 1, facts: {} });
  });

  it("can be taken back whole", async () => {
    const id = await known("うぐいす堂");
    const given = answers({ phone: { text: "087-000-0001" }, seeks: { none: true } });
    await answerSurvey(me(), { seen: { id, version: 1 }, answers: given, sheet: SHEET });
    const { changeId } = await newestOf(id);
    expect(await undoBusinessChange(me(), idOf("BusinessEvent", changeId!))).toMatchObject({ accepted: true });
    expect((await business(id)).facts).toEqual({});
  });

  it("stands in the history even where it says what was known", async () => {
    const id = await known("えびす堂");
    const given = answers({ phone: { text: "087-000-0001" } });
    await answerSurvey(me(), { seen: { id, version: 1 }, answers: given, sheet: SHEET });
    await answerSurvey(me(), { seen: { id, version: 2 }, answers: given, sheet: { ...SHEET, agreed: false } });
    const newest = await newestOf(id);
    expect(newest.sentence).toContain("利用への同意なし");
    expect([newest.changes, newest.viewerCanUndo]).toEqual([[], false]);
  });

  it("tells who changed the same thing while it was entered", async () => {
    const id = await known("おかめ堂");
    await saveBusiness(me(), {
      seen: { id, version: 1 },
      edits: [{ key: "fax", text: "087-111-1111" }],
      source: "adviser",
      on: SHEET.on,
    });
    const given = answers({ fax: { text: "087-222-2222" } });
    const refused = await answerSurvey(me(), { seen: { id, version: 1 }, answers: given, sheet: SHEET });
    expect(refused).toMatchObject({ problems: [{ code: "CHANGED_MEANWHILE", field: "fax" }] });
  });

  it("is nothing another federation may enter", async () => {
    const id = await known("かもめ堂");
    const stranger = actingAs(database.orm, { federation: TOKUSHIMA });
    const request = { seen: { id, version: 1 }, answers: answers({ fax: { text: "087-222-2222" } }), sheet: SHEET };
    await expect(answerSurvey(stranger, request)).rejects.toThrow("business");
  });
});
