import { describe, expect, it } from "vitest";
import { crowdIn, scattered, type Town } from "../../../test/golden/crowd.ts";
import { analysisOf, idsOf, partOf, proposalsAmong, reasonsGiven, ruleOf } from "../../../test/golden/search.ts";
import { ask } from "../../../test/questions.ts";
import { drawFrom } from "../../../test/random-snapshot.ts";
import type { SnapshotBusiness } from "../snapshot.ts";

const question = ask("YEAR_ROUND_WORK");

/** One worker in the months named, 1 to 12. */
const inMonths = (...months: readonly number[]) =>
  Array.from({ length: 12 }, (_, index) => (months.includes(index + 1) ? 10 : 0));

/** What is the same of everyone who wants hands. */
const WANTING: Omit<SnapshotBusiness, "id"> = {
  employees: 6,
  capitalYen: 5_000_000,
  needs: [["K02", 3]],
  licences: [],
  ties: [],
  leader: 1,
};

describe("two workers' years made of six seasons (EX12)", () => {
  const VALLEY: Town = { municipality: "28222", lat: 35.404, lon: 134.767 };
  const draw = drawFrom(12);
  const season = (id: string, industry: string, ...months: readonly number[]): SnapshotBusiness => ({
    ...WANTING,
    ...{ id, industry, ...scattered(VALLEY, draw), monthlyWorkers: inMonths(...months) },
  });
  const seasons: readonly SnapshotBusiness[] = [
    season("farm", "0111", 4),
    season("kitchen", "7611", 5, 6, 7, 8, 9, 10),
    { ...season("brewery", "1023", 11, 12, 1, 2, 3), leader: 3, ties: ["farm", "kitchen", "fishers", "inn", "foods"] },
    season("fishers", "0311", 2, 3, 4),
    season("inn", "7511", 5, 7, 8, 9),
    season("foods", "0999", 6, 10, 11, 12, 1),
  ];
  const crowd = crowdIn(VALLEY, 50, 1212);

  it("are the first group found, for the even year they make", () => {
    const [first] = proposalsAmong([...seasons, ...crowd], question);
    expect(first?.members).toEqual(idsOf(seasons));
    expect(first && partOf("year-round", first)?.low).toBe(999);
    expect(reasonsGiven(first)[0]).toBe("year-round");
  });

  it("lose the winter with the brewery, and the lean months are named", () => {
    const left = analysisOf(
      seasons.filter(({ id }) => id !== "brewery"),
      question,
    );
    // 190 tenths in the year, 10 in each of five months: 3 · ⌊4000 · 10 ÷ 190⌋
    expect(partOf("year-round", left)?.low).toBe(630);
    expect(partOf("year-round", left)?.matches[0]?.evidence).toMatchObject({
      leanest: [1, 2, 3].map((month) => ({ month, workers: 10 })),
    });
  });

  it("may take in no builder: the rule names it, and the search passes it by", () => {
    const builder: SnapshotBusiness = { ...season("builder", "0611", 1, 2, 3), leader: 3, ties: idsOf(seasons) };
    expect(ruleOf("H12", analysisOf([...seasons, builder], question))).toMatchObject({
      verdict: "fail",
      evidence: { barred: ["builder"] },
    });
    const proposals = proposalsAmong([...seasons, builder, ...crowd], question);
    expect(proposals.flatMap(({ members }) => members)).not.toContain("builder");
  });
});

describe("four nurseries that want the same hands all year (EX11)", () => {
  const CITY: Town = { municipality: "32202", lat: 34.899, lon: 132.08 };
  const draw = drawFrom(11);
  const nurseries: readonly SnapshotBusiness[] = ["a", "b", "c", "d"].map((id) => ({
    ...WANTING,
    ...{ id: `nursery-${id}`, industry: "8531", ...scattered(CITY, draw), monthlyWorkers: Array<number>(12).fill(15) },
    ...{ leader: id === "a" ? 3 : 2, ties: ["nursery-a"] },
  }));

  it("are the first group found: not only seasons that complete each other make a year", () => {
    const city = [...nurseries, ...crowdIn(CITY, 60, 1111)];
    const [first] = proposalsAmong(city, question, { membersMax: 4 });
    expect(first?.members).toEqual(idsOf(nurseries));
    const [wider] = proposalsAmong(city, question);
    expect(wider?.members).toEqual(expect.arrayContaining([...idsOf(nurseries)]));
    expect(first && partOf("year-round", first)?.low).toBe(999);
    expect(reasonsGiven(first).slice(0, 1)).toEqual(["year-round"]);
  });

  it("meet the form's rules: four members, one prefecture, no barred trade", () => {
    const { rules } = analysisOf(nurseries, question);
    expect(rules.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      "H1 pass",
      "H2 pass",
      "H3 pass",
      "H5 pass",
      "H12 pass",
    ]);
  });

  it("are too few as three, and may not reach into another prefecture", () => {
    expect(ruleOf("H1", analysisOf(nurseries.slice(1), question))?.verdict).toBe("fail");
    const across = nurseries.map((one, index) => (index === 0 ? { ...one, municipality: "35203" } : one));
    expect(ruleOf("H3", analysisOf(across, question))?.verdict).toBe("fail");
    expect(proposalsAmong(across, question)).toEqual([]);
  });
});
