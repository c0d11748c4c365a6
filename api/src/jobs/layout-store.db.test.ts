import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlainDate } from "#domain/calendar.ts";
import { memberReader } from "#matching/columns/find-candidate.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { actingAs, KAGAWA, knownBusinesses, TODAY, TOKUSHIMA } from "../../test/acting.ts";
import { generatedBusinesses } from "../../test/generated-businesses.ts";
import { makeKnown } from "../../test/known-generated.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { LayoutStore } from "./layout-store.ts";

const IWATE = "03";

let database: TestDatabase;
const acting = (federation: string) => actingAs(database.orm, { federation }).em;

beforeAll(async () => {
  database = await openTestDatabase();
  for (const federation of [KAGAWA, TOKUSHIMA, IWATE])
    await makeKnown(acting(federation), federation, generatedBusinesses(200));
});
afterAll(() => database.close());

describe("the columns of federations", () => {
  it("are laid out once while nothing changes, also for two who ask at once", async () => {
    const store = new LayoutStore();
    const ask = () => store.layoutFor(acting(KAGAWA), { today: TODAY });
    const [one, other] = await Promise.all([ask(), ask()]);
    expect(one.layout.columns.count).toBe(200);
    expect(other).toBe(one);
    expect(await ask()).toBe(one);
  });

  it("are laid out anew for whoever asks after a change, and stay as they were for whoever asked before", async () => {
    const store = new LayoutStore();
    const ask = () => store.layoutFor(acting(KAGAWA), { today: TODAY });
    const before = await ask();
    const [added = ""] = await knownBusinesses(database.orm, ["開いたばかりの店"]);
    const after = await ask();
    expect(memberReader(after.layout)(added)?.id).toBe(added);
    expect([before.layout.columns.count, after.layout.columns.count]).toEqual([200, 201]);
    const employees = { value: 7, source: "owner", on: TODAY } as const;
    await acting(KAGAWA).nativeUpdate(BusinessRecord, { id: added }, { facts: { employees } });
    const changed = await ask();
    expect(memberReader(after.layout)(added)?.employees).toBeUndefined();
    expect(memberReader(changed.layout)(added)?.employees).toBe(7);
  });

  it("are those of the day they are asked for", async () => {
    const store = new LayoutStore();
    const [id = ""] = await makeKnown(acting(IWATE), IWATE, [
      {
        identity: { name: "宿" },
        facts: { needs: { value: [["K02", 3]], source: "owner", on: "2026-06-01" as PlainDate } },
      },
    ]);
    const needsOn = async (today: string) =>
      memberReader((await store.layoutFor(acting(IWATE), { today: today as PlainDate })).layout)(id)?.needs;
    expect(await needsOn("2026-11-28")).toEqual(new Map([["K02", 3]]));
    expect(await needsOn("2026-11-29")).toBeUndefined();
  });

  it("are each federation's own", async () => {
    const store = new LayoutStore();
    const kagawa = await store.layoutFor(acting(KAGAWA), { today: TODAY });
    const tokushima = await store.layoutFor(acting(TOKUSHIMA), { today: TODAY });
    expect(tokushima.mark).not.toEqual(kagawa.mark);
    expect(await store.layoutFor(acting(KAGAWA), { today: TODAY })).toBe(kagawa);
    expect(await store.layoutFor(acting(TOKUSHIMA), { today: TODAY })).toBe(tokushima);
  });

  it("are kept as far as there is room: those asked for longest ago go first", async () => {
    const roomy = new LayoutStore();
    for (const federation of [KAGAWA, TOKUSHIMA, IWATE]) await roomy.layoutFor(acting(federation), { today: TODAY });
    const store = new LayoutStore(roomy.bytes - 1);
    const ask = (federation: string) => store.layoutFor(acting(federation), { today: TODAY });
    const [kagawa, tokushima] = [await ask(KAGAWA), await ask(TOKUSHIMA)];
    expect(await ask(KAGAWA)).toBe(kagawa);
    await ask(IWATE);
    expect(store.bytes).toBeLessThan(roomy.bytes);
    expect(store.bytes).toBeGreaterThan(0);
    expect(await ask(KAGAWA)).toBe(kagawa);
    const again = await ask(TOKUSHIMA);
    expect(again).not.toBe(tokushima);
    expect(again.layout).toEqual(tokushima.layout);
  });

  it("are handed over and not kept where even one federation's are too many", async () => {
    const store = new LayoutStore(1);
    expect((await store.layoutFor(acting(KAGAWA), { today: TODAY })).layout.columns.count).toBeGreaterThan(0);
    expect(store.bytes).toBe(0);
  });

  it("are asked for anew after a failure", async () => {
    const store = new LayoutStore();
    const em = acting(KAGAWA);
    const broken = Object.assign(acting(KAGAWA), { transactional: () => Promise.reject(new Error("no database")) });
    await expect(store.layoutFor(broken, { today: TODAY })).rejects.toThrow("no database");
    expect((await store.layoutFor(em, { today: TODAY })).layout.columns.count).toBeGreaterThan(0);
  });

  it("are loaded anew, once, by those who waited for them with somebody whose connection broke", async () => {
    const store = new LayoutStore();
    let breakOff = () => {};
    const breaking = new Promise<never>((_, reject) => {
      breakOff = () => reject(new Error("no database"));
    });
    let broken = acting(KAGAWA);
    const isLoading = new Promise<void>((resolve) => {
      const transactional = () => {
        resolve();
        return breaking;
      };
      broken = Object.assign(acting(KAGAWA), { transactional });
    });
    const failing = expect(store.layoutFor(broken, { today: TODAY })).rejects.toThrow("no database");
    await isLoading;
    const waiting = [1, 2].map(() => store.layoutFor(acting(KAGAWA), { today: TODAY }));
    setTimeout(() => breakOff(), 300);
    await failing;
    const [one, other] = await Promise.all(waiting);
    expect(one?.layout.columns.count).toBeGreaterThan(0);
    expect(other).toBe(one);
  });
});
