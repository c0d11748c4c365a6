import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findAreaPlaces } from "#queries/area-places.ts";
import { proposeIndustries } from "#queries/industry-proposals.ts";
import { actingFor } from "#persistence/acting-for.ts";
import { BusinessRecord } from "#persistence/business-record.ts";
import { actingAs, KAGAWA, TOKUSHIMA } from "../../test/acting.ts";
import { SOUND_DATA, withDataFolder } from "../../test/data-folder.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { applyImport } from "./apply-import.ts";
import { importBusinesses } from "./import-businesses.ts";
import { saveBusiness } from "./save-business.ts";
import { loadReferenceData } from "./load-reference-data.ts";

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

const LIST =
  "管理番号,事業者名,所在地,業種\nA1,朝日軒,高松市朝日町一丁目2-3,パン製造業\nA2,一円商店,高松市一円,よろず\nA3,三軒屋,坂出市本町1,パン屋\n";

async function handIn(federation = KAGAWA) {
  const read = await importBusinesses(actingAs(database.orm, { federation }), {
    name: "a.csv",
    bytes: Buffer.from(LIST),
  });
  if (!read.accepted) throw new Error(JSON.stringify(read.problems));
  return read.change;
}

describe("a list without coordinates and trade codes", () => {
  it("says what is not known while no reference data is loaded, and estimates trades to two digits", async () => {
    const { preview } = await handIn(TOKUSHIMA);
    expect(preview.notices.filter(({ row }) => row === undefined)).toEqual([
      { code: "PLACES_UNKNOWN", businesses: 3, loaded: false },
      { code: "TRADES_ESTIMATED", businesses: 2 },
    ]);
    expect(preview.changes[0]?.changes).toEqual([]);
  });

  it("gets places and trade codes as estimates once it is loaded, and a second time changes nothing", async () => {
    await withDataFolder(SOUND_DATA, (folder) =>
      loadReferenceData(database.ownerUrl, { folder, now: new Date("2026-11-21T00:00:00Z") }),
    );
    const { importId, preview } = await handIn();
    expect(preview.notices.filter(({ row }) => row === undefined)).toEqual([
      { code: "PLACES_ESTIMATED", towns: 1, offices: 1 },
      { code: "PLACES_UNKNOWN", businesses: 1, loaded: true },
      { code: "TRADES_ESTIMATED", businesses: 2 },
    ]);
    await applyImport(actingAs(database.orm), importId, { skipRefused: false });
    const businesses = await actingFor(database.orm, { federation: KAGAWA }).find(
      BusinessRecord,
      {},
      { orderBy: { externalId: "asc" } },
    );
    expect(businesses.map(({ facts }) => [facts.place?.value, facts.place?.source, facts.industryCode?.value])).toEqual(
      [
        [{ lat: 34.350267, lon: 134.062414, exactness: "town" }, "estimate", "0971"],
        [{ lat: 34.3428, lon: 134.0466, exactness: "municipality" }, "estimate", undefined],
        [undefined, undefined, "5863"],
      ],
    );
    const again = await handIn();
    expect(again.preview.counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
  });
});

describe("a list with trade codes of revision 13", () => {
  it("is carried over to revision 14 as far as that can be known", async () => {
    const bytes = Buffer.from("事業者名,産業分類（第13回）\n麦の家,0971\n酒の家,1022\n");
    const read = await importBusinesses(actingAs(database.orm), { name: "b.csv", bytes });
    if (!read.accepted) throw new Error(JSON.stringify(read.problems));
    const { notices, changes } = read.change.preview;
    expect(notices).toContainEqual({ code: "TRADE_CODES_CARRIED", same: 1, wider: 1 });
    expect(changes.map(({ name }) => name)).toEqual(["麦の家", "酒の家"]);
  });
});

describe("a demanded municipality", () => {
  it("lies at its office where no business is known there, and has no place where that is not loaded", async () => {
    const em = actingFor(database.orm, { federation: TOKUSHIMA });
    expect(await findAreaPlaces(em, ["37201", "37203"])).toEqual([
      { municipality: "37201", lat: 34.3428, lon: 134.0466 },
      { municipality: "37203" },
    ]);
  });
});

describe("a business added by hand", () => {
  it("is placed by its address and its trade given a code, as estimates that move with the address", async () => {
    const me = () => actingAs(database.orm);
    const facts = async (id: string) => (await me().em.findOneOrFail(BusinessRecord, { id })).facts;
    const edits = [
      { key: "name", text: "手書き屋" },
      { key: "address", text: "高松市朝日町一丁目9-9" },
      { key: "industry", text: "パン屋" },
    ] as const;
    const added = await saveBusiness(me(), { edits, source: "owner" });
    const id = added.accepted ? added.change.businessId : "";
    const { place, industryCode } = await facts(id);
    expect([place?.value.exactness, place?.source, industryCode?.value]).toEqual(["town", "estimate", "5863"]);
    const moved = [{ key: "address", text: "高松市一円" }] as const;
    await saveBusiness(me(), { seen: { id, version: 1 }, edits: moved, source: "owner" });
    expect((await facts(id)).place?.value).toEqual({ lat: 34.3428, lon: 134.0466, exactness: "municipality" });
  });
});

describe("words for a trade", () => {
  it("are answered with classes by name, of all digits once they are loaded", async () => {
    const [first] = await proposeIndustries(actingAs(database.orm), "パン製造");
    expect(first).toEqual({ code: "0971", name: "パン製造業", sureness: "CLEAR" });
    const empty = await openTestDatabase();
    try {
      const [division] = await proposeIndustries(actingAs(empty.orm), "パン製造");
      expect(division).toEqual({ code: "09", name: "食料品製造業", sureness: "CLEAR" });
    } finally {
      await empty.close();
    }
  });
});
