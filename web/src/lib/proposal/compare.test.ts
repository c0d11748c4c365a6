import { describe, expect, it } from "vitest";
import { compareGroups } from "./compare.ts";
import type { ShownProposal } from "./proposal.ts";

const group = (needs: number, leader: number, more: Partial<ShownProposal> = {}): ShownProposal => ({
  ...{ members: [], lower: 60 * needs + 40 * leader, upper: 100_000, coverage: 900, bands: ["THIN"], bandName: "" },
  components: [
    { id: "shared-need", name: "共通の課題", weight: 60, low: needs, high: 1000, known: 900, sentence: "" },
    { id: "leader", name: "まとめ役", weight: 40, low: leader, high: 1000, known: 900, sentence: "" },
  ],
  ...{
    rules: [],
    reasonsFor: [],
    reasonsAgainst: [],
    unknowns: [],
    jointBusinesses: [],
    asides: [],
    existingGroups: [],
  },
  ...more,
});

describe("groups side by side", () => {
  it("are compared component by component, and the largest difference is found", () => {
    const { rows, widest } = compareGroups([group(500, 0), group(400, 667)]);
    expect(rows.map(({ products, spread }) => [products, spread])).toEqual([
      [[30_000, 24_000], 6_000],
      [[0, 26_680], 26_680],
    ]);
    expect(widest).toBe("leader");
  });

  it("say why the best stands above each other one: by what and by how much", () => {
    const { above } = compareGroups([group(500, 0), group(400, 667), group(400, 333)]);
    expect(above).toEqual([
      { better: 1, worse: 2, by: 13_300, mainly: { name: "まとめ役", by: 13_300 } },
      { better: 1, worse: 0, by: 20_600, mainly: { name: "まとめ役", by: 26_600 } },
    ]);
  });

  it("differ by what a reader of the figures makes it: 73.8 − 70.6 = 3.2, though exactly 73.800 − 70.664", () => {
    const { above } = compareGroups([group(0, 0, { lower: 73_800 }), group(0, 0, { lower: 70_664 })]);
    expect(above[0]?.by).toBe(3_200);
  });

  it("say nothing of a reason where both are the same, and mark no row", () => {
    const { above, widest } = compareGroups([group(500, 0), group(500, 0)]);
    expect(above).toEqual([{ better: 0, worse: 1, by: 0, mainly: undefined }]);
    expect(widest).toBeNull();
  });

  it("tell no number of one of which too little is known, nor of one that cannot be scored", () => {
    const { rows, above } = compareGroups([group(500, 0, { bands: ["THIN", "STRONG"] }), group(400, 0), null]);
    expect(rows[0]?.products).toEqual([null, 24_000, null]);
    expect(rows[0]?.spread).toBe(0);
    expect(above).toEqual([]);
  });
});
