import { describe, expect, it } from "vitest";
import { PURPOSES, type Purpose } from "#domain/purpose.ts";
import { ask } from "../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../test/random-snapshot.ts";
import { candidateFinder } from "./columns/find-candidate.ts";
import { discover } from "./discover.ts";
import { groupsAround, type GroupsAround } from "./groups-around.ts";
import type { Question } from "./question.ts";
import { areDiverse, compareRank } from "./rank.ts";
import { planSearch, type SearchPlan, type SearchWishes } from "./search-plan.ts";
import type { SnapshotBusiness } from "./snapshot.ts";

const cooperative = ask("COOPERATIVE");

function planOf(businesses: readonly SnapshotBusiness[], question: Question, wishes: SearchWishes = {}): SearchPlan {
  const plan = planSearch(businesses, question, wishes);
  if (!plan.accepted) throw new Error(JSON.stringify(plan.problems));
  return plan.change;
}

function lookAt(id: string, plan: SearchPlan): GroupsAround {
  const own = candidateFinder(plan.layout)(id);
  if (own === undefined) throw new Error(id);
  return groupsAround(own, plan);
}

const shop = (id: string, more: Partial<SnapshotBusiness> = {}): SnapshotBusiness => ({
  ...{ id, lat: 34.34, lon: 134.05, municipality: "37201", industry: "5711", employees: 4 },
  ...{ needs: [["K20", 3]], capabilities: [], seeks: [], licences: [], leader: 1, ties: [] },
  ...more,
});

const street = ["a", "b", "c", "d", "e"].map((id) => shop(id, { leader: id === "a" ? 3 : 1 }));

/** A small town of some, in which any may be looked at. */
const town = (seed: number, size: number) =>
  randomBusinesses(drawFrom(seed), { size, spreadDegrees: 0.12, knownOfTen: 5 + (seed % 6) });

describe("the groups around one business", () => {
  it("hold it, differ from each other and stand in rank order, five at most", () => {
    let told = 0;
    for (const purpose of PURPOSES) {
      const plan = planOf(town(7, 40), ask(purpose));
      for (const id of ["b0", "b11", "b29"]) {
        const { groups, hindrance } = lookAt(id, plan);
        told += groups.length;
        expect(hindrance === undefined).toBe(groups.length > 0);
        expect(groups.length).toBeLessThanOrEqual(5);
        groups.forEach((group, place) => {
          expect(group.members).toContain(id);
          for (const better of groups.slice(0, place)) {
            expect(compareRank(better, group)).toBeLessThan(0);
            expect(areDiverse(better.members, group.members)).toBe(true);
          }
        });
      }
    }
    expect(told).toBeGreaterThan(30);
  });

  it("are the same whatever the order of the businesses, and whoever was asked about before", () => {
    const businesses = town(3, 40);
    const plan = planOf(businesses, cooperative);
    const first = lookAt("b5", plan);
    lookAt("b9", plan);
    expect(lookAt("b5", plan)).toEqual(first);
    expect(lookAt("b5", planOf(businesses.toReversed(), cooperative))).toEqual(first);
  });

  it("are found for one that has only just enough neighbours: all of them", () => {
    expect(lookAt("c", planOf(street.slice(1), cooperative)).groups.map(({ members }) => members)).toEqual([
      ["b", "c", "d", "e"],
    ]);
  });
});

describe("a business that can be in no group", () => {
  it("is told that too few lie within reach, and how many there are", () => {
    const plan = planOf([...street, shop("f", { lat: 34.6 }), shop("g", { lat: 34.61 })], cooperative);
    expect(lookAt("f", plan)).toEqual({
      groups: [],
      hindrance: { kind: "too-few-near", near: 1, needed: 3, withinMetres: 8000 },
    });
  });

  it("is told why it takes no part in the search: another purpose, no place, or named as left out", () => {
    const { lat: _lat, ...placeless } = shop("f");
    const businesses = [...street, placeless, shop("g", { purposes: ["SHARED_ORDERS"] })] as SnapshotBusiness[];
    const plan = planOf(businesses, cooperative, { without: ["a"] });
    const reasons = ["f", "g", "a"].map((id) => lookAt(id, plan).hindrance);
    expect(reasons).toEqual(["PLACE", "PURPOSE", "WITHOUT"].map((reason) => ({ kind: "left-out", reason })));
  });

  it("is told which rule no group keeps", () => {
    const hotels = ["a", "b", "c", "d"].map((id) => shop(id, { lat: 34.34 }));
    const asked = ask("SHARED_ORDERS", { licences: [["sanpai-collect"]] });
    const { groups, hindrance } = lookAt("a", planOf(hotels, asked));
    expect(groups).toEqual([]);
    expect(hindrance).toMatchObject({ kind: "no-lawful-group", rules: [{ id: "H5", verdict: "fail" }] });
  });
});

/** Towns a purpose is held against, their businesses, and how many of them are looked at. */
const [TOWNS, TOWN_SIZE, LOOKED_AT] = [6, 14, 5];

/** Looks in a hundred at which a search that tries everyone may find a better first group. */
const BETTER_PERCENT_MAX = 5;

/** Whether the first group is at least as good as the first of a whole search with the business as one that must be in. */
function isAsGood(id: string, businesses: readonly SnapshotBusiness[], purpose: Purpose): boolean {
  const asked = planSearch(businesses, ask(purpose, {}, { mustHave: [id] }), { top: 5, mode: "quality" });
  if (!asked.accepted) return true;
  const [best] = discover(asked.change, { groupsMax: 200_000 }).proposals;
  const [first] = lookAt(id, planOf(businesses, ask(purpose))).groups;
  return (first?.lower ?? -1) >= (best?.lower ?? -1);
}

describe.each(PURPOSES)("the first group around one business for %s", (purpose) => {
  it("is as good as the first of a whole search with it, nearly always", () => {
    const looks = Array.from({ length: TOWNS }, (_, seed) => {
      const businesses = town(100 + seed, TOWN_SIZE);
      return businesses.slice(0, LOOKED_AT).map(({ id }) => isAsGood(id, businesses, purpose));
    }).flat();
    const worse = looks.filter((good) => !good).length;
    expect(worse).toBeLessThanOrEqual(Math.floor((looks.length * BETTER_PERCENT_MAX) / 100));
  });
});
