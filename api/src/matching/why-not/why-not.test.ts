import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ask } from "../../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../../test/random-snapshot.ts";
import { analyse } from "../analysis.ts";
import { candidateFinder } from "../columns/find-candidate.ts";
import { discover } from "../discover.ts";
import { memberOf } from "../member.ts";
import type { Question } from "../question.ts";
import { isLawful } from "../rule-registry.ts";
import { planSearch, type SearchPlan, type SearchWishes } from "../search-plan.ts";
import type { SnapshotBusiness } from "../snapshot.ts";
import { ownChanges, withChange } from "./own-changes.ts";
import { placeIn } from "./standing.ts";
import { whyNot, type WhyNotCase } from "./why-not.ts";

const cooperative = ask("COOPERATIVE");

function planOf(businesses: readonly SnapshotBusiness[], question: Question, wishes: SearchWishes): SearchPlan {
  const plan = planSearch(businesses, question, wishes);
  if (!plan.accepted) throw new Error(JSON.stringify(plan.problems));
  return plan.change;
}

function caseOf(id: string, businesses: readonly SnapshotBusiness[], wishes: SearchWishes = {}): WhyNotCase {
  const plan = planOf(businesses, cooperative, wishes);
  const own = candidateFinder(plan.layout)(id);
  if (own === undefined) throw new Error(id);
  const shown = discover(plan).proposals;
  return { own, plan, shown };
}

const shop = (id: string, more: Partial<SnapshotBusiness> = {}): SnapshotBusiness => ({
  ...{ id, lat: 34.34, lon: 134.05, municipality: "37201", industry: "5711", employees: 4 },
  ...{ needs: [["K20", 3]], capabilities: [], seeks: [], licences: [], leader: 1, ties: [] },
  ...more,
});

/** Five shops that know each other and share an issue; a leader among them. */
const street = ["a", "b", "c", "d", "e"].map((id) => shop(id, { ties: ["a"], leader: id === "a" ? 3 : 1 }));

describe("where a business stands in an answer", () => {
  it("is told by its ranks where it is in a proposal", () => {
    expect(whyNot(caseOf("c", street))).toMatchObject({ ranks: [1], hindrance: { kind: "none" }, wayIn: undefined });
  });

  it("is outside where it is not open to the purpose, and inside once it is", () => {
    const told = whyNot(caseOf("f", [...street, shop("f", { ties: ["a"], leader: 3, purposes: ["SHARED_ORDERS"] })]));
    expect(told.hindrance).toEqual({ kind: "left-out", reason: "PURPOSE" });
    expect(told.wayIn).toMatchObject({ changes: [{ fact: "purposes" }], place: 1 });
  });

  it("is outside without a place, and no change of its own is offered", () => {
    const { lat: _lat, ...placeless } = shop("f");
    expect(whyNot(caseOf("f", [...street, placeless as SnapshotBusiness]))).toMatchObject({
      hindrance: { kind: "left-out", reason: "PLACE" },
      best: [],
      wayIn: undefined,
    });
  });

  it("is too far from the others where fewer lie within reach than a group needs", () => {
    const far = shop("f", { lat: 34.6 });
    const near = shop("g", { lat: 34.61 });
    expect(whyNot(caseOf("f", [...street, far, near])).hindrance).toEqual({
      ...{ kind: "too-few-near", near: 1, needed: 3, withinMetres: 8000 },
    });
  });

  it("is like a better proposal where it could only take a member's place", () => {
    const told = whyNot(caseOf("f", [...street, shop("f", { needs: [], ties: [] })], { membersMax: 5 }));
    expect(told.hindrance).toEqual({ kind: "like-better", rank: 1 });
    expect(told.best[0]?.members).toContain("f");
  });

  it("is kept out by nothing where a group that is not its best would be shown as it is", () => {
    const shops = Array.from({ length: 14 }, (_, index) =>
      shop(`b${String(index).padStart(2, "0")}`, {
        ...{ lat: 34.7 + ((index * 37) % 14) * 2e-3, leader: (index * 5) % 4, employees: (index * 3) % 9 },
        needs: [[`K0${1 + (index % 3)}`, 1 + (index % 3)]],
      }),
    );
    const wishes = { membersMin: 4, membersMax: 5, top: 20 };
    let placed = 0;
    for (const { id } of shops) {
      const whole = caseOf(id, shops, wishes);
      const kase = { ...whole, shown: whole.shown.slice(0, 1) };
      const { ranks, best, hindrance } = whyNot(kase);
      const standing = { shown: kase.shown, top: wishes.top };
      if (ranks.length > 0 || !best.slice(1).some((group) => placeIn(group, standing) !== undefined)) continue;
      placed += 1;
      expect(hindrance).toEqual({ kind: "none" });
    }
    expect(placed).toBeGreaterThan(0);
  });

  it("is not told to acquire a licence that it holds for the whole prefecture", () => {
    const order = ask("SHARED_ORDERS", { licences: [["kobutsu", "37201"]] });
    const licensed = shop("own", { licences: [["kobutsu", "37"]] });
    expect(ownChanges(licensed, street, order).filter(({ fact }) => fact === "licences")).toEqual([]);
    expect(ownChanges(shop("own"), street, order).filter(({ fact }) => fact === "licences")).toHaveLength(1);
  });

  it("is weaker than the last one shown where the answer is full, and the heaviest loss is named", () => {
    const quiet = ["p", "q", "r", "s"].map((id) => shop(id, { lat: 34.36, leader: 0, employees: 4 }));
    const told = whyNot(caseOf("p", [...street, ...quiet], { top: 1, membersMax: 4, withinKm: 2 }));
    expect(told.hindrance).toMatchObject({ kind: "weaker", component: { id: "leader" } });
  });

  it("finds a way in that holds when the group is scored anew, and offers nothing it cannot change", () => {
    const wishes = { top: 3, membersMax: 6, withinKm: 6 };
    let found = 0;
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 3, max: 8 }), (seed, knownOfTen) => {
        const businesses = randomBusinesses(drawFrom(seed), { size: 14, spreadDegrees: 0.1, knownOfTen });
        const plan = planOf(businesses, cooperative, wishes);
        const shown = discover(plan).proposals;
        for (const own of businesses) {
          const { ranks, wayIn } = whyNot({ own: candidateFinder(plan.layout)(own.id) ?? -1, plan, shown });
          if (!wayIn) continue;
          found += 1;
          expect(ranks).toEqual([]);
          const changed = wayIn.changes.reduce((one, change) => withChange(one, change, cooperative), own);
          for (const fixed of ["lat", "lon", "municipality", "industry"] as const)
            expect(changed[fixed]).toBe(own[fixed]);
          if (own.employees !== undefined) expect(changed.employees).toBe(own.employees);
          const group = businesses.filter(({ id }) => wayIn.group.members.includes(id));
          const anew = analyse(
            group.map((one) => memberOf(one.id === own.id ? changed : one)),
            cooperative,
          );
          expect(anew).toEqual(wayIn.group);
          expect(anew.members).toContain(own.id);
          expect(isLawful(anew.rules)).toBe(true);
          expect(placeIn(anew, { shown, top: plan.top })).toBe(wayIn.place);
        }
      }),
      { numRuns: 12 },
    );
    expect(found).toBeGreaterThan(0);
  });
});
