import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ConflictError, NotFoundError } from "#domain/errors.ts";
import { findGroupPage, listGroupEvents, listGroups } from "#queries/group-pages.ts";
import { globalId } from "#queries/global-id.ts";
import { actingAs, knownBusinesses, TODAY, TOKUSHIMA, type TestContext } from "../../test/acting.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { addGroupMember } from "./add-group-member.ts";
import { advanceGroup } from "./advance-group.ts";
import { changeGroupMember } from "./change-group-member.ts";
import { startGroup } from "./start-group.ts";
import { undoGroupStage } from "./undo-group-stage.ts";

let database: TestDatabase;
let groupId: string;
let businesses: string[];
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

beforeEach(async () => {
  businesses = await knownBusinesses(database.orm, ["甲製麺", "乙製粉", "丙水産"]);
  const started = await startGroup(me(), {
    name: "讃岐の台所",
    purpose: "COOPERATIVE",
    memberIds: businesses.slice(0, 2),
  });
  if (!started.accepted) throw new Error("The fixture was refused.");
  groupId = started.change.groupId;
});

const me = (today: string = TODAY): TestContext => actingAs(database.orm, { today });
const colleague = (): TestContext => {
  const ctx = actingAs(database.orm);
  return { ...ctx, viewer: { ...ctx.viewer, accountId: "00000000-0000-4000-8000-00000000beef" } };
};
const evidence = { evidenceNote: "交流会を開いた", evidenceOn: TODAY };

async function history(): Promise<string[]> {
  const page = await listGroupEvents(me(), groupId, { first: 50, after: undefined });
  return page.edges.map(({ node }) => node.sentence);
}

describe("a group", () => {
  it("starts at discovery with every member a candidate, and its history begins", async () => {
    const page = await findGroupPage(me(), groupId);
    expect(page).toMatchObject({ name: "讃岐の台所", stage: "DISCOVERY", version: 1, memberCount: 2 });
    expect(page?.members.map(({ business, state }) => [business.name, state]).sort()).toEqual([
      ["乙製粉", "CANDIDATE"],
      ["甲製麺", "CANDIDATE"],
    ]);
    expect(await history()).toEqual(["グループを作りました。"]);
  });

  it("cannot be started with another federation's business", async () => {
    const [stranger = ""] = await knownBusinesses(database.orm, ["よその店"], TOKUSHIMA);
    const started = startGroup(me(), {
      name: "組",
      purpose: "COOPERATIVE",
      memberIds: [businesses[0] ?? "", stranger],
    });
    await expect(started).rejects.toThrow(NotFoundError);
  });

  it("moves on by evidence, and its history tells by whom, when and why", async () => {
    const decision = await advanceGroup(me(), { id: groupId, version: 1 }, { toStage: "EXCHANGE", ...evidence });
    expect(decision.accepted).toBe(true);
    expect(await findGroupPage(me(), groupId)).toMatchObject({
      stage: "EXCHANGE",
      version: 2,
      viewerCanUndoStage: true,
    });
    const page = await listGroupEvents(me(), groupId, { first: 1, after: undefined });
    expect(page.edges[0]?.node).toMatchObject({
      kind: "STAGE_ENTERED",
      sentence: "「交流会」に進みました。",
      by: "coordinator of 37",
      evidenceNote: "交流会を開いた",
      evidenceOn: TODAY,
      overrideReason: null,
    });
  });

  it("stays where it is, with nothing written, when it is refused", async () => {
    const decision = await advanceGroup(me(), { id: groupId, version: 1 }, { toStage: "FOUNDING" });
    expect(decision).toMatchObject({ accepted: false, problems: [{ code: "OVERRIDE_REASON_MISSING" }] });
    expect(await findGroupPage(me(), groupId)).toMatchObject({ stage: "DISCOVERY", version: 1 });
    expect(await history()).toHaveLength(1);
  });

  it("is moved once where two people move it at the same time; the slower one is told", async () => {
    const moves = [me(), colleague()].map((ctx) =>
      advanceGroup(ctx, { id: groupId, version: 1 }, { toStage: "EXCHANGE", ...evidence }),
    );
    const settled = await Promise.allSettled(moves);
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(settled.find(({ status }) => status === "rejected")).toMatchObject({ reason: expect.any(ConflictError) });
    expect(await history()).toHaveLength(2);
  });

  it("goes back by undoing, and both the move and the undoing stay in the history", async () => {
    await advanceGroup(me(), { id: groupId, version: 1 }, { toStage: "EXCHANGE", ...evidence });
    expect((await undoGroupStage(me(), { id: groupId, version: 2 })).accepted).toBe(true);
    expect(await findGroupPage(me(), groupId)).toMatchObject({
      stage: "DISCOVERY",
      stageSince: TODAY,
      version: 3,
      viewerCanUndoStage: false,
    });
    expect(await history()).toEqual([
      "直前の移動を取り消し、「発掘」に戻しました。",
      "「交流会」に進みました。",
      "グループを作りました。",
    ]);
  });

  it("is not undone by somebody else, nor twice", async () => {
    await advanceGroup(me(), { id: groupId, version: 1 }, { toStage: "EXCHANGE", ...evidence });
    expect(await undoGroupStage(colleague(), { id: groupId, version: 2 })).toMatchObject({
      problems: [{ code: "UNDO_NOT_YOURS" }],
    });
    await undoGroupStage(me(), { id: groupId, version: 2 });
    expect(await undoGroupStage(me(), { id: groupId, version: 3 })).toMatchObject({
      problems: [{ code: "NOTHING_TO_UNDO" }],
    });
  });

  it("takes a further business as a candidate, once", async () => {
    const added = await addGroupMember(me(), { id: groupId, version: 1 }, businesses[2] ?? "");
    expect(added.accepted).toBe(true);
    expect((await history())[0]).toBe("「丙水産」を加えました。");
    expect(await addGroupMember(me(), { id: groupId, version: 2 }, businesses[2] ?? "")).toMatchObject({
      problems: [{ code: "MEMBER_ALREADY_IN" }],
    });
  });

  it("records how far a member has come, since when, and the history tells it", async () => {
    const [first = ""] = businesses;
    const wanted = { businessId: first, state: "INTERESTED" } as const;
    expect((await changeGroupMember(me(), { id: groupId, version: 1 }, wanted)).accepted).toBe(true);
    const page = await findGroupPage(me(), groupId);
    expect(page?.members.find(({ business }) => business.name === "甲製麺")).toMatchObject({
      stateName: "関心あり",
      since: TODAY,
    });
    expect((await history())[0]).toBe("「甲製麺」を「関心あり」にしました。");
    await expect(changeGroupMember(colleague(), { id: groupId, version: 1 }, wanted)).rejects.toThrow(ConflictError);
    expect(await changeGroupMember(colleague(), { id: groupId, version: 2 }, wanted)).toMatchObject({
      problems: [{ code: "MEMBER_STATE_SAME" }],
    });
  });

  it("is listed newest first, page by page, and not to another federation", async () => {
    const first = await listGroups(me(), { first: 1, after: undefined });
    const rest = await listGroups(me(), { first: 100, after: first.pageInfo.endCursor ?? undefined });
    expect(first.edges[0]?.node.id).not.toBe(rest.edges[0]?.node.id);
    expect(1 + rest.edges.length).toBe(first.totalCount);
    const elsewhere = await listGroups(actingAs(database.orm, { federation: TOKUSHIMA }), {
      first: 10,
      after: undefined,
    });
    expect(elsewhere.totalCount).toBe(0);
    expect(await findGroupPage(me(), groupId)).toMatchObject({ id: globalId("Group", groupId) });
  });
});
