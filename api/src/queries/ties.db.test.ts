import { afterAll, beforeAll, expect, it } from "vitest";
import type { PlainDate } from "#domain/calendar.ts";
import { mergeBusinesses } from "#commands/merge-businesses.ts";
import { actingFor } from "#persistence/acting-for.ts";
import { actingAs, KAGAWA, TOKUSHIMA } from "../../test/acting.ts";
import { makeKnown } from "../../test/known-generated.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { listTies } from "./ties.ts";

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

it("names whom a business deals with by key or corporate number, over a merge too, and leaves what names nobody", async () => {
  const me = () => actingAs(database.orm);
  const noted = ["D035", "C9", "8000012010038", "山田製麺"];
  const ties = { value: noted, source: "list", on: "2026-01-01" as PlainDate } as const;
  const [id = "", kept = "", absorbed = ""] = await makeKnown(actingFor(database.orm, { federation: KAGAWA }), KAGAWA, [
    { identity: { name: "あおば" }, facts: { ties } },
    { identity: { name: "いちょう", externalId: "D032" }, facts: {} },
    { identity: { name: "いてふ", externalId: "D035" }, facts: {} },
    { identity: { name: "うつぎ", corporateNumber: "8000012010038" }, facts: {} },
  ]);
  await makeKnown(actingFor(database.orm, { federation: TOKUSHIMA }), TOKUSHIMA, [
    { identity: { name: "隣県", externalId: "C9" }, facts: {} },
  ]);
  const seen = (one: string) => ({ id: one, version: 1 });
  await mergeBusinesses(me(), { keep: seen(kept), absorb: seen(absorbed), choices: [] });

  expect((await listTies(me(), id)).map(({ key, business }) => [key, business?.name])).toEqual([
    ["D035", "いちょう"],
    ["C9", undefined],
    ["8000012010038", "うつぎ"],
    ["山田製麺", undefined],
  ]);
  expect(await listTies(me(), kept)).toEqual([]);
});
