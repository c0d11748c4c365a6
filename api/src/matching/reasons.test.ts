import { describe, expect, it } from "vitest";
import { ask, members } from "../../test/questions.ts";
import { analyse, groupOf } from "./analysis.ts";
import { bestReasons, factsToAsk, speakingRules, unmetReasons, weakComponents } from "./reasons.ts";
import type { SnapshotBusiness } from "./snapshot.ts";

const question = ask("COOPERATIVE");
const four: readonly SnapshotBusiness[] = ["a", "b", "c", "d"].map((id) => ({
  id,
  lat: 40.8,
  lon: 140.7,
  needs: [["K20", 3]],
  leader: 0,
  employees: 3,
  industry: "0971",
}));
const of = (businesses: readonly SnapshotBusiness[]) => {
  const group = groupOf(members(...businesses));
  return { group, analysis: analyse(group, question) };
};

describe("what speaks for a group", () => {
  it("is told by what a component comes to, also where each of many members brings a little of it", () => {
    // Six wants of level 3 bring 116 points each, 28 · 696 together; a leader 16 · 1000, which is more than 28 · 116.
    const wanting = ["a", "b", "c", "d", "e", "f"].map((id, index) => ({
      ...({ id, leader: index === 0 ? 3 : 0, capabilities: [["x", 1]], seeks: [["x", 3]] } as const),
    }));
    const told = (businesses: readonly SnapshotBusiness[]) =>
      bestReasons(analyse(members(...businesses), ask("CROSS_INDUSTRY"))).map(({ id }) => id);
    expect(told(wanting)).toEqual(["complementarity", "leader"]);
    const fewWant = wanting.map((one, index) => (index < 4 ? one : { ...one, seeks: [] }));
    expect(told(fewWant)).toEqual(["leader", "complementarity"]);
  });

  it("is told by weight times points, the heaviest first, three at most", () => {
    // 32 · 700, 12 · 1000, 8 · 1000; the size brings 5 · 600
    const reasons = bestReasons(of(four).analysis);
    expect(reasons.map(({ id, weight, match }) => [id, weight * match.points])).toEqual([
      ["shared-need", 22_400],
      ["nearness", 12_000],
      ["size-likeness", 8_000],
    ]);
  });
});

describe("what is told of an order", () => {
  const orderOf = (april: number) =>
    ask("SHARED_ORDERS", {
      capabilities: [
        ["welding", 1],
        ["design", 1],
      ],
      areas: [{ municipality: "02201", lat: 40.8, lon: 140.7 }],
      unitsPerMonth: Array.from({ length: 12 }, (_, month) => (month === 3 ? april : 0)),
    });
  const welder: SnapshotBusiness = {
    ...{ id: "a", lat: 40.8, lon: 140.7, capabilities: [["welding", 2]], licences: [] },
    monthlyCapacity: Array<number>(12).fill(20),
  };
  const far: SnapshotBusiness = { ...welder, id: "b", lat: 41.6 };
  const told = (businesses: readonly SnapshotBusiness[], april: number) =>
    analyse(members(...businesses), orderOf(april));

  it("is the room of its tightest month only where the month is met: months without orders say nothing", () => {
    const met = bestReasons(told([welder], 20)).find(({ id }) => id === "capacity-fit");
    expect(met?.match.evidence).toEqual({ month: 4, supply: 20, demand: 20 });
    expect(unmetReasons(told([welder], 20)).map(({ id }) => id)).toEqual(["coverage"]);
    expect(bestReasons(told([welder], 21)).map(({ id }) => id)).not.toContain("capacity-fit");
    expect(unmetReasons(told([welder], 21)).map(({ id }) => id)).toEqual(["coverage", "capacity-fit"]);
    expect(unmetReasons(told([welder], 21)).at(-1)?.match.evidence).toEqual({ month: 4, supply: 20, demand: 21 });
  });

  it("is that others could stand in only where two can do the same", () => {
    const ids = (businesses: readonly SnapshotBusiness[]) => bestReasons(told(businesses, 0)).map(({ id }) => id);
    expect(ids([welder])).toContain("coverage");
    expect(ids([welder])).not.toContain("redundancy");
    expect(ids([welder, { ...welder, id: "e" }])).toContain("redundancy");
  });

  it("is not praised where no month asks anything", () => {
    expect(bestReasons(told([welder], 0)).map(({ id }) => id)).not.toContain("capacity-fit");
    expect(unmetReasons(told([welder], 0)).map(({ id }) => id)).toEqual(["coverage"]);
  });

  it("is no month that somebody could still meet of whom it is not known what they can do", () => {
    const maybe: SnapshotBusiness = { ...welder, id: "d", monthlyCapacity: Array<number>(12).fill(1) };
    delete (maybe as { capabilities?: unknown }).capabilities;
    expect(unmetReasons(told([welder, maybe], 22)).map(({ id }) => id)).not.toContain("capacity-fit");
  });

  it("is no short month while it is not known what somebody able has to spare", () => {
    const silent: SnapshotBusiness = { ...welder, id: "c" };
    delete (silent as { monthlyCapacity?: unknown }).monthlyCapacity;
    const ids = unmetReasons(told([welder, silent], 21)).map(({ id }) => id);
    expect(ids).toEqual(["coverage"]);
    expect(bestReasons(told([welder, silent], 21)).map(({ id }) => id)).not.toContain("capacity-fit");
  });

  it("is first what weighs most of all that nobody meets", () => {
    // The only area weighs 20, one of two skills half of 28.
    expect(unmetReasons(told([far], 0)).map(({ id }) => id)).toEqual(["area-coverage", "coverage"]);
  });
});

describe("what speaks against a group", () => {
  it("is never among what speaks for it", () => {
    const analysis = of(four).analysis;
    const weak = analysis.components.map((one) => (one.id === "shared-need" ? { ...one, low: 300, high: 300 } : one));
    expect(weakComponents({ components: weak }).map(({ id }) => id)).toContain("shared-need");
    expect(bestReasons({ components: weak }).map(({ id }) => id)).not.toContain("shared-need");
  });

  it("is what stays low whatever is still learnt, the heaviest loss first", () => {
    expect(weakComponents(of(four).analysis).map(({ id }) => id)).toEqual(["leader", "second-leader"]);
  });

  it("is a rule that fails or cautions, and not one that is merely unknown", () => {
    const large = four.slice(1).map((business) => ({ ...business, employees: 400, capitalYen: 400_000_000 }));
    expect(speakingRules(of(large).analysis).map(({ id }) => id)).toEqual(["H1", "H2"]);
    expect(speakingRules(of(four.map(({ id }) => ({ id }))).analysis)).toEqual([]);
  });
});

describe("what is unknown", () => {
  it("names the fact that could raise the lower bound most, and whom to ask", () => {
    const { group, analysis } = of(
      four.map((business) => (business.id === "b" ? { ...business, ties: [] } : business)),
    );
    const facts = factsToAsk(analysis, group, question);
    expect(facts.map(({ fact, members: asked }) => [fact, asked.join("")])).toEqual([
      ["ties", "acd"],
      ["seeks", "abcd"],
      ["capabilities", "abcd"],
    ]);
  });

  it("includes what only a rule misses", () => {
    const { group, analysis } = of(four.map(({ id }) => ({ id, employees: 60, capitalYen: 60_000_000 })));
    expect(factsToAsk(analysis, group, question).at(-1)).toMatchObject({ fact: "industry", gain: 0 });
  });
});
