import { describe, expect, it } from "vitest";
import { bandFilterOf, bandFiltersOf, filtered, municipalitiesOf, sorted } from "./arrange.ts";
import type { ShownMember, ShownProposal } from "./proposal.ts";

const member = (name: string, municipality: string | null = "37201"): ShownMember => ({
  ...{ id: name, name, municipality, municipalityName: municipality === "37202" ? "丸亀市" : "高松市" },
  ...{ knownCount: 0, factCount: 0 },
});

const candidate = (rank: number, more: Partial<ShownProposal> = {}): ShownProposal => ({
  ...{ rank, members: [member("さぬき製麺")], farthestMetres: 1000, lower: 60_000, upper: 70_000, coverage: 900 },
  ...{ bands: ["STRONG"], bandName: "有力", components: [], rules: [] },
  ...{ reasonsFor: [], reasonsAgainst: [], unknowns: [], jointBusinesses: [], asides: [], existingGroups: [] },
  ...more,
});

const ranks = (proposals: readonly ShownProposal[]) => proposals.map(({ rank }) => rank);
const NO_FILTER = { band: "", municipality: "", with: "" };

describe("the order of candidates", () => {
  const all = [
    candidate(1, { lower: 80_000, upper: 80_000, farthestMetres: null }),
    candidate(2, { lower: 70_000, upper: 95_000, coverage: 500, farthestMetres: 9_000 }),
    candidate(3, { lower: 70_000, upper: 90_000, coverage: 950, members: [member("甲"), member("乙")] }),
  ];

  it("is by each of its measures, the best first", () => {
    expect(ranks(sorted(all, "lower"))).toEqual([1, 3, 2]);
    expect(ranks(sorted(all, "upper"))).toEqual([2, 3, 1]);
    expect(ranks(sorted(all, "coverage"))).toEqual([3, 1, 2]);
    expect(ranks(sorted(all, "size"))).toEqual([3, 1, 2]);
  });

  it("puts those last whose nearness nobody knows", () => {
    expect(ranks(sorted(all, "near"))).toEqual([3, 2, 1]);
  });
});

describe("the filters of candidates", () => {
  const all = [
    candidate(1),
    candidate(2, { bands: ["THIN", "STRONG"], members: [member("丸亀うどん", "37202")] }),
    candidate(3, { members: [member("サヌキ食品", null)] }),
  ];

  it("keep all where none is set", () => {
    expect(ranks(filtered(all, NO_FILTER))).toEqual([1, 2, 3]);
  });

  it("find one band, or those too little is known of", () => {
    expect(ranks(filtered(all, { ...NO_FILTER, band: "STRONG" }))).toEqual([1, 3]);
    expect(ranks(filtered(all, { ...NO_FILTER, band: "OPEN" }))).toEqual([2]);
    expect(all.map(bandFilterOf)).toEqual(["STRONG", "OPEN", "STRONG"]);
    expect(bandFiltersOf(all.toReversed())).toEqual(["STRONG", "OPEN"]);
  });

  it("find those with a member in a municipality", () => {
    expect(ranks(filtered(all, { ...NO_FILTER, municipality: "37202" }))).toEqual([2]);
  });

  it("find a business by part of its name in either kana, and all must agree", () => {
    expect(ranks(filtered(all, { ...NO_FILTER, with: "さぬき" }))).toEqual([1, 3]);
    expect(ranks(filtered(all, { ...NO_FILTER, with: "ｻﾇｷ" }))).toEqual([1, 3]);
    expect(ranks(filtered(all, { ...NO_FILTER, with: "さぬき", municipality: "37202" }))).toEqual([]);
  });

  it("offer the municipalities there are, each with its candidates", () => {
    expect(municipalitiesOf([...all, candidate(4, { members: [member("a"), member("b")] })])).toEqual([
      { code: "37201", name: "高松市", count: 2 },
      { code: "37202", name: "丸亀市", count: 1 },
    ]);
  });
});
