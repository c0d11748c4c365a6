import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLOSED_LINE } from "#domain/business/closed.ts";
import type { Facts } from "#domain/business/facts.ts";
import { markOf } from "#files/snapshot-mark.ts";
import { memberReader } from "#matching/columns/find-candidate.ts";
import { layoutOf } from "#matching/columns/layout-writer.ts";
import { snapshotOf } from "#matching/read-snapshot.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { actingAs, TODAY, TOKUSHIMA } from "../../test/acting.ts";
import { generatedBusinesses } from "../../test/generated-businesses.ts";
import { makeKnown } from "../../test/known-generated.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { loadLayout, loadRevision } from "./layout.ts";
import { loadSnapshot } from "./snapshot.ts";

/** More than are fetched in one go. */
const BUSINESSES = 2_100;

const said = <Value>(value: Value, on: string = TODAY) => ({ value, source: "owner", on }) as const;

let database: TestDatabase;
let ids: readonly string[];
const me = () => actingAs(database.orm).em;

/** Who names another by key, by corporate number, by neither, and itself. */
const NAMING = ["M000002", "5012345678905", "someone else", "T1"];

beforeAll(async () => {
  database = await openTestDatabase();
  const invented = [...generatedBusinesses(BUSINESSES)];
  const naming = {
    identity: { name: "名指す店", externalId: "T1" },
    facts: { ties: said(NAMING) } as unknown as Facts,
  };
  const named = { identity: { name: "名のある店", corporateNumber: "5012345678905" }, facts: {} };
  ids = await makeKnown(me(), "37", [...invented, naming, named]);
  await makeKnown(
    actingAs(database.orm, { federation: TOKUSHIMA }).em,
    TOKUSHIMA,
    generatedBusinesses(20, { seed: 1 }),
  );
});
afterAll(() => database.close());

async function change(id: string, data: { readonly facts?: unknown; readonly removedAt?: Date | null }) {
  await me().nativeUpdate(BusinessRecord, { id }, data as never, { filters: false });
}

describe("a federation's businesses, streamed into columns", () => {
  it("lie as the same businesses read one by one, under the same mark", async () => {
    const { layout, mark, closed } = await loadLayout(me(), { today: TODAY });
    const businesses = await loadSnapshot(me(), { today: TODAY, ids });
    expect(businesses).toHaveLength(BUSINESSES + 2);
    expect(layout).toEqual(layoutOf(businesses));
    expect(mark).toEqual(markOf(snapshotOf(businesses)));
    expect([...closed]).toEqual([]);
  });

  it("name each other by id, whatever they were named by", async () => {
    const { layout } = await loadLayout(me(), { today: TODAY });
    const [naming = "", named = ""] = ids.slice(-2);
    expect(memberReader(layout)(naming)?.ties).toEqual(expect.arrayContaining([ids[2], named]));
    expect(memberReader(layout)(naming)?.ties).toHaveLength(2);
    const [read] = await loadSnapshot(me(), { today: TODAY, ids: [naming, ids[2] ?? ""] }).then((all) =>
      all.filter(({ id }) => id === naming),
    );
    expect(read?.ties).toEqual([ids[2], "5012345678905", "someone else", naming]);
  });

  it("follow what becomes of them, each change with a revision of its own", async () => {
    const [id = ""] = ids;
    const seen = new Set<string>();
    const needsNow = async () => {
      seen.add((await loadRevision(me())).revision);
      return memberReader((await loadLayout(me(), { today: TODAY })).layout)(id);
    };
    await change(id, { facts: { needs: said([["K02", 3]]) } });
    expect((await needsNow())?.needs).toEqual(new Map([["K02", 3]]));
    await change(id, { facts: { needs: said([["K02", 3]], "2026-01-01") } });
    expect((await needsNow())?.needs).toBeUndefined();
    await change(id, { removedAt: new Date() });
    expect(await needsNow()).toBeUndefined();
    await change(id, { removedAt: null, facts: { needs: said([]) } });
    expect((await needsNow())?.needs).toEqual(new Map());
    expect(seen.size).toBe(4);
    expect(await loadRevision(me())).toEqual(await loadRevision(me()));
  });

  it("are without those marked as closed, unless one is named", async () => {
    const [, id = ""] = ids;
    await change(id, { facts: { note: said(`理事\n${CLOSED_LINE}`) } });
    const { layout, mark, closed } = await loadLayout(me(), { today: TODAY });
    expect([memberReader(layout)(id), mark.businesses, [...closed]]).toEqual([undefined, BUSINESSES + 1, [id]]);
    const named = await loadLayout(me(), { today: TODAY, mustHave: [id] });
    expect(memberReader(named.layout)(id)?.id).toBe(id);
    expect(named.mark.businesses).toBe(BUSINESSES + 2);
  });

  it("are nobody else's", async () => {
    const em = actingAs(database.orm, { federation: TOKUSHIMA }).em;
    expect((await loadLayout(em, { today: TODAY })).layout.columns.count).toBe(20);
    expect(await loadRevision(em)).toEqual({ federation: TOKUSHIMA, revision: "20 20" });
    const nobody = await loadLayout(actingAs(database.orm, { federation: "01" }).em, { today: TODAY });
    expect(nobody.layout.columns.count).toBe(0);
  });
});
