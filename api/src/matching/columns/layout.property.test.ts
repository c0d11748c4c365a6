import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { damOfKm, distanceDam } from "#domain/place.ts";
import { isPurpose, PURPOSES } from "#domain/purpose.ts";
import { ask } from "../../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../../test/random-snapshot.ts";
import { compareBytes } from "../byte-order.ts";
import { analyse } from "../analysis.ts";
import { businessOf, memberOf, type Member } from "../member.ts";
import type { LicenceFact, PurchaseFact, SnapshotBusiness } from "../snapshot.ts";
import { bytesOf } from "./bytes-of.ts";
import { cellAt } from "./cells.ts";
import { LEVEL_BITS, LEVEL_MASK, type Columns, type Layout, type ListColumn, type Postings } from "./columns.ts";
import { memberReader } from "./find-candidate.ts";
import { layoutOf } from "./layout-writer.ts";
import { idAt, memberAt } from "./member-at.ts";

/** Ids whose order as UTF-8 bytes is not that of JavaScript, and words that are empty, long or the same elsewhere. */
const IDS = ["a", "a1", "a10", "B", "é", "株式会社", "𠮷田", "｡", "\u{1F600}", "b2", "b10", "37"];
const WORDS = ["", "K01", "K02", "K20", "polishing", "試作と小ロット", "𠮷", "｡", "plating"];

const ORDER = {
  capabilities: [["polishing", 2]],
  licences: [["K01"], ["plating", "K02"]],
  areas: [{ municipality: "K20", lat: 35, lon: 135 }],
  unitsPerMonth: Array.from({ length: 12 }, (_, month) => 10 * month),
} as const;

const word = fc.constantFrom(...WORDS);
const level = fc.integer({ min: 1, max: 3 });
const tags = fc.array(fc.tuple(word, level), { maxLength: 40 });
const amount = fc.oneof(fc.nat(70_000), fc.nat(5_000_000_000), fc.maxSafeNat());
const months = fc.array(fc.oneof(fc.nat(60), fc.maxSafeNat()), { minLength: 12, maxLength: 12 });
const licence: fc.Arbitrary<LicenceFact> = fc.oneof(fc.tuple(word), fc.tuple(word, word));
const purchase: fc.Arbitrary<PurchaseFact> = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(word, fc.nat(5_000_000_000)) },
  { weight: 1, arbitrary: fc.tuple(word) },
);

/** A business of which anything may be unknown, none, repeated or as large as a snapshot allows. */
const facts: fc.Arbitrary<Omit<SnapshotBusiness, "id">> = fc
  .record(
    {
      lat: fc.double({ min: 0, max: 90, noNaN: true }),
      lon: fc.double({ min: 0, max: 180, noNaN: true }),
      municipality: word,
      industry: word,
      employees: amount,
      capitalYen: amount,
      capabilities: tags,
      seeks: tags,
      needs: tags,
      licences: fc.array(licence, { maxLength: 4 }),
      monthlyLoad: months,
      monthlyWorkers: months,
      monthlyCapacity: months,
      leader: fc.integer({ min: 0, max: 3 }),
      purchases: fc.array(purchase, { maxLength: 30 }),
      purposes: fc.array(fc.constantFrom("COOPERATIVE", "SHARED_ORDERS", "YEAR_ROUND_WORK", "CHOIR")),
      ties: fc.array(fc.constantFrom(...IDS, "nobody"), { maxLength: 30 }),
    },
    { requiredKeys: [] },
  )
  .map((known) => known as Omit<SnapshotBusiness, "id">);

const anyBusinesses = fc
  .tuple(fc.shuffledSubarray(IDS), fc.array(facts, { minLength: IDS.length, maxLength: IDS.length }))
  .map(([ids, known]) => ids.map((id, at): SnapshotBusiness => ({ ...known[at], id })));

const townBusinesses = fc
  .record({ seed: fc.nat(), size: fc.integer({ min: 1, max: 60 }), knownOfTen: fc.integer({ min: 0, max: 10 }) })
  .map(({ seed, size, knownOfTen }) =>
    randomBusinesses(drawFrom(seed), { size, knownOfTen, spreadDegrees: 0.01 + (seed % 5) }),
  );

const businessLists = fc.oneof(anyBusinesses, townBusinesses);

/** What weighs nothing is left out: strangers, oneself, repetitions and words that are no purpose. */
function weighedOf(member: Member, ids: ReadonlySet<string>): Member {
  const others = (ties: readonly string[]) => new Set(ties.filter((id) => ids.has(id) && id !== member.id));
  return {
    ...member,
    purposes: member.purposes && [...new Set(member.purposes.filter(isPurpose))].sort(),
    ties: member.ties && [...others(member.ties)].sort(),
  };
}

const candidates = ({ columns }: Layout) => Array.from({ length: columns.count }, (_, candidate) => candidate);

const listOf = ({ start, entry }: ListColumn, candidate: number) =>
  Array.from(entry.subarray(start[candidate], start[candidate + 1]));

/** Who holds which tag at what level, in the order of tags and candidates. */
const holdersOf = ({ start, holder }: Postings) =>
  Array.from({ length: start.length - 1 }, (_, entry) => entry).flatMap((entry) =>
    Array.from(holder.subarray(start[entry], start[entry + 1]), (candidate) => [entry, candidate]),
  );

const heldIn = (column: ListColumn, placed: number) =>
  Array.from({ length: placed }, (_, candidate) => candidate)
    .flatMap((candidate) => listOf(column, candidate).map((entry) => [entry, candidate]))
    .sort(([entryA = 0, a = 0], [entryB = 0, b = 0]) => entryA - entryB || a - b);

const viewsIn = (value: unknown): ArrayBufferView[] => {
  if (ArrayBuffer.isView(value)) return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(viewsIn) : [];
};

describe("businesses laid out in columns", () => {
  it("are read out of them as they were", () => {
    fc.assert(
      fc.property(businessLists, (businesses) => {
        const layout = layoutOf(businesses);
        const ids = new Set(businesses.map(({ id }) => id));
        const written = new Map(businesses.map((one) => [one.id, weighedOf(memberOf(one), ids)]));
        const read = candidates(layout).map((candidate) => weighedOf(memberAt(layout, candidate), ids));
        expect(new Map(read.map((member) => [member.id, member]))).toEqual(written);
        for (const candidate of candidates(layout))
          for (const { id, ties } of [memberAt(layout, candidate)]) expect(ties ?? []).not.toContain(id);
      }),
      { numRuns: 300 },
    );
  });

  it("are worth the same in every group as they were", () => {
    const questions = PURPOSES.map((purpose) => ask(purpose, purpose === "SHARED_ORDERS" ? ORDER : {}));
    fc.assert(
      fc.property(businessLists, fc.constantFrom(...questions), fc.nat(), (businesses, question, first) => {
        const layout = layoutOf(businesses);
        const find = memberReader(layout);
        const group = businesses.slice(first % (businesses.length + 1)).slice(0, 6);
        if (group.length === 0) return;
        const read = group.flatMap(({ id }) => find(id) ?? []);
        expect(analyse(read, question)).toEqual(analyse(group.map(memberOf), question));
        expect(read.map((member) => memberOf(businessOf(member)))).toEqual(read);
        expect(find("nobody")).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it("lie the same whatever their order", () => {
    const shuffled = businessLists.chain((businesses) =>
      fc.tuple(
        fc.constant(businesses),
        fc.shuffledSubarray(businesses, { minLength: businesses.length, maxLength: businesses.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([businesses, other]) => {
        expect(layoutOf(other)).toEqual(layoutOf(businesses));
      }),
      { numRuns: 100 },
    );
  });

  it("are numbered by cell and id, those without a place at the end by id", () => {
    fc.assert(
      fc.property(businessLists, (businesses) => {
        const layout = layoutOf(businesses);
        const { cells, count, placed, latMicro, lonMicro, idOrder } = layout.columns;
        const all = cells.rows * cells.columns;
        const seats = candidates(layout).map((candidate) => ({
          cell: candidate < placed ? cellAt(cells, latMicro[candidate] as number, lonMicro[candidate] as number) : all,
          id: idAt(layout.words, candidate),
        }));
        expect(seats).toEqual(seats.toSorted((a, b) => a.cell - b.cell || compareBytes(a.id, b.id)));
        expect(count).toBe(businesses.length);
        expect(placed).toBe(businesses.filter(({ lat, lon }) => lat !== undefined && lon !== undefined).length);
        const firsts = Array.from({ length: all + 1 }, (_, cell) => seats.filter((seat) => seat.cell < cell).length);
        if (all < 5_000) expect(Array.from(cells.first)).toEqual(firsts);
        const sorted = businesses.map(({ id }) => id).sort(compareBytes);
        expect(Array.from(idOrder, (place) => sorted[place])).toEqual(seats.map(({ id }) => id));
      }),
      { numRuns: 150 },
    );
  });

  it("have lists with the strongest first, by word, and postings that say the same", () => {
    fc.assert(
      fc.property(businessLists, (businesses) => {
        const layout = layoutOf(businesses);
        const { columns, words } = layout;
        const strongestFirst = (column: ListColumn, names: readonly string[]) => {
          for (const candidate of candidates(layout)) {
            const list = listOf(column, candidate).map((held) => [
              names[held >>> LEVEL_BITS] as string,
              held & LEVEL_MASK,
            ]);
            expect(list).toEqual(
              list.toSorted(([a, x], [b, y]) => Number(y) - Number(x) || compareBytes(String(a), String(b))),
            );
          }
        };
        strongestFirst(columns.needs, words.issues);
        strongestFirst(columns.seeks, words.skills);
        strongestFirst(columns.capabilities, words.skills);
        const { placed, purchases } = columns;
        expect(holdersOf(columns.needing)).toEqual(heldIn(columns.needs, placed));
        expect(holdersOf(columns.seeking)).toEqual(heldIn(columns.seeks, placed));
        expect(holdersOf(columns.offering)).toEqual(heldIn(columns.capabilities, placed));
        expect(holdersOf(columns.buying)).toEqual(heldIn({ ...purchases, entry: purchases.item }, placed));
      }),
      { numRuns: 150 },
    );
  });

  it("lie in cells nowhere narrower than two kilometres, and never more than a thousand across", () => {
    fc.assert(
      fc.property(businessLists, (businesses) => {
        const { cells, placed, latMicro, lonMicro }: Columns = layoutOf(businesses).columns;
        expect(Math.max(cells.rows, cells.columns)).toBeLessThanOrEqual(1_000);
        const seats = Array.from({ length: placed }, (_, candidate) => {
          const place = { latMicro: latMicro[candidate] as number, lonMicro: lonMicro[candidate] as number };
          const cell = cellAt(cells, place.latMicro, place.lonMicro);
          return { place, row: Math.floor(cell / cells.columns), column: cell % cells.columns };
        });
        for (const a of seats)
          for (const b of seats)
            if (Math.abs(a.row - b.row) > 1 || Math.abs(a.column - b.column) > 1)
              expect(distanceDam(a.place, b.place)).toBeGreaterThanOrEqual(damOfKm(2));
      }),
      { numRuns: 150 },
    );
  });

  it("lie in memory that threads share", () => {
    const layout = layoutOf(randomBusinesses(drawFrom(1), { size: 20, spreadDegrees: 1, knownOfTen: 7 }));
    const views = viewsIn(layout);
    expect(views.length).toBeGreaterThan(30);
    expect(views.filter(({ buffer }) => !(buffer instanceof SharedArrayBuffer))).toEqual([]);
  });

  it("may be none, or have hundreds of tags each", () => {
    expect(layoutOf([]).columns).toMatchObject({ count: 0, placed: 0, cells: { rows: 0, columns: 0 } });
    const tagged = Array.from({ length: 700 }, (_, at) => [`tag-${(at * 37) % 900}`, 1 + (at % 3)] as const);
    const business: SnapshotBusiness = { id: "a", lat: 35, lon: 135, needs: tagged, capabilities: tagged, seeks: [] };
    const layout = layoutOf([business]);
    expect(memberAt(layout, 0)).toEqual(memberOf(business));
  });

  it("take the smaller numbers where all fit", () => {
    const business = (employees: number, yen: number): SnapshotBusiness => ({
      ...{ id: "a", lat: 35, lon: 135, employees },
      ...{ purchases: [["flour", yen]], monthlyLoad: Array.from({ length: 12 }, () => yen) },
    });
    const largest = layoutOf([business(2_147_483_647, 65_535)]).columns;
    expect(largest.employees).toBeInstanceOf(Int32Array);
    expect(largest.monthlyLoad.months).toBeInstanceOf(Uint16Array);
    expect(largest.purchases.yen).toBeInstanceOf(Uint32Array);
    const larger = layoutOf([business(2_147_483_648, 4_294_967_296)]).columns;
    expect(larger.employees).toBeInstanceOf(Float64Array);
    expect(larger.monthlyLoad.months).toBeInstanceOf(Float64Array);
    expect(larger.purchases.yen).toBeInstanceOf(Float64Array);
    expect(bytesOf(largest).all).toBeLessThan(bytesOf(larger).all);
  });
});
