import { describe, expect, it } from "vitest";
import { distanceDam, type Place } from "#domain/place.ts";
import { PURPOSES } from "#domain/purpose.ts";
import { ask, terms } from "../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../test/random-snapshot.ts";
import { analyse, type Analysis } from "./analysis.ts";
import type { DemandText } from "./demand.ts";
import { discover } from "./discover.ts";
import { memberOf, type Member } from "./member.ts";
import type { Question } from "./question.ts";
import { areDiverse, compareRank, diverseTop, type Ranked } from "./rank.ts";
import { isLawful } from "./rule-registry.ts";
import { planSearch, type SearchWishes } from "./search-plan.ts";
import type { SnapshotBusiness } from "./snapshot.ts";

const demand: DemandText = {
  capabilities: [
    ["polishing", 2],
    ["welding", 1],
  ],
  licences: [
    ["ippan-collect", "02201"],
    ["sanpai-collect", "02202"],
  ],
  areas: [
    { municipality: "02201", lat: 40.82, lon: 140.74 },
    { municipality: "02202", lat: 40.83, lon: 140.77 },
  ],
  unitsPerMonth: Array.from({ length: 12 }, () => 120),
};

/** Enough for every round to be run, few enough for a quick test. */
const GROUPS_MAX = 300_000;

function search(
  businesses: readonly SnapshotBusiness[],
  question: Question,
  { groupsMax = GROUPS_MAX, ...wishes }: SearchWishes & { readonly groupsMax?: number },
) {
  const plan = planSearch(businesses, question, wishes);
  if (!plan.accepted) throw new Error(JSON.stringify(plan.problems));
  return discover(plan.change, { groupsMax });
}

/** Every lawful group of the allowed sizes whose members are near enough, by trying all of them, in rank order. */
function allGroups(
  businesses: readonly SnapshotBusiness[],
  question: Question,
  sizes: readonly [number, number],
): readonly Ranked[] {
  const all = businesses.map(memberOf);
  const reach = terms.purposes[question.purpose].withinDam;
  const near = (a: Member, b: Member) => distanceDam(a.place as Place, b.place as Place) <= reach;
  const groups: Ranked[] = [];
  const extend = (group: readonly Member[], from: number) => {
    if (group.length >= sizes[0]) {
      const { rules, lower, coverage, members } = analyse(group, question);
      if (isLawful(rules)) groups.push({ lower, coverage, members });
    }
    if (group.length === sizes[1]) return;
    for (let next = from; next < all.length; next += 1) {
      const member = all[next] as Member;
      if (group.every((one) => near(one, member))) extend([...group, member], next + 1);
    }
  };
  extend([], 0);
  return groups.sort(compareRank);
}

const PROPOSALS = 5;

/** The first place within one per cent of the exact list's, every other within three, and none missing. */
function expectNearlyExact(
  businesses: readonly SnapshotBusiness[],
  question: Question,
  sizes: readonly [number, number],
): void {
  const exact = diverseTop(allGroups(businesses, question, sizes), PROPOSALS);
  const wishes = { membersMin: sizes[0], membersMax: sizes[1], top: PROPOSALS };
  const found = search(businesses, question, wishes).proposals.map(({ lower }) => lower);
  expect(found.length).toBeGreaterThanOrEqual(exact.length);
  exact.forEach(({ lower }, place) => {
    expect(found[place], `place ${place + 1} of ${found.join()}`).toBeGreaterThanOrEqual(
      (place === 0 ? 0.99 : 0.97) * lower,
    );
  });
}

const seeds = Array.from({ length: 6 }, (_, index) => index + 1);

describe("the search on populations small enough to try every group", () => {
  describe.each([
    ["", []],
    [" with a business that has to be in all", ["b0"]],
  ])("lists the diverse groups nearly as trying all would%s", (_, mustHave) => {
    it.each(seeds)("for cooperatives (population %i)", (seed) => {
      const businesses = randomBusinesses(drawFrom(seed), {
        size: 14 + (seed % 3),
        spreadDegrees: 0.09,
        knownOfTen: 8,
      });
      expectNearlyExact(businesses, ask("COOPERATIVE", {}, { mustHave }), [4, 5]);
    });

    it.each(seeds)("for shared orders (population %i)", (seed) => {
      const businesses = randomBusinesses(drawFrom(seed), { size: 14 + (seed % 3), spreadDegrees: 0.3, knownOfTen: 8 });
      expectNearlyExact(businesses, ask("SHARED_ORDERS", demand, { mustHave }), [2, 5]);
    });
  });
});

const farthest = (group: readonly Member[]) =>
  Math.max(...group.flatMap((a) => group.map((b) => distanceDam(a.place as Place, b.place as Place))));

function expectSound(
  proposals: readonly Analysis[],
  businesses: readonly SnapshotBusiness[],
  question: Question,
): void {
  const byId = new Map(businesses.map((business) => [business.id, memberOf(business)]));
  proposals.forEach((proposal, index) => {
    const group = proposal.members.map((id) => byId.get(id) as Member);
    expect(proposal).toEqual(analyse(group, question));
    expect(isLawful(proposal.rules)).toBe(true);
    expect(farthest(group)).toBeLessThanOrEqual(terms.purposes[question.purpose].withinDam);
    const before = proposals.slice(0, index);
    expect(
      before.every((better) => compareRank(better, proposal) < 0 && areDiverse(better.members, proposal.members)),
    ).toBe(true);
  });
}

describe("every proposal of a search", () => {
  it.each([3, 6, 9])(
    "keeps the rules, the distance, the order and the difference from the others (%i facts in ten known)",
    (knownOfTen) => {
      for (const purpose of PURPOSES) {
        const businesses = randomBusinesses(drawFrom(knownOfTen), { size: 70, spreadDegrees: 0.3, knownOfTen });
        const question = ask(purpose, purpose === "SHARED_ORDERS" ? demand : {});
        const { proposals } = search(businesses, question, { groupsMax: 1_000_000 });
        expect(proposals.length).toBeGreaterThan(5);
        expectSound(proposals, businesses, question);
      }
    },
  );

  it("is the same whatever the order of the businesses", () => {
    const businesses = randomBusinesses(drawFrom(7), { size: 60, spreadDegrees: 0.2, knownOfTen: 7 });
    const question = ask("COOPERATIVE");
    expect(search(businesses.toReversed(), question, {})).toEqual(search(businesses, question, {}));
  });

  it("is the same for the same budget, and the budget ends the search", () => {
    const businesses = randomBusinesses(drawFrom(8), { size: 150, spreadDegrees: 0.2, knownOfTen: 7 });
    const plan = planSearch(businesses, ask("COOPERATIVE"), {});
    if (!plan.accepted) throw new Error("not planned");
    const [once, again] = [0, 1].map(() => discover(plan.change, { groupsMax: 2_000 }));
    expect(once).toEqual(again);
    expect(once?.examined).toBeGreaterThanOrEqual(2_000);
    expect(once?.examined).toBeLessThan(discover(plan.change).examined);
    expect(once?.cutShort).toBe(false);
  });
});
