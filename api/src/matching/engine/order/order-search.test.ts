import { describe, expect, it } from "vitest";
import { distanceDam, placeOf } from "#domain/place.ts";
import { ask } from "../../../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../../../test/random-snapshot.ts";
import { bestGroup } from "../../../../test/best-group.ts";
import { analyse } from "../../analysis.ts";
import { memberAt } from "../../columns/member-at.ts";
import type { DemandText } from "../../demand.ts";
import { discover } from "../../discover.ts";
import type { Question } from "../../question.ts";
import { areDiverse } from "../../rank.ts";
import { isLawful } from "../../rule-registry.ts";
import { planSearch, type SearchPlan, type SearchWishes } from "../../search-plan.ts";
import type { SnapshotBusiness } from "../../snapshot.ts";
import { fieldOf } from "../field.ts";
import { Overlaps } from "../overlaps.ts";
import { isOrder } from "./order-gains.ts";
import { OrderSearch } from "./order-search.ts";

const ORDER: DemandText = {
  capabilities: [
    ["polishing", 2],
    ["welding", 1],
    ["design", 3],
  ],
  licences: [["kobutsu"]],
  areas: [
    { municipality: "02201", lat: 40.82, lon: 140.74 },
    { municipality: "02202", lat: 40.95, lon: 140.9 },
  ],
  unitsPerMonth: Array.from({ length: 12 }, (_, month) => (month === 3 ? 0 : 120)),
};

function planOf(businesses: readonly SnapshotBusiness[], question: Question, wishes: SearchWishes = {}): SearchPlan {
  const plan = planSearch(businesses, question, wishes);
  if (!plan.accepted) throw new Error(JSON.stringify(plan.problems));
  return plan.change;
}

/** What the search for orders alone comes to, the best first; each group is what the definition says it is. */
function found(plan: SearchPlan) {
  const { layout, question, isEligible } = plan;
  const groups: { readonly members: readonly string[]; readonly lower: number }[] = [];
  new OrderSearch(fieldOf(layout, question, isEligible), plan).find(new Overlaps(), (candidates, worth) => {
    const { members, lower, rules } = analyse(
      Array.from(candidates, (candidate) => memberAt(layout, candidate)),
      question,
    );
    expect(lower).toBe(worth);
    expect(isLawful(rules)).toBe(true);
    groups.push({ members, lower });
  });
  return groups.sort((a, b) => b.lower - a.lower);
}

const few = (seed: number) =>
  randomBusinesses(drawFrom(seed), { size: 6 + (seed % 5), spreadDegrees: 0.3, knownOfTen: 4 + (seed % 7) });

describe("the search for an order, among so few that every group can be tried", () => {
  it("finds the best lawful group, whatever is known of them", () => {
    const question = ask("SHARED_ORDERS", ORDER);
    let tried = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      const businesses = few(seed);
      const plan = planOf(businesses, question, { membersMax: 6 });
      const best = bestGroup(businesses, question, [2, 6]);
      expect(found(plan)[0]?.lower, `population ${seed}`).toBe(best?.lower);
      if (best !== undefined) tried += 1;
    }
    expect(tried).toBeGreaterThan(20);
  });
});

const MANY = 2_600;
const many = randomBusinesses(drawFrom(77), { size: MANY, spreadDegrees: 0.8, knownOfTen: 7 });

describe("the search for an order, among many", () => {
  const question = ask("SHARED_ORDERS", ORDER);
  const wishes = { membersMin: 3, membersMax: 8, withinKm: 20, top: 5 } as const;
  const { proposals } = discover(planOf(many, question, wishes));

  it("gives as many groups as are asked for, each within its limits, any two unlike each other", () => {
    const byId = new Map(many.map((one) => [one.id, placeOf(one.lat as number, one.lon as number)]));
    expect(proposals).toHaveLength(wishes.top);
    for (const [place, { members }] of proposals.entries()) {
      expect(proposals.slice(0, place).every((better) => areDiverse(better.members, members))).toBe(true);
      expect(members.length).toBeGreaterThanOrEqual(wishes.membersMin);
      expect(members.length).toBeLessThanOrEqual(wishes.membersMax);
      const places = members.flatMap((id) => byId.get(id) ?? []);
      for (const a of places) for (const b of places) expect(distanceDam(a, b)).toBeLessThanOrEqual(2_000);
    }
  });

  it("comes to the same whatever order they are handed over in, and wherever they lie from west to east", () => {
    expect(discover(planOf(many.toReversed(), question, wishes)).proposals).toEqual(proposals);
    const east = (one: { readonly lon?: number }) => Math.round((one.lon as number) * 1e6 + 2e6) / 1e6;
    const moved = many.map((one) => ({ ...one, lon: east(one) }));
    const demand = { ...ORDER, areas: ORDER.areas?.map((area) => ({ ...area, lon: east(area) })) ?? [] };
    const elsewhere = discover(planOf(moved, ask("SHARED_ORDERS", demand), wishes)).proposals;
    expect(elsewhere.map(({ members, lower }) => [lower, members])).toEqual(
      proposals.map(({ members, lower }) => [lower, members]),
    );
  });

  it("keeps who has to be there, and those apart who must not meet", () => {
    const [one = "", other = ""] = proposals[0]?.members ?? [];
    const apart = ask("SHARED_ORDERS", ORDER, { mustHave: [one], neverTogether: [[one, other]] });
    const kept = discover(planOf(many, apart, wishes)).proposals;
    expect(kept.length).toBeGreaterThan(0);
    for (const { members } of kept) expect([members.includes(one), members.includes(other)]).toEqual([true, false]);
  });

  it("ends before anything where the budget is nothing, and says when it was stopped", () => {
    const plan = planOf(many, question, wishes);
    expect(discover(plan, { groupsMax: 0 }).proposals).toEqual([]);
    expect(discover(plan, { shouldStop: () => true })).toMatchObject({ proposals: [], cutShort: true });
  });
});

describe("the search for an order, at the limit of distance", () => {
  /** So many beside the two, none of whom takes part, that no seed is asked as well. */
  const besides = (lat: number) =>
    Array.from({ length: 2_001 }, (_, index): SnapshotBusiness => {
      const place = { lat: lat + (index % 50) * 1e-4, lon: 141 + (index % 40) * 1e-4 };
      return { id: `beside-${index}`, ...place, purposes: ["COOPERATIVE"] };
    });
  const order = ask("SHARED_ORDERS", {
    capabilities: [
      ["polishing", 1],
      ["welding", 1],
    ],
  });

  function pairFound(besideAt: number, [north, east]: readonly [number, number]) {
    const one: SnapshotBusiness = { id: "one", lat: 45.4, lon: 141, capabilities: [["polishing", 2]] };
    const other: SnapshotBusiness = {
      ...{ id: "other", lat: 45.4 + north, lon: 141 + east },
      capabilities: [["welding", 2]],
    };
    const plan = planOf([...besides(besideAt), one, other], order, { mode: "fast" });
    const apartDam = distanceDam(placeOf(45.4, 141), placeOf(45.4 + north, 141 + east));
    return { apartDam, found: discover(plan).proposals.map(({ members }) => members) };
  }

  it("puts two together who lie as far apart as they may, and no farther, near the others or far from them", () => {
    for (const besideAt of [45.3, 41.4, 26.2]) {
      expect(pairFound(besideAt, [0, 0.3839])).toEqual({ apartDam: 3_000, found: [["one", "other"]] });
      expect(pairFound(besideAt, [0.2703, 0])).toEqual({ apartDam: 3_000, found: [["one", "other"]] });
      expect(pairFound(besideAt, [0, 0.384]).found).toEqual([]);
      expect(pairFound(besideAt, [0.2704, 0]).found).toEqual([]);
    }
  });
});

describe("the search for an order, in a village and in a town", () => {
  /** What looking for the second group costs, to the first. */
  function secondToFirst(size: number): number {
    const plan = planOf(many.slice(0, size), ask("SHARED_ORDERS", ORDER), { membersMax: 8 });
    const search = new OrderSearch(fieldOf(plan.layout, plan.question, plan.isEligible), plan);
    const best = { candidates: new Int32Array(), worth: -Infinity };
    const first = search.find(new Overlaps(), (candidates, worth) => {
      if (worth > best.worth) Object.assign(best, { candidates, worth });
    });
    const avoided = new Overlaps();
    avoided.avoid(best.candidates);
    let isFound = false;
    const second = search.find(avoided, (candidates) => (isFound ||= avoided.isDiverse(candidates)));
    expect(isFound).toBe(true);
    return second / first;
  }

  it("looks at everyone anew for each group in a village, in a town for the first alone", () => {
    const [inVillage, inTown] = [secondToFirst(250), secondToFirst(1_000)];
    expect(inVillage).toBeGreaterThan(0.5);
    expect(inTown).toBeLessThan(0.25);
  });
});

describe("what is an order", () => {
  const isOne = (question: Question) => isOrder(planOf([], question));

  it("is whatever requires something, and not more than thirty things", () => {
    expect(isOne(ask("SHARED_ORDERS", ORDER))).toBe(true);
    expect(isOne(ask("SHARED_ORDERS"))).toBe(false);
    expect(isOne(ask("SHARED_ORDERS", { areas: ORDER.areas ?? [] }))).toBe(false);
    const skills = (count: number) => Array.from({ length: count }, (_, at) => [`skill-${at}`, 1] as const);
    expect(isOne(ask("SHARED_ORDERS", { capabilities: skills(30) }))).toBe(true);
    expect(isOne(ask("SHARED_ORDERS", { capabilities: skills(31) }))).toBe(false);
  });

  it("is none for another purpose, or where something else is weighed", () => {
    expect(isOne(ask("COOPERATIVE", ORDER))).toBe(false);
    const question = ask("SHARED_ORDERS", ORDER);
    expect(isOne({ ...question, weighed: [...question.weighed, { id: "nearness", weight: 5 }] })).toBe(false);
  });
});
