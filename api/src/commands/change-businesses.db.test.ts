import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConflictError } from "#domain/errors.ts";
import { BusinessEventRecord } from "#persistence/business-event-record.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { loadKeptBusinesses } from "#queries/kept-businesses.ts";
import { actingAs, KAGAWA, knownBusinesses, TODAY, TOKUSHIMA } from "../../test/acting.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { changeBusinesses } from "./change-businesses.ts";

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

const me = () => actingAs(database.orm);
const cause = { federation: KAGAWA, kind: "IMPORTED" } as const;
const employees = (value: number) => ({ employees: { value, source: "list" as const, on: TODAY } });

async function keptNamed(name: string) {
  const kept = (await loadKeptBusinesses(me().em)).find((business) => business.name === name);
  if (kept === undefined) throw new Error(`No business ${name}`);
  return kept;
}

async function change(before: Awaited<ReturnType<typeof keptNamed>>, persons: number): Promise<void> {
  const ctx = me();
  const after = { ...before, facts: { ...before.facts, ...employees(persons) } };
  await ctx.em.transactional((em) => changeBusinesses({ em, ctx }, [{ id: before.id, before, after }], cause));
}

describe("a change of what is known of a business", () => {
  it("adds a line to its history with who, when and both values", async () => {
    await knownBusinesses(database.orm, ["みどり堂"]);
    await change(await keptNamed("みどり堂"), 4);
    const kept = await keptNamed("みどり堂");
    expect(kept).toMatchObject({ version: 2, facts: employees(4) });
    const history = await me().em.find(BusinessEventRecord, { businessId: kept.id });
    expect(history).toMatchObject([
      {
        kind: "IMPORTED",
        businessVersion: 2,
        actorName: "coordinator of 37",
        changes: [{ key: "employees", after: employees(4).employees }],
      },
    ]);
  });

  it("is refused whole where somebody changed the business since it was looked at", async () => {
    await knownBusinesses(database.orm, ["ふじ屋"]);
    const seen = await keptNamed("ふじ屋");
    await change(seen, 4);
    await expect(change(seen, 9)).rejects.toThrow(ConflictError);
    expect(await keptNamed("ふじ屋")).toMatchObject({ version: 2, facts: employees(4) });
    expect(await me().em.count(BusinessEventRecord, { businessId: seen.id })).toBe(1);
  });

  it("that changes nothing writes nothing", async () => {
    await knownBusinesses(database.orm, ["まつ屋"]);
    await change(await keptNamed("まつ屋"), 4);
    const kept = await keptNamed("まつ屋");
    await change(kept, 4);
    expect(await keptNamed("まつ屋")).toEqual(kept);
  });

  it("cannot be rewritten afterwards, nor seen by another federation", async () => {
    await expect(me().em.execute("update business_event set actor_name = 'someone else'")).rejects.toThrow(/denied/);
    await expect(me().em.execute("delete from business_event")).rejects.toThrow(/denied/);
    expect(await actingAs(database.orm, { federation: TOKUSHIMA }).em.count(BusinessEventRecord)).toBe(0);
  });
});

describe("a business that is no longer among the known ones", () => {
  it("is found by nobody, and its key is free for another", async () => {
    const [id] = await knownBusinesses(database.orm, ["たけ屋"]);
    await me().em.execute("update business set external_id = 'T1', removed_at = now() where id = ?", [id]);
    expect(await me().em.count(BusinessRecord, { name: "たけ屋" })).toBe(0);
    const [other] = await knownBusinesses(database.orm, ["新たけ屋"]);
    await me().em.execute("update business set external_id = 'T1' where id = ?", [other]);
    expect((await keptNamed("新たけ屋")).externalId).toBe("T1");
  });
});
