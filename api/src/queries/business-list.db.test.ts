import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlainDate } from "#domain/calendar.ts";
import type { Facts } from "#domain/business/facts.ts";
import { FACT_KEYS } from "#domain/business/fields.ts";
import { foldForFinding } from "#domain/business/search-text.ts";
import { MalformedError } from "#domain/errors.ts";
import { actingFor } from "#persistence/acting-for.ts";
import { actingAs, KAGAWA, TOKUSHIMA } from "../../test/acting.ts";
import { generatedBusinesses } from "../../test/generated-businesses.ts";
import { makeKnown } from "../../test/known-generated.ts";
import { SPELLED_BUSINESSES } from "../../test/search-spellings.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import type { BusinessFilter } from "./business-conditions.ts";
import { findBusinessIds, type BusinessListRequest } from "./business-list.ts";
import { BUSINESS_SORTS } from "./business-order.ts";
import { listBusinesses } from "./business-pages.ts";

const CROWD = [...generatedBusinesses(1_500)];
let database: TestDatabase;
let spelled: string[];
beforeAll(async () => {
  database = await openTestDatabase();
  const em = actingFor(database.orm, { federation: KAGAWA });
  await makeKnown(em, KAGAWA, CROWD);
  spelled = await makeKnown(em, KAGAWA, SPELLED_BUSINESSES);
});
afterAll(() => database.close());

const me = () => actingAs(database.orm);
const find = (request: BusinessListRequest, page: { first?: number; after?: string; before?: string } = {}) =>
  findBusinessIds(me(), request, { first: 10, after: undefined, ...page });
const names = async (request: BusinessListRequest, first = 10) =>
  (await listBusinesses(me(), request, { first, after: undefined })).edges.map(({ node }) => node.name);

describe("a search as typed", () => {
  it("finds the business meant among the first ten for the written list of spellings", async () => {
    const missed: string[] = [];
    let tried = 0;
    for (const [index, { identity, spellings }] of SPELLED_BUSINESSES.entries()) {
      for (const search of spellings) {
        tried += 1;
        const { ids } = await find({ filter: { search } });
        if (!ids.includes(spelled[index] ?? "")) missed.push(`${search} → ${identity.name}`);
      }
    }
    expect(tried).toBeGreaterThanOrEqual(200);
    expect(missed, `missed of ${tried}`).toEqual([]);
  });

  it("puts the name itself first, then names that begin so, then names that hold it, then the rest", async () => {
    const em = actingFor(database.orm, { federation: KAGAWA });
    const told = (value: string) => ({ value, source: "list", on: "2026-01-01" as PlainDate }) as const;
    await makeKnown(em, KAGAWA, [
      { identity: { name: "霧笛喫茶の隣" }, facts: { note: told("新霧笛堂の隣") } },
      { identity: { name: "新霧笛堂" }, facts: {} },
      { identity: { name: "霧笛堂本店" }, facts: {} },
      { identity: { name: "㈱霧笛堂" }, facts: {} },
    ]);
    expect(await names({ filter: { search: "霧笛堂" } })).toEqual([
      "㈱霧笛堂",
      "霧笛堂本店",
      "新霧笛堂",
      "霧笛喫茶の隣",
    ]);
  });

  it("puts a reading heard without its voicing after those found as typed", async () => {
    const em = actingFor(database.orm, { federation: KAGAWA });
    await makeKnown(em, KAGAWA, [
      { identity: { name: "影絵座", nameKana: "カケエサ" }, facts: {} },
      { identity: { name: "掛枝", nameKana: "カゲエザ" }, facts: {} },
    ]);
    expect(await names({ filter: { search: "かげえざ" } })).toEqual(["掛枝", "影絵座"]);
  });

  it("takes the signs of a pattern for themselves", async () => {
    for (const search of ["%", "_", "100%_\\", "\\", "'", '"}']) {
      expect((await find({ filter: { search } })).ids.length, search).toBeLessThanOrEqual(10);
    }
    expect((await find({ filter: { search: "ない%ない" } })).totalCount).toBe(0);
  });

  it("never finds another federation's businesses, nor those that are no longer among the known ones", async () => {
    const elsewhere = actingFor(database.orm, { federation: TOKUSHIMA });
    await makeKnown(elsewhere, TOKUSHIMA, [{ identity: { name: "阿波藍染秘伝堂" }, facts: {} }]);
    expect(await names({ filter: { search: "阿波藍染" } })).toEqual([]);
    const found = await elsewhere.execute("select id from find_businesses('{讃岐一刀}')");
    expect(found).toEqual([]);
    expect(await actingFor(database.orm, {}).execute("select id from find_businesses('{讃岐一刀}')")).toEqual([]);

    const em = actingFor(database.orm, { federation: KAGAWA });
    const [id] = await makeKnown(em, KAGAWA, [{ identity: { name: "畳の古今堂" }, facts: {} }]);
    expect(await names({ filter: { search: "古今堂" } })).toEqual(["畳の古今堂"]);
    await em.execute("update business set removed_at = now() where id = ?", [id]);
    expect(await names({ filter: { search: "古今堂" } })).toEqual([]);
  });
});

describe("a list", () => {
  const factsOf = new Map(CROWD.map(({ identity, facts }) => [identity.externalId, facts]));
  const holds = async (filter: BusinessFilter, is: (facts: Facts) => boolean) => {
    const { totalCount, edges } = await listBusinesses(me(), { filter }, { first: 100, after: undefined });
    expect(totalCount).toBeGreaterThanOrEqual(edges.length);
    expect(totalCount, JSON.stringify(filter)).toBeGreaterThanOrEqual(CROWD.filter(({ facts }) => is(facts)).length);
    expect(edges.length).toBeGreaterThan(0);
    for (const { node } of edges) {
      const facts = factsOf.get(node.externalId ?? undefined);
      if (facts) expect(is(facts), `${node.name} ${JSON.stringify(filter)}`).toBe(true);
    }
  };

  it("shows only those of a filter", async () => {
    await holds({ municipality: "37208" }, ({ municipality }) => municipality?.value === "37208");
    await holds({ industry: "09" }, ({ industryCode }) => industryCode?.value.startsWith("09") ?? false);
    await holds({ industry: "E" }, ({ industryCode }) => /^(09|1\d|2\d|3[0-2])/.test(industryCode?.value ?? ""));
    await holds({ adviser: "香川　花子" }, ({ adviser }) => adviser?.value === "香川 花子");
    await holds({ need: "K02" }, ({ needs }) => needs?.value.some(([code]) => code === "K02") ?? false);
    await holds({ licence: "food-restaurant" }, ({ licences }) => (licences?.value.length ?? 0) > 0);
    await holds({ purpose: "SHARED_ORDERS" }, ({ purposes }) => purposes?.value.includes("SHARED_ORDERS") ?? false);
    await holds({ known: "successor" }, ({ successor }) => successor !== undefined);
    await holds({ unknown: "successor" }, ({ successor }) => successor === undefined);
  });

  it("takes a visit six months ago to the day for recent, and an unknown one for none", async () => {
    const sixMonthsAgo = "2026-05-21";
    await holds({ notVisitedMonths: 6 }, ({ lastContact }) => (lastContact?.value ?? "") < sixMonthsAgo);
  });

  it("shows as one's own those whose coordinator one is, however the name is spaced", async () => {
    const own = actingAs(database.orm);
    const viewer = { ...own.viewer, name: "瀬戸　一郎" };
    const { totalCount } = await findBusinessIds(
      { ...own, viewer },
      { filter: { mine: true } },
      { first: 1, after: undefined },
    );
    expect(totalCount).toBe(CROWD.filter(({ facts }) => facts.adviser?.value === "瀬戸 一郎").length);
  });

  it("joins filters with a search", async () => {
    const found = await find({ filter: { search: "うどん", municipality: "37201" } });
    const alone = await find({ filter: { search: "うどん" } });
    expect(found.totalCount).toBeGreaterThan(0);
    expect(found.totalCount).toBeLessThan(alone.totalCount);
  });

  it.each(BUSINESS_SORTS.flatMap((by) => [false, true].map((descending) => [by, descending] as const)))(
    "sorted by %s (turned round: %s) shows each business once, page by page, forwards and back",
    async (by, descending) => {
      const request = { filter: { search: "建設" }, order: { by, descending } };
      const all = await find(request, { first: 100 });
      const pages = [await find(request, { first: 40 })];
      for (let last = pages[0]; last?.hasNextPage;) {
        last = await find(request, { first: 40, after: last.cursors.at(-1) ?? "" });
        pages.push(last);
      }
      const ids = pages.flatMap((page) => page.ids);
      expect(ids.slice(0, 100)).toEqual(all.ids);
      expect(new Set(ids).size).toBe(all.totalCount);
      const second = pages[1];
      const back = await find(request, { first: 40, before: second?.cursors[0] ?? "" });
      expect([back.ids, back.hasPreviousPage, back.hasNextPage]).toEqual([pages[0]?.ids, false, true]);
    },
  );

  it("is sorted by the reading, where it is known", async () => {
    const { edges } = await listBusinesses(me(), { filter: {} }, { first: 20, after: undefined });
    const readings = edges.map(({ node }) => foldForFinding(node.nameKana ?? node.name));
    expect(readings).toEqual([...readings].sort());
  });

  it("puts what is unknown last, whichever way it is sorted", async () => {
    for (const descending of [false, true]) {
      const { edges } = await listBusinesses(
        me(),
        { filter: { search: "髙橋" }, order: { by: "LAST_CONTACT", descending } },
        { first: 100, after: undefined },
      );
      const known = edges.map(({ node }) => node.facts.find(({ key }) => key === "lastContact")?.status === "KNOWN");
      expect(known.indexOf(false)).toBeGreaterThan(0);
      expect(known.slice(known.indexOf(false))).not.toContain(true);
    }
  });

  it("goes from town to town where one wants to know whom to ask, and begins where least is known", async () => {
    const request = { filter: { search: "建設" }, order: { by: "TO_ASK", descending: false } } as const;
    const { edges } = await listBusinesses(me(), request, { first: 100, after: undefined });
    const asked = edges.map(
      ({ node: { municipality, knownCount } }) => [municipality ?? "unknown", knownCount] as const,
    );
    expect(new Set(asked.map(([municipality]) => municipality)).size).toBeGreaterThan(1);
    expect(asked).toEqual(
      asked.toSorted(([town, known], [otherTown, otherKnown]) =>
        town === otherTown ? known - otherKnown : town < otherTown ? -1 : 1,
      ),
    );
  });

  it("refuses a cursor of another order", async () => {
    const page = await find({ filter: {} });
    const other = { filter: {}, order: { by: "KNOWN", descending: true } } as const;
    await expect(find(other, { after: page.cursors[0] ?? "" })).rejects.toThrow(MalformedError);
  });

  it("can be asked for every fact that there is", async () => {
    const bits: { fact: string; bit: string | null }[] = await me().em.execute(
      "select fact, fact_bit(fact) as bit from jsonb_array_elements_text(?::jsonb) as fact",
      [JSON.stringify(FACT_KEYS)],
    );
    expect(bits.filter(({ bit }) => bit === null)).toEqual([]);
    expect(new Set(bits.map(({ bit }) => bit)).size).toBe(FACT_KEYS.length);
  });
});
