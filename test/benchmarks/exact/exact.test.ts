import { describe, expect, it } from "vitest";
import { PURPOSES, type Purpose } from "../../../api/src/domain/purpose.ts";
import { analyse } from "../../../api/src/matching/analysis.ts";
import type { DemandText } from "../../../api/src/matching/demand.ts";
import { planSearch } from "../../../api/src/matching/search-plan.ts";
import { ask } from "../../../api/test/questions.ts";
import { drawFrom, randomBusinesses } from "../../../api/test/random-snapshot.ts";
import { bruteForce } from "./brute-force.ts";
import { openHighs } from "./certificate.ts";
import { exactBest } from "./exact.ts";
import { instanceOf, type Instance } from "./instance.ts";
import { businessesOf, planOf } from "./small-searches.ts";

const ORDER: DemandText = {
  capabilities: [
    ["polishing", 2],
    ["welding", 1],
  ],
  licences: [["kobutsu"]],
  areas: [
    { municipality: "02201", lat: 40.82, lon: 140.74 },
    { municipality: "02202", lat: 40.83, lon: 140.77 },
  ],
  unitsPerMonth: Array.from({ length: 12 }, () => 120),
};

/** A dozen businesses at most, some near each other and some not, of whom more or less is known; now and then nothing is asked. */
function fewBusinesses(purpose: Purpose, seed: number): Instance {
  const businesses = randomBusinesses(drawFrom(seed), {
    size: 7 + (seed % 6),
    spreadDegrees: 0.03 + (seed % 5) * 0.03,
    knownOfTen: 5 + (seed % 6),
  });
  const question = ask(purpose, seed % 7 === 0 ? {} : ORDER);
  const plan = planSearch(businesses, question, { membersMin: 4, membersMax: 6 });
  if (!plan.accepted) throw new Error(JSON.stringify(plan.problems));
  return instanceOf(businesses, plan.change);
}

describe.each(PURPOSES)("the exact search for %s", (purpose) => {
  it.each([7, 8, 10, 18, 19, 27, 30])("finds the best of all lawful groups (population %i)", (seed) => {
    const instance = fewBusinesses(purpose, seed);
    const { optimum, isProven } = exactBest(instance);
    expect(isProven).toBe(true);
    expect(optimum?.lower).toBe(bruteForce(instance)?.lower);
    if (optimum === undefined) return;
    const group = optimum.group.flatMap((one) => instance.members[one] ?? []);
    expect(analyse(group, instance.question).lower).toBe(optimum.lower);
  });

  it("comes to the same end from any group it begins with", () => {
    const instance = fewBusinesses(purpose, 10);
    const { optimum } = exactBest(instance);
    expect(exactBest(instance, { start: optimum?.group ?? [] }).optimum?.lower).toBe(optimum?.lower);
  });

  it("is nowhere above what HiGHS allows, and nowhere below a group of HiGHS's", async () => {
    const solve = await openHighs();
    const search = { purpose, businesses: 12, seed: 3, membersMin: 4, membersMax: 4 };
    const instance = instanceOf(businessesOf(search), planOf(search, "fast"));
    const lower = exactBest(instance).optimum?.lower ?? 0;
    const answers = [true, false].map((isMonthsKnown) => solve(instance, 4, { isMonthsKnown }));
    expect(Math.max(...answers.map(({ most }) => most ?? -Infinity)) + 1e-3).toBeGreaterThanOrEqual(lower);
    for (const { group } of answers) {
      if (group.length === 0) continue;
      const members = group.flatMap((one) => instance.members[one] ?? []);
      expect(analyse(members, instance.question).lower).toBeLessThanOrEqual(lower);
    }
  });
});
