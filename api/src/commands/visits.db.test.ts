import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlainDate } from "#domain/calendar.ts";
import { ConflictError } from "#domain/errors.ts";
import type { VisitNote } from "#domain/visit/visit.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { listTimeline } from "#queries/timeline.ts";
import { findVisitPage, listDueSteps, listOpenSteps } from "#queries/visit-pages.ts";
import { actingAs, knownBusinesses, TODAY, TOKUSHIMA } from "../../test/acting.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { correctVisit } from "./correct-visit.ts";
import { mergeBusinesses } from "./merge-businesses.ts";
import { recordVisit, type RecordVisitRequest } from "./record-visit.ts";
import { restoreVisit } from "./restore-visit.ts";
import { reopenNextStep, settleNextStep } from "./settle-next-step.ts";
import { undoMerge } from "./undo-merge.ts";
import { withdrawVisit } from "./withdraw-visit.ts";

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

const me = () => actingAs(database.orm);
const facts = async (id: string) => (await me().em.findOneOrFail(BusinessRecord, { id })).facts;
const day = (text: string) => text as PlainDate;
const note = (more: Partial<VisitNote> = {}): VisitNote => ({
  ...{ on: TODAY, channel: "VISIT", told: "夏は人手が余る", impression: "", nextStep: "" },
  ...more,
});

async function visit(id: string, more: Partial<RecordVisitRequest> = {}): Promise<string> {
  const version = (await me().em.findOneOrFail(BusinessRecord, { id })).version;
  const request = { seen: { id, version }, note: note(), answers: [], settles: [], ...more };
  const decision = await recordVisit(me(), request);
  if (!decision.accepted) throw new Error(JSON.stringify(decision.problems));
  return decision.change.visitId;
}

async function known(name: string): Promise<string> {
  const [id = ""] = await knownBusinesses(database.orm, [name]);
  return id;
}

describe("a visit that is noted", () => {
  it("moves the last contact on, names who looks after the business, and makes answers the owner's facts", async () => {
    const id = await known("あおば");
    await visit(id, { note: note({ on: day("2026-11-10") }), answers: [{ key: "needs", text: "人手不足:3" }] });
    expect(await facts(id)).toMatchObject({
      lastContact: { value: "2026-11-10", source: "adviser" },
      adviser: { value: "coordinator of 37" },
      needs: { value: [["K02", 3]], source: "owner", on: "2026-11-10" },
    });
    await visit(id, { note: note({ on: day("2026-10-01") }) });
    expect((await facts(id)).lastContact?.value).toBe("2026-11-10");
  });

  it("leaves the one who looks after the business already", async () => {
    const id = await known("あけび");
    await visit(id, { answers: [{ key: "adviser", text: "山田 太郎" }] });
    await visit(id);
    expect((await facts(id)).adviser?.value).toBe("山田 太郎");
  });

  it("stands on the timeline with what it brought, in one line", async () => {
    const id = await known("いちょう");
    await visit(id, { answers: [{ key: "employees", text: "3" }] });
    const { edges, totalCount } = await listTimeline(me(), id, { first: 10, after: undefined });
    expect([totalCount, edges[0]?.node]).toMatchObject([
      1,
      {
        ...{ kind: "VISIT", visit: { told: "夏は人手が余る" } },
        changes: [
          { name: "担当指導員", before: null, after: "coordinator of 37" },
          { name: "従業員数", before: null, after: "3人" },
        ],
      },
    ]);
  });

  it("is refused whole with the problems of note and answers together", async () => {
    const id = await known("うつぎ");
    const request = { seen: { id, version: 1 }, settles: [], answers: [{ key: "employees", text: "多い" }] as const };
    const refused = await recordVisit(me(), { ...request, note: note({ on: day("2026-11-22") }) });
    expect(refused).toMatchObject({
      problems: [{ code: "VISIT_IN_FUTURE" }, { code: "FIELD_NOT_READ", field: "employees" }],
    });
    expect(await facts(id)).toEqual({});
  });

  it("settles the steps it was made for", async () => {
    const id = await known("えのき");
    const first = await visit(id, { note: note({ nextStep: "資料を届ける", nextOn: day("2026-11-25") }) });
    expect((await listOpenSteps(me(), id)).map(({ nextStep }) => nextStep)).toEqual(["資料を届ける"]);
    await visit(id, { settles: [first] });
    expect(await listOpenSteps(me(), id)).toEqual([]);
    await reopenNextStep(me(), first);
    expect((await listOpenSteps(me(), id)).map(({ state }) => state)).toEqual(["KEPT"]);
  });
});

describe("a visit that was noted wrongly", () => {
  it("is corrected by the one who made it, and what it said is kept", async () => {
    const id = await known("おうち");
    const visitId = await visit(id, { note: note({ on: day("2026-11-10") }) });
    await correctVisit(me(), { visitId, version: 1 }, note({ on: day("2026-11-09"), told: "冬は人手が余る" }));
    expect(await findVisitPage(me(), visitId)).toMatchObject({
      ...{ told: "冬は人手が余る", on: "2026-11-09", version: 2 },
      earlier: [{ told: "夏は人手が余る", on: "2026-11-10" }],
    });
    expect((await facts(id)).lastContact?.value).toBe("2026-11-09");
    await expect(correctVisit(me(), { visitId, version: 1 }, note())).rejects.toThrow(ConflictError);
  });

  it("is withdrawn with the facts it brought, but for what was changed since", async () => {
    const id = await known("かえで");
    await visit(id, { note: note({ on: day("2026-11-01") }) });
    const visitId = await visit(id, { answers: [{ key: "employees", text: "3" }] });
    await withdrawVisit(me(), { visitId, version: 1 });
    const left = await facts(id);
    expect([left.employees, left.lastContact?.value]).toEqual([undefined, "2026-11-01"]);
    expect(await findVisitPage(me(), visitId)).toMatchObject({ state: "WITHDRAWN", viewerCanChange: false });
    expect(await withdrawVisit(me(), { visitId, version: 2 })).toMatchObject({
      problems: [{ code: "VISIT_WITHDRAWN_ALREADY" }],
    });
  });

  it("comes back when withdrawing is undone, with its facts but for those changed since", async () => {
    const id = await known("かしわ");
    const answers = [
      { key: "employees", text: "3" },
      { key: "note", text: "昼は留守" },
    ] as const;
    const step = { nextStep: "資料を届ける" };
    const visitId = await visit(id, { answers, note: note(step) });
    await settleNextStep(me(), visitId);
    await withdrawVisit(me(), { visitId, version: 2 });
    expect(await facts(id)).toEqual({});
    expect(await findVisitPage(me(), visitId)).toMatchObject({ told: "夏は人手が余る", viewerCanRestore: true });
    await visit(id, { note: note({ on: day("2026-11-01") }), answers: [{ key: "note", text: "朝は留守" }] });

    await restoreVisit(me(), { visitId, version: 3 });
    expect(await findVisitPage(me(), visitId)).toMatchObject({ state: "DONE", version: 4, viewerCanRestore: false });
    expect(await facts(id)).toMatchObject({
      ...{ employees: { value: 3, source: "owner" }, note: { value: "朝は留守" }, lastContact: { value: TODAY } },
    });
    await withdrawVisit(me(), { visitId, version: 4 });
    expect([(await facts(id)).employees, (await facts(id)).lastContact?.value]).toEqual([undefined, "2026-11-01"]);
  });

  it("is nobody else's to change, and not there for another federation", async () => {
    const visitId = await visit(await known("きり"));
    const colleague = { ...me(), viewer: { ...me().viewer, accountId: "00000000-0000-4000-8000-000000000099" } };
    expect(await correctVisit(colleague, { visitId, version: 1 }, note())).toMatchObject({
      problems: [{ code: "VISIT_NOT_YOURS" }],
    });
    await withdrawVisit(me(), { visitId, version: 1 });
    expect(await restoreVisit(colleague, { visitId, version: 2 })).toMatchObject({
      problems: [{ code: "VISIT_NOT_YOURS" }],
    });
    const stranger = actingAs(database.orm, { federation: TOKUSHIMA });
    await expect(settleNextStep(stranger, visitId)).rejects.toThrow("visit");
    expect(await findVisitPage(stranger, visitId)).toBeNull();
  });

  it("cannot be rewritten in the store", async () => {
    await expect(me().em.execute("update visit set told = ''")).rejects.toThrow(/denied/);
    await expect(me().em.execute("delete from visit")).rejects.toThrow(/denied/);
  });
});

describe("the next steps that are due", () => {
  it("are one's own, up to a day, the soonest first, those without a day last, without those done", async () => {
    const fresh = await openTestDatabase();
    const ctx = () => actingAs(fresh.orm);
    const [id = ""] = await knownBusinesses(fresh.orm, ["くぬぎ"]);
    const step = async (nextStep: string, nextOn?: string) => {
      const { version } = await ctx().em.findOneOrFail(BusinessRecord, { id });
      const request = { seen: { id, version }, answers: [], settles: [] };
      const noted = await recordVisit(ctx(), {
        ...request,
        note: note({ nextStep, ...(nextOn ? { nextOn: day(nextOn) } : {}) }),
      });
      return noted.accepted ? noted.change.visitId : "";
    };
    await step("いつか");
    await step("", undefined);
    await step("あとで", "2026-11-30");
    await step("次に", "2026-11-23");
    const done = await step("済んだ", "2026-11-22");
    await step("まず", "2026-11-21");
    await settleNextStep(ctx(), done);
    const due = await listDueSteps(ctx(), day("2026-11-28"), { first: 1, after: undefined });
    expect([due.totalCount, due.edges.map(({ node }) => node.nextStep)]).toEqual([3, ["まず"]]);
    const rest = await listDueSteps(ctx(), day("2026-11-28"), { first: 5, after: due.edges[0]!.cursor });
    expect(rest.edges.map(({ node }) => node.nextStep)).toEqual(["次に", "いつか"]);
    const last = await listDueSteps(ctx(), day("2026-11-28"), { first: 5, after: rest.edges.at(-1)!.cursor });
    expect(last.edges).toEqual([]);
    await fresh.close();
  });
});

describe("a visit to a business that turns out to be another", () => {
  const seen = async (id: string) => {
    const { version } = await me().em.findOneOrFail(BusinessRecord, { id });
    return { id, version };
  };
  const visitsOn = async (id: string) => {
    const { edges } = await listTimeline(me(), id, { first: 10, after: undefined });
    return edges.filter(({ node }) => node.kind === "VISIT").length;
  };

  it("stands with that one, its next step too, can still be withdrawn, and comes back when the merge is undone", async () => {
    const [keep, absorb] = [await known("さくら"), await known("さくら")];
    const next = { nextStep: "見積もりを届ける", nextOn: day("2026-11-22") };
    const visitId = await visit(absorb, { note: note(next), answers: [{ key: "employees", text: "3" }] });
    const merged = await mergeBusinesses(me(), { keep: await seen(keep), absorb: await seen(absorb), choices: [] });
    if (!merged.accepted) throw new Error("The merge was refused.");
    expect([await visitsOn(keep), (await listOpenSteps(me(), keep)).length]).toEqual([1, 1]);
    const due = await listDueSteps(me(), day("2026-11-30"), { first: 50, after: undefined });
    expect(due.edges.find(({ node }) => node.nextStep === next.nextStep)?.node.businessId).toBe(keep);
    expect((await facts(keep)).employees?.value).toBe(3);

    await withdrawVisit(me(), { visitId, version: 1 });
    expect((await facts(keep)).employees).toBeUndefined();
    await undoMerge(me(), merged.change.mergeId);
    expect([await visitsOn(keep), await visitsOn(absorb)]).toEqual([0, 1]);
  });
});
