import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingFor } from "#persistence/acting-for.ts";
import { listExistingCooperatives, type CooperativeFilter } from "#queries/existing-cooperatives.ts";
import { loadReferenceSources } from "#queries/reference-sources.ts";
import { actingAs } from "../../test/acting.ts";
import { SOUND_DATA, withDataFolder } from "../../test/data-folder.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { loadReferenceData } from "./load-reference-data.ts";

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

const irrelevantMoment = new Date("2026-11-21T00:00:00Z");

function load(files: Readonly<Record<string, string>>, now = irrelevantMoment) {
  return withDataFolder(files, (folder) => loadReferenceData(database.ownerUrl, { folder, now }));
}

async function everyRow() {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    const tables = ["source", "industry", "municipality", "town", "boundary", "cooperative"];
    const rows: unknown[][] = [];
    for (const name of tables) rows.push((await client.query(`select xmin, * from reference_${name}`)).rows);
    return rows;
  } finally {
    await client.end();
  }
}

const statesOf = (outcome: Awaited<ReturnType<typeof load>>) =>
  outcome.accepted ? outcome.change.dataSets.map(({ id, state, rows }) => [id, state, rows]) : outcome.problems;

describe("loading a folder of publishers' data", () => {
  it("stores every data set with its licence, and a second time changes nothing", async () => {
    expect(statesOf(await load(SOUND_DATA))).toEqual([
      ["industries-14", "loaded", 4],
      ["industries-13", "loaded", 4],
      ["municipalities", "loaded", 1],
      ["towns", "loaded", 2],
      ["boundaries", "loaded", 1],
      ["cooperatives", "loaded", 1],
    ]);
    const before = await everyRow();
    const again = await load(SOUND_DATA, new Date("2026-12-01T00:00:00Z"));
    expect(again.accepted && again.change.dataSets.every(({ state }) => state === "unchanged")).toBe(true);
    expect(await everyRow()).toEqual(before);
  });

  it("replaces what is in the folder and leaves the rest", async () => {
    const towns = "geolonia-towns/towns_kagawa.csv";
    const outcome = await load({ [towns]: `${SOUND_DATA[towns]}香川県,高松市,番町一丁目,,34.34,134.04\n` });
    expect(statesOf(outcome)).toContainEqual(["towns", "loaded", 3]);
    expect(statesOf(outcome)).toContainEqual(["cooperatives", "absent", 0]);
    const [sources, , , stored, , cooperatives] = await everyRow();
    expect([sources?.length, stored?.length, cooperatives?.length]).toEqual([6, 3, 1]);
  });

  it("writes nothing where one file is broken", async () => {
    const before = await everyRow();
    const outcome = await load({
      ...SOUND_DATA,
      "geolonia-towns/towns_kagawa.csv": "prefecture,city,town,koaza,lat,lng\n香川県,高松市,北,,99,134\n",
    });
    expect(statesOf(outcome)).toMatchObject([{ code: "COORDINATE_NOT_READ", line: 2 }]);
    expect(await everyRow()).toEqual(before);
  });

  it("is told to whoever asks where the data comes from, with what does not work without it", async () => {
    const sources = await loadReferenceSources(actingAs(database.orm));
    expect(sources.find(({ id }) => id === "towns")).toMatchObject({
      ...{ loaded: true, rows: 3, licence: expect.stringContaining("CC BY 4.0"), without: null },
    });
    expect(sources.find(({ id }) => id === "issues")).toMatchObject({ loaded: true, loadedAt: null, rows: 31 });
  });

  it("finds existing cooperatives by place and by part of a name or reading", async () => {
    const ask = async (filter: Partial<CooperativeFilter>) => {
      const whole = { area: null, search: null, withClosed: false, ...filter };
      const page = await listExistingCooperatives(actingAs(database.orm), whole, { first: 10, after: undefined });
      return page.edges.map(({ node }) => node);
    };
    const [found] = await ask({ area: "37201" });
    expect(found).toMatchObject({
      name: "うみかぜ協同組合",
      municipalityName: "高松市",
      since: "2015-10-05",
      until: null,
    });
    expect(await Promise.all([{ area: "37" }, { search: "うみ" }, { search: "かぜ 協同" }].map(ask))).toEqual([
      ...[[found], [found], [found]],
    ]);
    expect(await Promise.all([{ area: "37202" }, { search: "やま" }, { search: "%" }].map(ask))).toEqual([[], [], []]);
  });

  it("can be read by every federation and written by none", async () => {
    const em = actingFor(database.orm, { federation: "36" });
    expect(await em.execute("select code from reference_municipality")).toEqual([{ code: "37201" }]);
    await expect(em.execute("delete from reference_town")).rejects.toThrow(/permission denied/);
    await expect(em.execute("update reference_source set licence_ja = ''")).rejects.toThrow(/permission denied/);
  });
});

describe("an installation without publishers' data", () => {
  it("says of each data set what does not work", async () => {
    const empty = await openTestDatabase();
    try {
      const sources = await loadReferenceSources(actingAs(empty.orm));
      expect(sources.find(({ id }) => id === "towns")).toMatchObject({
        ...{ loaded: false, rows: 0, loadedAt: null, without: expect.stringContaining("役所の位置") },
      });
    } finally {
      await empty.close();
    }
  });
});
