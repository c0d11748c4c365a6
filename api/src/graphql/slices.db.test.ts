import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { globalId } from "#queries/global-id.ts";
import { clock } from "#server/clock.ts";
import { KAGAWA, knownBusinesses } from "../../test/acting.ts";
import { openTestServer, type TestServer } from "../../test/test-server.ts";

let server: TestServer;
let send: Awaited<ReturnType<TestServer["signedInAs"]>>;
beforeAll(async () => {
  server = await openTestServer();
  send = await server.signedInAs("coordinator");
});
afterAll(() => server.close());

const field = (data: Record<string, unknown> | null, ...path: string[]) =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], data);

describe("an answer to a change shows the thing as it is now", () => {
  it("when a group is started, moved on and moved back", async () => {
    const ids = (await knownBusinesses(server.database.orm, ["甲", "乙"], KAGAWA)).map((id) =>
      globalId("Business", id),
    );
    const started = await send(
      `mutation ($ids: [ID!]!) { startGroup(input: { name: "組", purpose: "COOPERATIVE", memberIds: $ids }) { group { id version stage } problems { code } } }`,
      { ids },
    );
    const id = field(started.data, "startGroup", "group", "id");
    const moved = await send(
      `mutation ($id: ID!, $on: PlainDate) { advanceGroup(input: { groupId: $id, version: 1, toStage: EXCHANGE, evidenceNote: "開いた", evidenceOn: $on }) { group { version stage stageName viewerCanUndoStage } problems { code } } }`,
      { id, on: clock.today() },
    );
    expect(moved.data?.["advanceGroup"]).toEqual({
      group: { version: 2, stage: "EXCHANGE", stageName: "交流会", viewerCanUndoStage: true },
      problems: [],
    });
    const back = await send(
      `mutation ($id: ID!) { undoGroupStage(input: { groupId: $id, version: 2 }) { group { version stage viewerCanUndoStage } problems { code } } }`,
      { id },
    );
    expect(field(back.data, "undoGroupStage", "group")).toEqual({
      version: 3,
      stage: "DISCOVERY",
      viewerCanUndoStage: false,
    });
    const stale = await send(
      `mutation ($id: ID!) { undoGroupStage(input: { groupId: $id, version: 2 }) { problems { code } } }`,
      { id },
    );
    expect(stale.codes).toEqual(["CONFLICT"]);
    const conflict = await send(
      `mutation ($id: ID!, $on: PlainDate) { advanceGroup(input: { groupId: $id, version: 2, toStage: EXCHANGE, evidenceNote: "x", evidenceOn: $on }) { problems { code } } }`,
      { id, on: clock.today() },
    );
    expect([conflict.codes, conflict.messages[0]]).toEqual([["CONFLICT"], expect.stringContaining("先に変更")]);
  });

  it("when a list is handed in, asked to be written, and cancelled", async () => {
    const content = Buffer.from("事業者名,課題\n新しい店,人手不足\n").toString("base64");
    const handed = await send(
      `mutation ($content: String!) { importBusinesses(input: { fileName: "a.csv", contentBase64: $content }) { businessImport { id status newCount columns { header fieldName } } problems { code } } }`,
      { content },
    );
    expect(field(handed.data, "importBusinesses", "businessImport")).toMatchObject({ status: "PREVIEW", newCount: 1 });
    const id = field(handed.data, "importBusinesses", "businessImport", "id");
    const taken = await send(
      `mutation ($id: ID!) { applyImport(input: { importId: $id }) { businessImport { status appliedAt } problems { code } } }`,
      { id },
    );
    expect(field(taken.data, "applyImport", "businessImport")).toEqual({ status: "WAITING", appliedAt: null });
    const stopped = await send(
      `mutation ($id: ID!) { cancelImport(input: { importId: $id }) { businessImport { status isCancelled } problems { code } } }`,
      { id },
    );
    expect(field(stopped.data, "cancelImport", "businessImport")).toEqual({ status: "PREVIEW", isCancelled: true });
  });

  it("when a question is asked and cancelled", async () => {
    const asked = await send(
      `mutation { startDiscovery(input: { question: { purpose: "COOPERATIVE" } }) { discovery { id status summary } problems { code } } }`,
    );
    expect(field(asked.data, "startDiscovery", "discovery")).toMatchObject({ status: "WAITING" });
    const id = field(asked.data, "startDiscovery", "discovery", "id");
    const cancelled = await send(
      `mutation ($id: ID!) { cancelDiscovery(input: { discoveryId: $id }) { discovery { status } problems { code } } }`,
      { id },
    );
    expect(field(cancelled.data, "cancelDiscovery", "discovery")).toEqual({ status: "CANCELLED" });
  });
});

describe("an input that is null", () => {
  it("is as one that was left out", async () => {
    const asked = await send(
      `mutation { startDiscovery(input: { question: { purpose: "COOPERATIVE", withinKm: null, sizeMin: null, demand: null, form: null } }) { discovery { sizeMin withinKm } problems { code } } }`,
    );
    expect(field(asked.data, "startDiscovery", "discovery")).toEqual({ sizeMin: 4, withinKm: 8 });
    const [a = "", b = ""] = await knownBusinesses(server.database.orm, ["甲", "乙"], KAGAWA);
    const ids = [a, b].map((id) => globalId("Business", id));
    const started = await send(
      `mutation ($ids: [ID!]!) { startGroup(input: { name: "組", purpose: "COOPERATIVE", memberIds: $ids, discoveryId: null, rank: null }) { group { id } problems { code } } }`,
      { ids },
    );
    const moved = await send(
      `mutation ($id: ID!) { advanceGroup(input: { groupId: $id, version: 1, toStage: EXCHANGE, evidenceNote: null, evidenceOn: null }) { problems { code } } }`,
      { id: field(started.data, "startGroup", "group", "id") },
    );
    expect(field(moved.data, "advanceGroup", "problems")).toEqual([
      { code: "EVIDENCE_NOTE_MISSING" },
      { code: "EVIDENCE_DATE_MISSING" },
    ]);
  });
});

describe("the reference data in answers", () => {
  it("says of a business whether it is small, by which article, and what to ask", async () => {
    const [id = ""] = await knownBusinesses(server.database.orm, ["名だけの店"], KAGAWA);
    const answer = await send(
      `query ($id: ID!) { business(id: $id) { sizeTest { verdict band missing law smallEnterprise { verdict missing } } } }`,
      { id: globalId("Business", id) },
    );
    expect(field(answer.data, "business", "sizeTest")).toEqual({
      verdict: "UNKNOWN",
      band: null,
      missing: ["industry", "employees", "capitalYen"],
      law: "中小企業等協同組合法第7条第1項第1号（2013年12月1日時点の条文）",
      smallEnterprise: { verdict: "UNKNOWN", missing: ["industry", "employees"] },
    });
  });

  it("says of an issue how far which joint business can answer it", async () => {
    const answer = await send(
      `{ vocabularies { issues { code answerablePermille jointBusinesses { name law } } industries { code } } }`,
    );
    expect(field(answer.data, "vocabularies", "issues")).toContainEqual({
      code: "K05",
      answerablePermille: 700,
      jointBusinesses: [{ name: "共同購買（仕入）", law: "中小企業等協同組合法第9条の2第1項第1号" }],
    });
    expect(field(answer.data, "vocabularies", "industries")).toHaveLength(119);
  });
});

describe("a sentence of the api", () => {
  it("is English for whoever asks in English", async () => {
    const answer = await server.send("{ businesses { totalCount } }", {}, { "x-musubi-language": "en" });
    expect(answer.messages).toEqual(["Please sign in."]);
  });
});
