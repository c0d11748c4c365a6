import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FieldEdit } from "#domain/business/read-edit.ts";
import type { PlainDate } from "#domain/calendar.ts";
import { BusinessEventRecord } from "#persistence/business-event-record.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { listTimeline } from "#queries/timeline.ts";
import { actingAs, knownBusinesses, TODAY } from "../../test/acting.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { confirmFacts } from "./confirm-facts.ts";
import { saveBusiness, type SaveBusinessRequest } from "./save-business.ts";
import { startGroup } from "./start-group.ts";
import { undoBusinessChange } from "./undo-business-change.ts";

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

const me = (today?: string) => actingAs(database.orm, today === undefined ? {} : { today });
const business = (id: string) => me().em.findOneOrFail(BusinessRecord, { id });

async function known(name: string): Promise<string> {
  const [id = ""] = await knownBusinesses(database.orm, [name]);
  return id;
}

type Edits = readonly FieldEdit[] & Partial<SaveBusinessRequest>;

/** Saves edits; the day and who said it may be hung on them. */
function save(id: string, version: number, edits: Edits) {
  const { source = "adviser", on } = edits;
  return saveBusiness(me(), { seen: { id, version }, edits, source, ...(on === undefined ? {} : { on }) });
}

const told = (edits: readonly FieldEdit[], on: string, source: SaveBusinessRequest["source"] = "adviser"): Edits =>
  Object.assign([...edits], { on: on as PlainDate, source });

const codesOf = (decision: Awaited<ReturnType<typeof saveBusiness>>) =>
  decision.accepted ? [] : decision.problems.map(({ code, field }) => [code, field]);

describe("what somebody types of a business", () => {
  it("is read as lists are, with who said it and when", async () => {
    const id = await known("あかね堂");
    const edits = [
      { key: "employees", text: "約２０名" },
      { key: "capitalYen", text: "1,000万円" },
      { key: "established", text: "R7.4.1" },
      { key: "needs", text: "人手不足:3\n集客" },
      { key: "seeks", text: "", none: true },
    ] as const;
    expect(await save(id, 1, told(edits, "2026-11-20", "owner"))).toMatchObject({
      accepted: true,
    });
    const owner = { source: "owner", on: "2026-11-20" };
    expect((await business(id)).facts).toEqual({
      employees: { value: 20, about: true, ...owner },
      capitalYen: { value: 10_000_000, ...owner },
      established: { value: "2025-04-01", ...owner },
      needs: { value: expect.arrayContaining([["K02", 3]]), ...owner },
      seeks: { value: [], ...owner },
    });
  });

  it("is refused whole with every problem at its field", async () => {
    const id = await known("いろは堂");
    const edits = [
      { key: "name", text: " " },
      { key: "employees", text: "たくさん" },
      { key: "corporateNumber", text: "123" },
      { key: "capitalYen", text: "300" },
      { key: "phone", text: "", none: true },
    ] as const;
    expect(codesOf(await save(id, 1, told(edits, "2026-11-22")))).toEqual([
      ["FIELD_NOT_READ", "employees"],
      ["FIELD_NOT_READ", "corporateNumber"],
      ["FIELD_NOT_READ", "capitalYen"],
      ["FIELD_NONE_NOT_POSSIBLE", "phone"],
      ["BUSINESS_NAME_MISSING", "name"],
      ["TOLD_IN_FUTURE", "on"],
    ]);
    expect(await business(id)).toMatchObject({ name: "いろは堂", version: 1, facts: {} });
  });

  it("makes a thing unknown again where it is left empty", async () => {
    const id = await known("うぐいす堂");
    await save(id, 1, [{ key: "phone", text: "087-000-0000" }]);
    await save(id, 2, [{ key: "phone", text: "" }]);
    expect((await business(id)).facts).toEqual({});
  });

  it("puts the municipality right with the address, and forgets a point in the old one", async () => {
    const id = await known("えびす堂");
    await save(id, 1, [
      { key: "address", text: "香川県高松市番町一丁目" },
      { key: "place", text: "34.34, 134.04" },
    ]);
    expect((await business(id)).facts).toMatchObject({
      municipality: { value: "37201", source: "estimate" },
      place: { value: { lat: 34.34, lon: 134.04 } },
    });
    await save(id, 2, [{ key: "address", text: "香川県丸亀市大手町" }]);
    const { facts } = await business(id);
    expect([facts.municipality?.value, facts.place]).toEqual(["37202", undefined]);
  });
});

describe("two people who change a business at once", () => {
  it("do not get in each other's way where they change different things", async () => {
    const id = await known("おかめ堂");
    await save(id, 1, [{ key: "phone", text: "087-111-1111" }]);
    expect(await save(id, 1, [{ key: "employees", text: "3" }])).toMatchObject({ accepted: true });
    expect((await business(id)).facts).toMatchObject({ phone: { value: "087-111-1111" }, employees: { value: 3 } });
  });

  it("are told where they change the same, and the second keeps the choice", async () => {
    const id = await known("かもめ堂");
    await save(id, 1, [{ key: "phone", text: "087-111-1111" }]);
    const second = await save(id, 1, [{ key: "phone", text: "087-222-2222" }]);
    expect(second).toEqual({
      accepted: false,
      problems: [{ code: "CHANGED_MEANWHILE", field: "phone", by: "coordinator of 37" }],
    });
    expect(await save(id, 2, [{ key: "phone", text: "087-222-2222" }])).toMatchObject({ accepted: true });
  });

  it("both succeed when they press in the same moment", async () => {
    const id = await known("きつね堂");
    const both = await Promise.all([
      save(id, 1, [{ key: "phone", text: "087-111-1111" }]),
      save(id, 1, [{ key: "employees", text: "3" }]),
    ]);
    expect(both.map(({ accepted }) => accepted)).toEqual([true, true]);
    expect((await business(id)).version).toBe(3);
  });
});

describe("a business added by hand", () => {
  it("is known from then on, and asked about where one of its name is known", async () => {
    const add = (name: string, more = {}) =>
      saveBusiness(me(), { edits: [{ key: "name", text: name }], source: "adviser", ...more });
    expect(await add("株式会社くすのき")).toMatchObject({ accepted: true });
    const again = await add("㈱クスノキ");
    expect(again).toMatchObject({ problems: [{ code: "POSSIBLY_KNOWN", names: ["株式会社くすのき"] }] });
    expect(await add("㈱クスノキ", { isAnother: true })).toMatchObject({ accepted: true });
  });

  it("is asked about where telephone or door are those of a business of another spelling", async () => {
    const add = (fields: Readonly<Record<string, string>>, more = {}) =>
      saveBusiness(me(), {
        edits: Object.entries(fields).map(([key, text]) => ({ key: key as FieldEdit["key"], text })),
        ...{ source: "owner", ...more },
      });
    const door = "香川県高松市紺屋町9番地の6";
    await add({ name: "有限会社いぶき製作所", phone: "087-811-0001", address: door });
    const like = { problems: [{ code: "POSSIBLY_KNOWN", names: ["有限会社いぶき製作所"] }] };
    expect(await add({ name: "イブキ製作処", phone: "(087)811-0001" })).toMatchObject(like);
    expect(await add({ name: "(有)いぶき製作", address: "高松市紺屋町9-6" })).toMatchObject(like);
    expect(await add({ name: "はるか書店", address: "高松市紺屋町9-7" })).toMatchObject({ accepted: true });
  });

  it("leaves the known ones again where adding it is taken back, as long as nobody built on it", async () => {
    const add = async (name: string) => {
      const added = await saveBusiness(me(), { edits: [{ key: "name", text: name }], source: "owner" });
      if (!added.accepted) throw new Error("The fixture was refused.");
      return added.change.businessId;
    };
    const undoAdding = async (id: string) => {
      const event = await me().em.findOneOrFail(BusinessEventRecord, { businessId: id, kind: "ADDED" });
      return undoBusinessChange(me(), event.id);
    };
    const [id, edited, grouped] = [await add("ひいらぎ荘"), await add("ふうりん荘"), await add("ほたる荘")];
    const timeline = await listTimeline(me(), id, { first: 1, after: undefined });
    expect(timeline.edges[0]?.node.viewerCanUndo).toBe(true);
    expect(await undoAdding(id)).toMatchObject({ accepted: true });
    expect(await me().em.findOne(BusinessRecord, { id })).toBeNull();

    await save(edited, 1, [{ key: "phone", text: "087-111-1111" }]);
    expect(await undoAdding(edited)).toMatchObject({ problems: [{ code: "CHANGE_OVERTAKEN" }] });
    await startGroup(me(), { name: "組", purpose: "COOPERATIVE", memberIds: [grouped, edited] });
    expect(await undoAdding(grouped)).toMatchObject({ problems: [{ code: "ADDED_IS_USED" }] });
  });

  it("never takes a number another one has", async () => {
    const number = "1000012160153";
    await saveBusiness(me(), {
      edits: [
        { key: "name", text: "けやき" },
        { key: "corporateNumber", text: number },
        { key: "externalId", text: "K-1" },
      ],
      source: "register",
    });
    const id = await known("こぶし");
    const taken = await save(id, 1, [
      { key: "corporateNumber", text: number },
      { key: "externalId", text: "K-1" },
    ]);
    expect(codesOf(taken)).toEqual([
      ["KEY_TAKEN", "externalId"],
      ["KEY_TAKEN", "corporateNumber"],
    ]);
  });
});

describe("a fact that still holds", () => {
  it("is renewed with the same value, and the history tells it", async () => {
    const id = await known("さくら堂");
    await save(id, 1, told([{ key: "needs", text: "人手不足" }], "2026-01-10"));
    const confirmed = await confirmFacts(me(), { seen: { id, version: 2 }, keys: ["needs"], source: "owner" });
    expect(confirmed).toMatchObject({ accepted: true });
    expect((await business(id)).facts).toEqual({ needs: { value: [["K02", 1]], source: "owner", on: TODAY } });
    expect(await me().em.count(BusinessEventRecord, { businessId: id, kind: "CONFIRMED" })).toBe(1);
  });

  it("cannot be renewed where nobody knows it", async () => {
    const id = await known("しらかば堂");
    const refused = await confirmFacts(me(), { seen: { id, version: 1 }, keys: ["needs"], source: "owner" });
    expect(refused).toMatchObject({ problems: [{ code: "NOTHING_TO_CONFIRM", field: "needs" }] });
  });
});

describe("a change taken back", () => {
  const lastChange = async (id: string) =>
    (await me().em.findOneOrFail(BusinessEventRecord, { businessId: id }, { orderBy: { businessVersion: "desc" } })).id;

  it("leads back to what was known before, and can itself be taken back", async () => {
    const id = await known("すみれ堂");
    await save(id, 1, [{ key: "phone", text: "087-111-1111" }]);
    await save(id, 2, [
      { key: "phone", text: "087-222-2222" },
      { key: "name", text: "すみれ本舗" },
    ]);
    const before = (await business(id)).facts;
    await undoBusinessChange(me(), await lastChange(id));
    expect(await business(id)).toMatchObject({ name: "すみれ堂", facts: { phone: { value: "087-111-1111" } } });
    await undoBusinessChange(me(), await lastChange(id));
    expect(await business(id)).toMatchObject({ name: "すみれ本舗", facts: before });
  });

  it("leaves what was changed again since, and is refused where that is everything", async () => {
    const id = await known("せり堂");
    await save(id, 1, [
      { key: "phone", text: "087-111-1111" },
      { key: "fax", text: "087-333-3333" },
    ]);
    const first = await lastChange(id);
    await save(id, 2, [{ key: "phone", text: "087-222-2222" }]);
    expect(await undoBusinessChange(me(), first)).toMatchObject({ change: { changedSince: ["phone"] } });
    expect((await business(id)).facts).toMatchObject({ phone: { value: "087-222-2222" } });
    expect(await undoBusinessChange(me(), first)).toMatchObject({ problems: [{ code: "CHANGE_OVERTAKEN" }] });
  });

  it("is offered on the timeline only while something of it stands", async () => {
    const id = await known("そら堂");
    await save(id, 1, [{ key: "phone", text: "087-111-1111" }]);
    await save(id, 2, [{ key: "phone", text: "087-222-2222" }]);
    const { edges, totalCount } = await listTimeline(me(), id, { first: 10, after: undefined });
    expect(totalCount).toBe(2);
    expect(edges.map(({ node }) => [node.viewerCanUndo, node.changes])).toEqual([
      [true, [{ name: "電話", before: "087-111-1111", after: "087-222-2222" }]],
      [false, [{ name: "電話", before: null, after: "087-111-1111" }]],
    ]);
    const older = await listTimeline(me(), id, { first: 1, after: edges[0]!.cursor });
    expect(older.edges.map(({ node }) => node.id)).toEqual([edges[1]!.node.id]);
  });
});
