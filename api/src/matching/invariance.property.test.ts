import { describe, expect, it } from "vitest";
import { PURPOSES } from "#domain/purpose.ts";
import { askedOf, motleySearches, regionSearch, searchFor, type MotleySearch } from "../../test/motley-searches.ts";
import { ask, members } from "../../test/questions.ts";
import { drawFrom, type Draw } from "../../test/random-snapshot.ts";
import { analyse } from "./analysis.ts";
import { compareBytes } from "./byte-order.ts";
import type { SnapshotBusiness } from "./snapshot.ts";

/** Searches of each purpose, among so few businesses that each takes some milliseconds. */
const SEARCHES = 16;
const SIZE = 12;

/** Groups of each purpose that are scored. */
const GROUPS = 150;

/** A group of some businesses of a search, each by its place in the list. */
const someOf = (draw: Draw, { businesses }: MotleySearch) => {
  const left = [...businesses.keys()];
  return Array.from({ length: 2 + draw(7) }, () => left.splice(draw(left.length), 1)[0] as number);
};

const shuffled = <T>(draw: Draw, items: readonly T[]): T[] => {
  const left = [...items];
  return items.map(() => left.splice(draw(left.length), 1)[0] as T);
};

/** Writes every id anew, wherever it stands. */
function renamed<T>(value: T, nameOf: ReadonlyMap<string, string>): T {
  if (typeof value === "string") return (nameOf.get(value) ?? value) as T;
  if (Array.isArray(value)) return value.map((one) => renamed<unknown>(one, nameOf)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, renamed<unknown>(held, nameOf)])) as T;
}

/** Other names for all businesses of a search: `order` puts the new ones in the order of the old, or in any other. */
function namesFor(
  { businesses }: MotleySearch,
  order: (count: number) => readonly number[],
): ReadonlyMap<string, string> {
  const inOrder = businesses.map(({ id }) => id).sort(compareBytes);
  const places = order(inOrder.length);
  return new Map(inOrder.map((id, at) => [id, `new-${String(places[at]).padStart(4, "0")}`]));
}

const kept = (count: number) => Array.from({ length: count }, (_, at) => 7 * at);

function movedBy(
  { businesses, demand, wishes, ...rest }: MotleySearch,
  eastMicro: number,
  northMicro = 0,
): MotleySearch {
  const moved = <T extends { readonly lat?: number; readonly lon?: number }>(one: T): T => ({
    ...one,
    ...(one.lat === undefined ? {} : { lat: (Math.round(one.lat * 1e6) + northMicro) / 1e6 }),
    ...(one.lon === undefined ? {} : { lon: (Math.round(one.lon * 1e6) + eastMicro) / 1e6 }),
  });
  const { around } = wishes;
  const circle = around && {
    ...around,
    place: { latMicro: around.place.latMicro + northMicro, lonMicro: around.place.lonMicro + eastMicro },
  };
  return {
    ...rest,
    businesses: businesses.map(moved),
    demand: demand.areas === undefined ? demand : { ...demand, areas: demand.areas.map(moved) },
    wishes: circle === undefined ? wishes : { ...wishes, around: circle },
  };
}

/** Weight of the one component whose equal shares go by the order of ids, where it is weighed. */
const RIVALRY_WEIGHT = 4;

/** West of everything, a step that divides no cell, and almost to the other side of the earth. */
const EAST_MICRO = [-19_999_999, 123_457, 31_000_003];

const order = (search: MotleySearch) => drawFrom(search.seed);

const anyNames = (search: MotleySearch) => namesFor(search, (count) => shuffled(order(search), kept(count)));

describe.each(PURPOSES)("a search for %s", (purpose) => {
  const asked = [...motleySearches(purpose, SEARCHES, SIZE), regionSearch(purpose)];
  const searches = asked.map((search) => ({ search, found: searchFor(search) }));

  it("is run and finds something in some of the populations, and in the region eight groups", () => {
    const counts = searches.map(({ found }) => found?.proposals.length ?? 0);
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(SEARCHES / 3);
    expect(counts.at(-1)).toBe(8);
  });

  const expectEach = (expected: (one: (typeof searches)[number]) => void) => {
    for (const one of searches) expected(one);
  };
  const populationOf = ({ seed }: MotleySearch) => `population ${seed}`;

  it("gives the same whatever the order of the businesses", () => {
    expectEach(({ search, found }) => {
      const businesses = shuffled(order(search), search.businesses);
      expect(searchFor({ ...search, businesses }), populationOf(search)).toEqual(found);
    });
  });

  it("gives the same under other ids in the same order", () => {
    expectEach(({ search, found }) => {
      const names = namesFor(search, kept);
      expect(searchFor(renamed(search, names)), populationOf(search)).toEqual(renamed(found, names));
    });
  });

  it("gives as good a first group under any other ids", () => {
    expectEach(({ search, found }) => {
      if (search.businesses.length > SIZE) return;
      const [first, other] = [found, searchFor(renamed(search, anyNames(search)))].map((one) => one?.proposals[0]);
      const apart = purpose === "CROSS_INDUSTRY" ? RIVALRY_WEIGHT * (first?.members.length ?? 0) : 0;
      const difference = Math.abs((other?.lower ?? 0) - (first?.lower ?? 0));
      expect(difference, populationOf(search)).toBeLessThanOrEqual(apart);
    });
  });

  it("gives the same farther east or west, when all have moved", () => {
    expectEach(({ search, found }) => {
      const moved = movedBy(search, EAST_MICRO[search.seed % EAST_MICRO.length] as number);
      expect(searchFor(moved), populationOf(search)).toEqual(found);
    });
  });
});

describe.each(PURPOSES)("the score of a group for %s", (purpose) => {
  const searches = motleySearches(purpose, GROUPS, SIZE).map((search) => ({
    search,
    group: someOf(drawFrom(search.seed), search),
  }));
  const scored = (search: MotleySearch, group: readonly number[]) =>
    analyse(members(...group.map((at) => search.businesses[at] as SnapshotBusiness)), askedOf(search));

  it("is the same in whatever order its members are handed in, and however often", () => {
    for (const { search, group } of searches)
      expect(scored(search, [...shuffled(order(search), group), group[0] as number])).toEqual(scored(search, group));
  });

  it("is the same farther east or west, when all have moved", () => {
    for (const { search, group } of searches)
      for (const east of EAST_MICRO) expect(scored(movedBy(search, east), group)).toEqual(scored(search, group));
  });

  it("has the same numbers under any other ids, but for thousandths given by place in the order of ids", () => {
    for (const { search, group } of searches) {
      const before = scored(search, group).components;
      scored(renamed(search, anyNames(search)), group).components.forEach(({ id, low, high, known }, at) => {
        const apart = id === "low-rivalry" ? group.length : 0;
        expect(known).toBe(before[at]?.known);
        expect(Math.abs(low - (before[at]?.low ?? 0))).toBeLessThanOrEqual(apart);
        expect(Math.abs(high - (before[at]?.high ?? 0))).toBeLessThanOrEqual(apart);
      });
    }
  });
});

describe("the distance between members", () => {
  /** Two pairs at 35° north: one lies from south to north, one from west to east. */
  const pair = (north: number, east: number, lat: number) =>
    members({ id: "a", lat, lon: 135 }, { id: "b", lat: lat + north, lon: 135 + east });
  const nearness = (group: ReturnType<typeof pair>) =>
    analyse(group, ask("CROSS_INDUSTRY")).components.find(({ id }) => id === "nearness")?.low;

  it("is shorter farther north where it leads east, for a degree of longitude is; where it leads north it is the same", () => {
    expect(nearness(pair(0, 0.1, 43))).toBeGreaterThan(nearness(pair(0, 0.1, 35)) as number);
    expect(nearness(pair(0.1, 0, 43))).toBe(nearness(pair(0.1, 0, 35)));
    expect(nearness(pair(0, 0.1, 35))).toBeGreaterThan(0);
  });
});
