import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ask } from "../../test/questions.ts";
import { drawFrom, randomBusinesses } from "../../test/random-snapshot.ts";
import { distanceDam } from "#domain/place.ts";
import { analyse } from "./analysis.ts";
import { completeGroup, type Completion } from "./complete.ts";
import type { DemandText } from "./demand.ts";
import { memberOf, type Member } from "./member.ts";
import { missingIn } from "./missing.ts";
import type { Question } from "./question.ts";
import { compareRank } from "./rank.ts";
import { isLawful } from "./rule-registry.ts";
import { eligibleOf, planSearch, type SearchPlan } from "./search-plan.ts";
import type { SnapshotBusiness } from "./snapshot.ts";

const order: DemandText = {
  capabilities: [
    ["polishing", 2],
    ["welding", 1],
  ],
  licences: [["kobutsu", "02201"]],
  areas: [{ municipality: "02202", lat: 40.82, lon: 140.74 }],
};

function planOf(businesses: readonly SnapshotBusiness[], question: Question, top = 1_000): SearchPlan {
  const plan = planSearch(businesses, question, { top });
  if (!plan.accepted) throw new Error(JSON.stringify(plan.problems));
  return plan.change;
}

const at = (id: string, facts: Partial<SnapshotBusiness> = {}): SnapshotBusiness => ({
  ...{ id, lat: 40.8, lon: 140.7, municipality: "02201" },
  ...facts,
});

describe("who is missing in a group", () => {
  const question = ask("SHARED_ORDERS", {
    capabilities: [
      ["welding", 2],
      ["painting", 1],
    ],
  });
  const first = at("first", { capabilities: [["polishing", 3]] });
  const welder = at("welder", { capabilities: [["welding", 2]] });
  const painter = at("painter", { capabilities: [["painting", 1]] });
  const both = at("both", {
    capabilities: [
      ["welding", 3],
      ["painting", 2],
    ],
  });
  const beginner = at("beginner", { capabilities: [["welding", 1]] });
  const silent = at("silent");
  const everyone = [first, welder, painter, both, beginner, silent];
  const of = (group: readonly SnapshotBusiness[], among = everyone, asked = question) =>
    completeGroup(group.map(memberOf), planOf(among, asked));

  it("is one who can do both, or two who can do one each; never one too many, and nobody whose skills are not known", () => {
    const { missing, completions } = of([first]);
    expect(missing.wishes).toHaveLength(2);
    expect(completions.map(({ added }) => added)).toEqual([["both"], ["painter", "welder"]]);
  });

  it("is told soon, and is nobody, where of many wishes one is met by no one", () => {
    const wishes = ["w0", "w1", "w2", "w3", "w4"];
    const many = ask("SHARED_ORDERS", { capabilities: [...wishes, "nobody"].map((tag) => [tag, 1] as const) });
    const holders = wishes.flatMap((tag) =>
      Array.from({ length: 24 }, (_, index) => at(`${tag}-${index}`, { capabilities: [[tag, 1]] })),
    );
    const { completions, examined } = completeGroup([memberOf(first)], planOf([first, ...holders], many));
    expect(completions).toEqual([]);
    expect(examined).toBe(holders.length);
  });

  it("is found, and sought among no more than so many sets, where five wishes have dozens of holders each", () => {
    const wishes = ["w0", "w1", "w2", "w3", "w4"];
    const many = ask("SHARED_ORDERS", { capabilities: wishes.map((tag) => [tag, 1] as const) });
    const holders = wishes.flatMap((tag) =>
      Array.from({ length: 24 }, (_, index) => at(`${tag}-${index}`, { capabilities: [[tag, 1]] })),
    );
    const { completions, examined } = completeGroup([memberOf(first)], planOf([first, ...holders], many, 3));
    expect(completions.map(({ added }) => added.length)).toEqual([5, 5, 5]);
    expect(examined).toBeLessThanOrEqual(holders.length + 20_000);
  });

  it("is nobody where all is there", () => {
    expect(of([first, both])).toMatchObject({ missing: { members: 0, wishes: [] }, completions: [], failing: [] });
  });

  it("cannot be told in number for a form without a figure, and is told of the order all the same", () => {
    const federation = ask("SHARED_ORDERS", { capabilities: [["welding", 2]] }, { form: "13" });
    expect(of([first, both], everyone, federation)).toMatchObject({ missing: { members: null, wishes: [] } });
    const { missing, completions } = of([first], everyone, federation);
    expect([missing.members, completions.map(({ added }) => added)]).toEqual([null, [["both"], ["welder"]]]);
  });

  it("is as many as the form needs, whoever they are, the best group first", () => {
    const leaders = [0, 1, 2, 3].map((leader) => at(`b${leader}`, { leader }));
    const { missing, completions } = of(
      [first, welder, painter],
      [first, welder, painter, ...leaders],
      ask("COOPERATIVE"),
    );
    expect(missing).toEqual({ members: 1, wishes: [] });
    expect(completions.map(({ added }) => added[0])).toEqual(["b3", "b2", "b1", "b0"]);
  });

  it("tells what no further member can mend", () => {
    const builder = at("builder", { industry: "0611" });
    const { failing, completions } = of([builder], [builder, ...everyone], ask("YEAR_ROUND_WORK"));
    expect(failing.map(({ id }) => id)).toEqual(["H12"]);
    expect(completions).toEqual([]);
  });

  it("is nobody too far away", () => {
    const far = at("far", {
      lat: 41.4,
      capabilities: [
        ["welding", 3],
        ["painting", 2],
      ],
    });
    expect(of([first], [first, far]).completions).toEqual([]);
  });
});

const questions: readonly Question[] = [
  ask("SHARED_ORDERS", order),
  ask("SHARED_ORDERS", { ...order, capabilities: [] }, { form: "1" }),
  ask("COOPERATIVE"),
  ask("YEAR_ROUND_WORK"),
  ask("CROSS_INDUSTRY", {}, { form: "1", neverTogether: [["b1", "b2"]] }),
];

/** Every minimal set by trying all, as far as they are asked for: whole sizes until three are found. */
function byTryingAll(group: readonly Member[], plan: SearchPlan): readonly Pick<Completion, "added">[] {
  const { question, withinDam } = plan;
  const others = eligibleOf(plan).filter(({ id }) => group.every((one) => one.id !== id));
  const near = (a: Member, b: Member) => !a.place || !b.place || distanceDam(a.place, b.place) <= withinDam;
  const isComplete = (added: readonly Member[]) => {
    const missing = missingIn([...group, ...added], question);
    const isWhole = missing.members === 0 && missing.wishes.length === 0;
    const areNear = added.every((one) => [...group, ...added].every((other) => near(one, other)));
    return isWhole && areNear && isLawful(analyse([...group, ...added], question).rules);
  };
  const sets = Array.from({ length: 2 ** others.length }, (_, bits) =>
    others.filter((__, place) => bits & (1 << place)),
  );
  const complete = sets.filter(isComplete);
  const isMinimal = (set: readonly Member[]) =>
    !complete.some((smaller) => smaller.length < set.length && smaller.every((one) => set.includes(one)));
  const ranked = complete
    .filter(isMinimal)
    .map((added) => ({ added, analysis: analyse([...group, ...added], question) }))
    .sort((a, b) => a.added.length - b.added.length || compareRank(a.analysis, b.analysis));
  const last = ranked[2]?.added.length ?? Infinity;
  return ranked
    .filter(({ added }) => added.length <= last)
    .map(({ added }) => ({ added: added.map(({ id }) => id).sort() }));
}

describe("the smallest sets of further members", () => {
  it("are those that trying all gives, fewest first and then the best group", () => {
    const cases = fc.record({
      seed: fc.nat(),
      question: fc.constantFrom(...questions),
      inside: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(cases, ({ seed, question, inside }) => {
        const businesses = randomBusinesses(drawFrom(seed), { size: 11, spreadDegrees: 0.12, knownOfTen: 7 });
        const plan = planOf(businesses, question);
        const group = businesses.slice(0, inside).map(memberOf);
        const { completions, failing, missing } = completeGroup(group, plan);
        const isWhole = missing.members === 0 && missing.wishes.length === 0;
        const expected = failing.length > 0 || isWhole ? [] : byTryingAll(group, plan);
        expect(completions.map(({ added }) => ({ added }))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});
