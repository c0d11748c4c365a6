import { describe, expect, it } from "vitest";
import { ask, law, members, terms } from "../../test/questions.ts";
import { analyse, bandOf } from "./analysis.ts";
import { askQuestion } from "./question.ts";
import { areDiverse, compareRank, diverseTop, type Ranked } from "./rank.ts";
import { scoreGroup } from "./score.ts";
import type { SnapshotBusiness } from "./snapshot.ts";

const fourNeighbours: readonly SnapshotBusiness[] = ["b17", "b3", "b41", "b9"].map((id) => ({
  id,
  lat: 40.8,
  lon: 140.7,
  industry: "0971",
  employees: 6,
  capitalYen: 3_000_000,
  needs: [["K20", 3]],
  capabilities: [],
  seeks: [],
  leader: id === "b17" ? 2 : 0,
  ties: id === "b17" ? ["b3", "b9"] : [],
}));

describe("the analysis of a group", () => {
  it("has its members in the order of UTF-8 bytes and every part in the order of the terms", () => {
    const analysis = analyse(members(...fourNeighbours.toReversed()), ask("COOPERATIVE"));
    expect(Object.keys(analysis)).toEqual(["members", "lower", "upper", "coverage", "band", "components", "rules"]);
    expect(analysis.members).toEqual(["b17", "b3", "b41", "b9"]);
    expect(analysis.components.map(({ id, weight, low }) => [id, weight, low])).toEqual([
      ["shared-need", 32, 700],
      ["complementarity", 6, 0],
      ["nearness", 12, 1000],
      ["leader", 20, 667],
      ["second-leader", 5, 0],
      ["size-likeness", 8, 1000],
      ["ties", 12, 750],
      ["group-size", 5, 600],
    ]);
    // 22,400 + 12,000 + 13,340 + 8,000 + 9,000 + 3,000
    expect([analysis.lower, analysis.upper, analysis.coverage, analysis.band]).toEqual([
      67_740,
      67_740,
      1000,
      "strong",
    ]);
  });

  it("shows the bands of both bounds where too little is known, even when equal", () => {
    const unknown = analyse(members({ id: "a" }, { id: "b" }, { id: "c" }, { id: "d" }), ask("COOPERATIVE"));
    expect([unknown.lower, unknown.coverage, unknown.band]).toEqual([3_000, 50, ["thin", "strong"]]);
  });

  it.each([
    [60_000, "strong"],
    [59_999, "possible"],
    [40_000, "possible"],
    [39_999, "thin"],
  ])("has, at a lower bound of %i, the band %s", (bound, band) => {
    expect(bandOf(bound, terms)).toBe(band);
  });

  it("shows one band from the coverage of the terms on, and two below it", () => {
    // needs, leader and places known, nothing else: 32·1000 + 6·0 + 12·1000 + 25·1000 + 5·1000 = 74,000
    const told = fourNeighbours.map(
      ({ id, lat, lon, needs, leader }) => ({ id, lat, lon, needs, leader }) as SnapshotBusiness,
    );
    const bandAt = (coverageShownMin: number) => {
      const decision = askQuestion({ purpose: "COOPERATIVE", terms: { ...terms, coverageShownMin }, law });
      return decision.accepted ? analyse(members(...told), decision.change).band : undefined;
    };
    expect(bandAt(740)).toBe("possible");
    expect(bandAt(741)).toEqual(["possible", "strong"]);
  });
});

describe("a question", () => {
  it("for a form that does not exist is refused", () => {
    expect(askQuestion({ purpose: "COOPERATIVE", terms, law, form: "16" })).toMatchObject({
      problems: [{ code: "UNKNOWN_FORM" }],
    });
  });
});

describe("rank", () => {
  const ranked = (lower: number, coverage: number, ...ids: readonly string[]): Ranked => ({
    lower,
    coverage,
    members: ids,
  });

  it("goes by lower bound, then coverage, then fewer members, then ids as UTF-8 bytes", () => {
    const order = [
      ranked(9, 1, "z", "zz"),
      ranked(8, 7, "z", "zz"),
      ranked(8, 6, "y"),
      ranked(8, 6, "a", "b10"),
      ranked(8, 6, "a", "b9"),
      ranked(8, 6, "\uFF21", "x"),
      ranked(8, 6, "\u{1F363}", "x"),
    ];
    expect(order.toReversed().sort(compareRank)).toEqual(order);
  });

  it("lets two groups share a third of their union and no more", () => {
    expect(areDiverse(["a", "b", "c", "d"], ["c", "d", "e", "f"])).toBe(true);
    expect(areDiverse(["a", "b", "c", "d"], ["b", "c", "d", "e"])).toBe(false);
    expect(areDiverse(["a", "b"], ["a", "b"])).toBe(false);
  });

  it("takes the first diverse ones, at most as many as asked for", () => {
    const groups = [
      ranked(3, 0, "a", "b"),
      ranked(2, 0, "a", "b", "c"),
      ranked(1, 0, "c", "d"),
      ranked(0, 0, "e", "f"),
    ];
    expect(diverseTop(groups, 2).map(({ lower }) => lower)).toEqual([3, 1]);
  });
});

describe("scoring groups that were handed in", () => {
  it("notes a distance beyond what a search would look at, and tells a failing rule", () => {
    const at = (id: string, lat: number): SnapshotBusiness => ({ id, lat, lon: 140.7 });
    const question = ask("COOPERATIVE");
    // 8 km: 0.072072° · 11,100 = 799.99…, 0.072163° = 801
    expect(scoreGroup(members(at("a", 40), at("b", 40.072072)), question)).not.toHaveProperty("notes");
    const far = scoreGroup(members(at("a", 40), at("b", 40.072164)), question);
    expect(far.notes).toEqual([{ id: "distance", members: ["a", "b"], distanceMetres: 8_010, withinMetres: 8_000 }]);
    expect(far.rules[0]).toMatchObject({ id: "H1", verdict: "fail" });
  });
});
