import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConflictError, NotFoundError } from "#domain/errors.ts";
import { BusinessEventRecord } from "#persistence/business-event-record.ts";
import { GroupMemberRecord, GroupRecord } from "#persistence/group-record.ts";
import { findBusinessPage } from "#queries/business-pages.ts";
import { listDuplicates } from "#queries/duplicate-pages.ts";
import { loadKeptBusinesses } from "#queries/kept-businesses.ts";
import { memberReader } from "#matching/columns/find-candidate.ts";
import { loadLayout } from "#queries/layout.ts";
import { actingAs, KAGAWA, TODAY, TOKUSHIMA } from "../../test/acting.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { applyImport } from "./apply-import.ts";
import { changeBusinesses } from "./change-businesses.ts";
import { changeGroupMember } from "./change-group-member.ts";
import { importBusinesses } from "./import-businesses.ts";
import { judgeDifferent, withdrawDifference } from "./judge-different.ts";
import { lookForDuplicates } from "./look-for-duplicates.ts";
import { mergeBusinesses } from "./merge-businesses.ts";
import { startGroup } from "./start-group.ts";
import { undoMerge } from "./undo-merge.ts";

let database: TestDatabase;
beforeEach(async () => void (database = await openTestDatabase()));
afterEach(() => database.close());

const me = () => actingAs(database.orm);
const MEMBERS = "管理番号,事業者名,所在地,電話,従業員数,課題\nA1,㈱讃岐製麺,高松市番町1-2-3,087-111-2222,6,人手不足\n";
const VISITED =
  "管理番号,事業者名,所在地,電話,資本金,課題\nB9,讃岐製麺 株式会社,高松市番町一丁目2番3号,087-111-2222,300万円,資金繰り\n";

async function take(text: string) {
  const read = await importBusinesses(me(), { name: "list.csv", bytes: Buffer.from(text) });
  if (!read.accepted) throw new Error(JSON.stringify(read.problems));
  await applyImport(me(), read.change.importId, { skipRefused: false });
  return read.change.preview.counts;
}

async function keyed(key: string) {
  const found = (await loadKeptBusinesses(me().em)).find(({ externalId }) => externalId === key);
  if (found === undefined) throw new Error(`No business ${key}`);
  return found;
}

/** Two entries of one business from two lists with keys of their own. */
async function twice() {
  await take(MEMBERS);
  // The second list is another federation's key space: it must not find the first by name.
  await take(VISITED);
  return [await keyed("A1"), await keyed("B9")] as const;
}

async function merge(choices: Parameters<typeof mergeBusinesses>[1]["choices"] = []) {
  const [keep, absorb] = [await keyed("A1"), await keyed("B9")];
  const merged = await mergeBusinesses(me(), { keep, absorb, choices });
  if (!merged.accepted) throw new Error(JSON.stringify(merged.problems));
  return { keep, absorb, ...merged.change };
}

const openPairs = async () => {
  await lookForDuplicates(me());
  return (await listDuplicates(me(), { first: 10, after: undefined })).edges.map(({ node }) => node);
};

describe("two entries of one business", () => {
  it("are proposed with their reasons, the surest first", async () => {
    await twice();
    expect(await openPairs()).toMatchObject([
      {
        sureness: "CERTAIN",
        surenessName: "ほぼ確実",
        clusterSize: 2,
        reasons: expect.arrayContaining([{ agreement: "SAME", text: "電話が同じ" }]),
      },
    ]);
  });

  it("are proposed no more once they are judged to be two, until that is withdrawn", async () => {
    const [one, other] = await twice();
    await openPairs();
    for (const time of [1, 2]) {
      await judgeDifferent(me(), [other.id, one.id]);
      expect([time, await openPairs()]).toEqual([time, []]);
    }
    await take("事業者名\nほかの店\n");
    expect(await openPairs()).toEqual([]);
    await withdrawDifference(me(), [one.id, other.id]);
    expect(await openPairs()).toHaveLength(1);
  });

  it("are looked for anew only where something has changed", async () => {
    await twice();
    await lookForDuplicates(me());
    await me().em.execute("delete from business_duplicate");
    expect(await openPairs()).toEqual([]);
    await take("事業者名\nほかの店\n");
    expect(await openPairs()).toHaveLength(1);
  });
});

describe("merging two businesses", () => {
  it("keeps one with what is known of both, and the other leads to it", async () => {
    await twice();
    const { keep, absorb } = await merge();
    const kept = await keyed("A1");
    expect(kept).toMatchObject({ id: keep.id, name: "㈱讃岐製麺", version: 2 });
    expect(Object.keys(kept.facts)).toEqual(expect.arrayContaining(["employees", "capitalYen"]));
    expect(kept.facts.needs?.value).toHaveLength(2);
    expect(await loadKeptBusinesses(me().em)).toHaveLength(1);
    expect((await findBusinessPage(me(), absorb.id))?.name).toBe("㈱讃岐製麺");
    expect(await openPairs()).toEqual([]);
  });

  it("takes the values that were chosen", async () => {
    await twice();
    await merge([
      { key: "name", side: "ABSORBED" },
      { key: "needs", side: "ABSORBED" },
    ]);
    const [kept] = await loadKeptBusinesses(me().em);
    expect(kept).toMatchObject({ name: "讃岐製麺 株式会社", externalId: "A1" });
    expect(kept?.facts.needs?.value).toHaveLength(1);
  });

  it("adds a line to both histories and loses none of theirs", async () => {
    await twice();
    const { keep, absorb, mergeId } = await merge();
    for (const id of [keep.id, absorb.id]) {
      const events = await me().em.find(
        BusinessEventRecord,
        { businessId: id },
        { orderBy: { businessVersion: "asc" } },
      );
      expect(events.map(({ kind }) => kind)).toEqual(["ADDED", "MERGED"]);
      expect(events[1]?.causeId).toBe(mergeId);
    }
  });

  it("is refused where corporate numbers differ, for one and the same, and on a stale version", async () => {
    await take("管理番号,事業者名,法人番号\nA1,㈱讃岐,7000012050002\nB9,㈱讃岐,2000012010019\n");
    const [one, other] = [await keyed("A1"), await keyed("B9")];
    const attempt = (keep: typeof one, absorb: typeof one, key = "name") =>
      mergeBusinesses(me(), { keep, absorb, choices: [{ key, side: "KEPT" }] });
    expect(await attempt(one, other)).toMatchObject({ problems: [{ code: "MERGE_NUMBERS_DIFFER" }] });
    expect(await attempt(one, one, "nothing")).toMatchObject({
      problems: [{ code: "MERGE_WITH_ITSELF" }, { code: "MERGE_KEY_UNKNOWN" }],
    });
    await expect(attempt({ ...one, version: 9 }, other)).rejects.toThrow(ConflictError);
    const stranger = actingAs(database.orm, { federation: TOKUSHIMA });
    await expect(mergeBusinesses(stranger, { keep: one, absorb: other, choices: [] })).rejects.toThrow(NotFoundError);
    expect(await loadKeptBusinesses(me().em)).toHaveLength(2);
  });
});

describe("what spoke of the absorbed business", () => {
  it("speaks of the kept one: lists with its key bring only what is new", async () => {
    await twice();
    await merge();
    expect(await take(MEMBERS)).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
    expect(await take(VISITED)).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
    expect(await take(VISITED.replace("300万円", "500万円"))).toMatchObject({ new: 0, changed: 1 });
    const [kept, ...others] = await loadKeptBusinesses(me().em);
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ externalId: "A1", name: "㈱讃岐製麺", facts: { capitalYen: { value: 5_000_000 } } });
  });

  it("speaks of the kept one: ties by its key", async () => {
    await take("管理番号,事業者名,付き合いのある事業者\nC1,三つ目の店,B9\n");
    await twice();
    const { keep } = await merge();
    const { layout } = await loadLayout(me().em, { today: TODAY });
    const third = memberReader(layout)((await keyed("C1")).id);
    expect(third?.ties).toEqual([keep.id]);
  });

  it("speaks of the kept one: its places in groups, of which a group of both keeps the further", async () => {
    const [one, other] = await twice();
    await take("管理番号,事業者名\nC1,三つ目の店\n");
    const third = await keyed("C1");
    const start = (...memberIds: string[]) => startGroup(me(), { name: "組", purpose: "COOPERATIVE", memberIds });
    await start(other.id, third.id);
    const both = await start(one.id, other.id, third.id);
    const groupId = both.accepted ? both.change.groupId : "";
    await changeGroupMember(me(), { id: groupId, version: 1 }, { businessId: other.id, state: "INTERESTED" });
    const before = await membersNow();
    const { mergeId } = await merge();
    const after = await membersNow();
    expect(after.filter(({ businessId }) => businessId === other.id)).toEqual([]);
    expect(after.filter(({ businessId }) => businessId === one.id)).toHaveLength(2);
    expect(after.find((row) => row.businessId === one.id && row.groupId === groupId)?.state).toBe("INTERESTED");
    await undoMerge(me(), mergeId);
    expect(await membersNow()).toEqual(before);
    expect((await me().em.findOneOrFail(GroupRecord, { id: groupId })).version).toBe(4);
  });
});

async function membersNow() {
  const rows = await me().em.find(GroupMemberRecord, {}, { orderBy: { groupId: "asc", businessId: "asc" } });
  return rows.map(({ groupId, businessId, state, since }) => ({ groupId, businessId, state, since }));
}

const withoutVersion = (businesses: Awaited<ReturnType<typeof loadKeptBusinesses>>) =>
  businesses.map(({ version: _version, ...business }) => business);

describe("undoing a merge", () => {
  it.each([
    { what: "as suggested", choices: [] },
    { what: "with the absorbed one's values", choices: [{ key: "externalId", side: "ABSORBED" as const }] },
    {
      what: "with other choices",
      choices: ["name", "phone", "needs", "capitalYen", "address"].map((key) => ({ key, side: "ABSORBED" as const })),
    },
  ])("restores both exactly, merged $what", async ({ choices }) => {
    await twice();
    const before = withoutVersion(await loadKeptBusinesses(me().em));
    const {
      keep,
      absorb,
      absorb: { id: absorbId },
    } = { ...(await twiceKept()) };
    const merged = await mergeBusinesses(me(), { keep, absorb, choices });
    const undone = await undoMerge(me(), merged.accepted ? merged.change.mergeId : "");
    expect(undone).toMatchObject({ accepted: true, change: { left: { keys: [], groupIds: [], keyTaken: false } } });
    expect(withoutVersion(await loadKeptBusinesses(me().em))).toEqual(before);
    expect((await findBusinessPage(me(), absorbId))?.externalId).toBe("B9");
    expect(await openPairs()).toHaveLength(1);
  });

  it("keeps what was changed since, and says so", async () => {
    await twice();
    const { keep, mergeId } = await merge();
    const kept = await keyed("A1");
    const capitalYen = { value: 9_000_000, source: "adviser" as const, on: TODAY };
    const after = { ...kept, facts: { ...kept.facts, capitalYen } };
    const ctx = me();
    await ctx.em.transactional((em) =>
      changeBusinesses({ em, ctx }, [{ id: kept.id, before: kept, after }], { federation: KAGAWA, kind: "IMPORTED" }),
    );
    const undone = await undoMerge(me(), mergeId);
    expect(undone).toMatchObject({ accepted: true, change: { left: { keys: ["capitalYen"] } } });
    expect((await keyed("A1")).facts.capitalYen).toEqual(capitalYen);
    expect((await keyed("B9")).facts.capitalYen?.value).toBe(3_000_000);
    expect((await keyed("A1")).id).toBe(keep.id);
  });

  it("brings the absorbed one back without its key where another has it now", async () => {
    await twice();
    const { mergeId, absorb } = await merge();
    await me().em.execute("update business set external_id = 'X' where external_id = 'A1'");
    await take("管理番号,事業者名\nZ1,新しい店\n");
    await me().em.execute("update business set external_id = 'B9' where external_id = 'Z1'");
    expect(await undoMerge(me(), mergeId)).toMatchObject({ change: { left: { keyTaken: true } } });
    expect((await findBusinessPage(me(), absorb.id))?.externalId).toBeNull();
  });

  it("is done once, and not before what was merged later", async () => {
    await twice();
    const { mergeId, keptId } = await merge();
    await take("管理番号,事業者名\nC1,讃岐製麺所\n");
    const [first, third] = [await keyed("A1"), await keyed("C1")];
    const later = await mergeBusinesses(me(), { keep: third, absorb: first, choices: [] });
    expect(await undoMerge(me(), mergeId)).toMatchObject({ problems: [{ code: "MERGE_BUILT_ON" }] });
    expect((await findBusinessPage(me(), keptId))?.name).toBe("讃岐製麺所");
    await undoMerge(me(), later.accepted ? later.change.mergeId : "");
    expect(await undoMerge(me(), mergeId)).toMatchObject({ accepted: true });
    expect(await undoMerge(me(), mergeId)).toMatchObject({ problems: [{ code: "MERGE_UNDONE_ALREADY" }] });
    const stranger = actingAs(database.orm, { federation: TOKUSHIMA });
    await expect(undoMerge(stranger, mergeId)).rejects.toThrow(NotFoundError);
  });
});

async function twiceKept() {
  return { keep: await keyed("A1"), absorb: await keyed("B9") };
}
