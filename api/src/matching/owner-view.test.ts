import { describe, expect, it } from "vitest";
import { loadVocabularies } from "#files/seeds/vocabularies.ts";
import { ask } from "../../test/questions.ts";
import { analyse, type Analysis } from "./analysis.ts";
import { memberOf } from "./member.ts";
import { ownerViewOf } from "./owner-view.ts";
import type { SnapshotBusiness } from "./snapshot.ts";

const vocabulary = loadVocabularies();
const question = ask("COOPERATIVE");

/** Four in one street with one issue in common; the second has one more, and the third's size is not known. */
const businesses: readonly SnapshotBusiness[] = ["a", "b", "c", "d"].map((id, index) => ({
  ...{ id, lat: 34.34 + index / 10_000, lon: 134.04, municipality: "37201", industry: "0971", leader: 3 },
  ...{ ties: ["a", "b", "c", "d"], capabilities: [], seeks: [] },
  ...(id === "c" ? {} : { employees: 6, capitalYen: 3_000_000 }),
  needs: id === "b" ? [["K01", 3] as const, ["K05", 3] as const] : [["K01", 3] as const],
}));
const analysis = analyse(businesses.map(memberOf), question);

const viewOf = (id: string, of: Analysis = analysis) =>
  ownerViewOf(of, businesses.find((one) => one.id === id) as SnapshotBusiness, { question, vocabulary });

describe("what an owner may be told of a group", () => {
  it("is at most two reasons, never that of leaders nor of who knows whom, though they bring most", () => {
    const told = viewOf("a").reasons;
    expect(told).toEqual(["shared-need", "nearness"]);
    const lows = analysis.components.filter(({ low }) => low === 1000).map(({ id }) => id);
    expect(lows).toEqual(expect.arrayContaining(["leader", "ties"]));
  });

  it("is no reason the business has no part in", () => {
    const others = businesses.map((one) => (one.id === "d" ? { ...one, needs: [] } : one));
    const view = ownerViewOf(analyse(others.map(memberOf), question), others[3] as SnapshotBusiness, {
      ...{ question, vocabulary },
    });
    expect([view.reasons.includes("shared-need"), view.sharedIssues]).toEqual([false, []]);
  });

  it("is no reason that is met for less than a third", () => {
    const withNearness = (low: number): Analysis => ({
      ...analysis,
      components: analysis.components.map((one) => (one.id === "nearness" ? { ...one, low } : one)),
    });
    expect(viewOf("a", withNearness(333)).reasons).not.toContain("nearness");
    expect(viewOf("a", withNearness(334)).reasons).toContain("nearness");
  });

  it("are only issues of its own that others share, and the joint businesses those point to", () => {
    expect([viewOf("a").sharedIssues, viewOf("b").sharedIssues]).toEqual([["K01"], ["K01"]]);
    expect(viewOf("a").jointBusinesses).toEqual(viewOf("b").jointBusinesses);
  });

  it("are the facts and rules it leaves open itself, not those another leaves open", () => {
    expect([viewOf("c").open, viewOf("c").rules]).toEqual([["employees", "capitalYen"], ["H2"]]);
    expect([viewOf("a").open, viewOf("a").rules]).toEqual([[], []]);
  });

  it("is the district where the group reaches into two prefectures, and nothing of it where it lies in one", () => {
    const rulesIn = (municipality: string) => {
      const spread = businesses.map((one) => (one.id === "d" ? { ...one, municipality } : one));
      const asked = ask("YEAR_ROUND_WORK");
      const own = spread[0] as SnapshotBusiness;
      return ownerViewOf(analyse(spread.map(memberOf), asked), own, { question: asked, vocabulary }).rules;
    };
    expect([rulesIn("37201"), rulesIn("36201")]).toEqual([[], ["H3"]]);
  });

  it("is one of three bands; what lies between two, and what has little for it, is still to be found out", () => {
    const bandOf = (band: Analysis["band"]) => viewOf("a", { ...analysis, band }).band;
    expect((["strong", "possible", "thin", ["strong", "strong"]] as const).map(bandOf)).toEqual([
      ...["much", "some"],
      ...["open", "open"],
    ]);
  });
});
