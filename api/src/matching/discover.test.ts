import { describe, expect, it } from "vitest";
import { ask } from "../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../test/random-snapshot.ts";
import { discover } from "./discover.ts";
import type { Question } from "./question.ts";
import { planSearch, type SearchControl, type SearchWishes } from "./search-plan.ts";
import type { SnapshotBusiness } from "./snapshot.ts";

const town = randomBusinesses(drawFrom(5), { size: 40, spreadDegrees: 0.05, knownOfTen: 8 });
const coop = ask("COOPERATIVE");

/** Enough for every round to be run, few enough for a quick test. */
const GROUPS_MAX = 150_000;

function find(question: Question, wishes: SearchWishes = {}, businesses: readonly SnapshotBusiness[] = town) {
  const plan = planSearch(businesses, question, wishes);
  if (!plan.accepted) throw new Error(JSON.stringify(plan.problems));
  return discover(plan.change, { groupsMax: GROUPS_MAX });
}

function refusal(question: Question, wishes: SearchWishes, businesses: readonly SnapshotBusiness[] = town) {
  const plan = planSearch(businesses, question, wishes);
  return plan.accepted ? [] : plan.problems;
}

const everyone = (result: ReturnType<typeof find>) => result.proposals.flatMap(({ members }) => members);

describe("a search", () => {
  it("gives as many groups as asked for, of the sizes asked for", () => {
    const { proposals } = find(coop, { top: 3, membersMin: 6, membersMax: 7 });
    expect(proposals).toHaveLength(3);
    expect(proposals.every(({ members }) => members.length >= 6 && members.length <= 7)).toBe(true);
  });

  it.each([16, 17, 40, 50])("finds groups of %i and more where so many lie together", (membersMin) => {
    const many = randomBusinesses(drawFrom(9), { size: 60, spreadDegrees: 0.01, knownOfTen: 8 });
    const { proposals } = find(coop, { top: 1, membersMin, membersMax: 50 }, many);
    expect(proposals[0]?.members.length).toBeGreaterThanOrEqual(membersMin);
  });

  it("keeps the form's number of founders where a smaller size is asked for", () => {
    const sizes = find(coop, { membersMin: 1, membersMax: 4 }).proposals.map(({ members }) => members.length);
    expect(new Set(sizes)).toEqual(new Set([4]));
  });

  it("has everyone asked for in every group, and nobody left out or kept apart", () => {
    const question = ask(
      "COOPERATIVE",
      {},
      {
        mustHave: ["b7"],
        neverTogether: [
          ["b7", "b8"],
          ["b1", "b2"],
        ],
      },
    );
    const { proposals } = find(question, { without: ["b3"] });
    expect(proposals.length).toBeGreaterThan(0);
    for (const { members, rules } of proposals) {
      expect(members).toContain("b7");
      expect(members).not.toContain("b3");
      expect(members).not.toContain("b8");
      expect(members.includes("b1") && members.includes("b2")).toBe(false);
      expect(rules.map(({ id }) => id)).toContain("must-have");
    }
  });

  it("stays inside the district, those of unknown municipality excepted", () => {
    const { proposals } = find(ask("COOPERATIVE", {}, { districts: ["02201"] }));
    const outside = new Set(
      town.filter(({ municipality }) => municipality !== undefined && municipality !== "02201").map(({ id }) => id),
    );
    expect(proposals.length).toBeGreaterThan(0);
    expect(proposals.flatMap(({ members }) => members).some((id) => outside.has(id))).toBe(false);
  });

  it("does not propose who is known to be open to other purposes only, and does who has not said", () => {
    const mixed = town.map((business, index) => (index < 20 ? { ...business, purposes: ["SHARED_ORDERS"] } : business));
    const closed = new Set(mixed.slice(0, 20).map(({ id }) => id));
    const proposed = everyone(find(coop, {}, mixed));
    expect(proposed.length).toBeGreaterThan(0);
    expect(proposed.some((id) => closed.has(id))).toBe(false);
  });

  it("lists who has no place and does not search them", () => {
    const { lat: _lat, ...homeless } = town[0] as SnapshotBusiness;
    const result = find(coop, {}, [homeless, ...town.slice(1)]);
    expect(result.unplaced).toEqual(["b0"]);
    expect(everyone(result)).not.toContain("b0");
  });

  it("reaches as far as asked, and no farther", () => {
    const pair = (km: number): readonly SnapshotBusiness[] => [
      { id: "a", lat: 40, lon: 140.7 },
      { id: "b", lat: 40 + km / 111, lon: 140.7 },
    ];
    expect(find(ask("SHARED_ORDERS"), {}, pair(29.99)).proposals).toHaveLength(1);
    expect(find(ask("SHARED_ORDERS"), {}, pair(30.02)).proposals).toHaveLength(0);
    expect(find(ask("SHARED_ORDERS"), { withinKm: 40 }, pair(39.9)).proposals).toHaveLength(1);
  });

  it("proposes nothing where a demanded licence is held by nobody, and something once it is unknown", () => {
    const question = ask("SHARED_ORDERS", { licences: [["tobacco", "02201"]] });
    const known = town.map((business) => ({ ...business, licences: [] }));
    const { licences: _licences, ...silent } = known[0] as SnapshotBusiness;
    expect(find(question, {}, known).proposals).toHaveLength(0);
    const { proposals } = find(question, {}, [silent as SnapshotBusiness, ...known.slice(1)]);
    expect(proposals.every(({ members }) => members.includes("b0"))).toBe(true);
    expect(proposals.length).toBeGreaterThan(0);
  });

  it("tells how far it is, and stops when told, saying so", () => {
    const plan = planSearch(town, coop, {});
    if (!plan.accepted) throw new Error("not planned");
    let seen = 0;
    const control: SearchControl = {
      shouldStop: () => seen >= 3,
      onProgress: ({ done, total, examined }) => {
        seen = done;
        expect(total).toBeGreaterThanOrEqual(done);
        expect(examined).toBeGreaterThan(0);
      },
    };
    const result = discover(plan.change, control);
    expect([seen, result.cutShort]).toEqual([3, true]);
    expect(result.proposals.length).toBeGreaterThan(0);
  });

  it("finds nothing among nobody", () => {
    expect(find(coop, {}, []).proposals).toEqual([]);
  });
});

describe("a search that cannot be run", () => {
  it("is refused with every reason", () => {
    const question = ask("COOPERATIVE", {}, { mustHave: ["x", "b1"] });
    expect(
      refusal(question, { membersMin: 9, membersMax: 8, without: ["b1"], top: 0, withinKm: 0 }).map(({ code }) => code),
    ).toEqual(["SIZES_OUT_OF_RANGE", "BAD_TOP", "BAD_DISTANCE", "UNKNOWN_BUSINESS", "LEFT_OUT"]);
  });

  it("is refused for work all year round where a builder was asked for, to whom nobody may be dispatched", () => {
    const question = ask("YEAR_ROUND_WORK", {}, { mustHave: ["builder"] });
    const builder: SnapshotBusiness = { id: "builder", lat: 40.8, lon: 140.7, industry: "0611" };
    const plan = planSearch([...town, builder], question, {});
    expect(plan.accepted ? [] : plan.problems).toEqual([{ code: "LEFT_OUT", id: "builder", reason: "BARRED_TRADE" }]);
  });

  it("is refused where more are asked for than a group may have, and not for as many", () => {
    const question = ask("CROSS_INDUSTRY", {}, { mustHave: ["b1", "b2", "b3"] });
    const near = town.map((one) => ({ ...one, lat: 40.8, lon: 140.7, purposes: ["CROSS_INDUSTRY"] }));
    expect(refusal(question, { membersMax: 2 }, near)).toEqual([
      { code: "ASKED_FOR_TOO_MANY", count: 3, membersMax: 2 },
    ]);
    expect(refusal(question, { membersMax: 3 }, near)).toEqual([]);
  });

  it("is refused where two who are asked for cannot meet, each with its reason", () => {
    const here: SnapshotBusiness = { id: "here", lat: 40.8, lon: 140.7, municipality: "02201" };
    // 0.01° of latitude are 1.11 km.
    const there: SnapshotBusiness = { id: "there", lat: 40.81, lon: 140.7, municipality: "03213" };
    const cannotMeet = (more: Parameters<typeof ask>[2], withinKm: number) =>
      refusal(ask("COOPERATIVE", {}, { mustHave: ["there", "here"], ...more }), { withinKm }, [here, there]);
    const why = (reason: string, withinKm: number) => [
      { code: "CANNOT_MEET", ids: ["here", "there"], reason, withinKm },
    ];
    expect(cannotMeet({}, 1.11)).toEqual([]);
    expect(cannotMeet({}, 1.1)).toEqual(why("TOO_FAR", 1.1));
    expect(cannotMeet({ form: "15" }, 2)).toEqual(why("TWO_PREFECTURES", 2));
    expect(cannotMeet({ neverTogether: [["there", "here"]] }, 2)).toEqual(why("NEVER_TOGETHER", 2));
    expect(cannotMeet({ mustHave: ["here"], neverTogether: [["there", "here"]] }, 1)).toEqual([]);
  });

  it("is refused for more than fifty members and not for fifty", () => {
    expect(refusal(coop, { membersMax: 51 })).toMatchObject([{ code: "SIZES_OUT_OF_RANGE", allowed: 50 }]);
    expect(refusal(coop, { membersMax: 50 })).toEqual([]);
  });

  it("is refused where the form needs more than the largest size asked for", () => {
    const unions = ask("COOPERATIVE", {}, { form: "12" });
    expect(refusal(unions, {})).toMatchObject([{ code: "FORM_NEEDS_MORE", needed: 20, membersMax: 15 }]);
    expect(refusal(unions, { membersMax: 20 })).toEqual([]);
  });
});
