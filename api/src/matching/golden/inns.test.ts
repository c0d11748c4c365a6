import { describe, expect, it } from "vitest";
import { crowdIn, scattered, type Town } from "../../../test/golden/crowd.ts";
import { analysisOf, partOf, proposalsAmong, reasonsGiven } from "../../../test/golden/search.ts";
import { ask } from "../../../test/questions.ts";
import { drawFrom } from "../../../test/random-snapshot.ts";
import type { SnapshotBusiness } from "../snapshot.ts";

/** Seven inns that compete, five orchards, a taxi and a travel firm of one hot spring (EX14). Pseudonyms. */
const SPRING: Town = { municipality: "06210", lat: 38.362, lon: 140.378 };
const draw = drawFrom(14);

const ORCHARD_BUSY = [6, 7];
const months = (busy: readonly number[], most: number, least: number) =>
  Array.from({ length: 12 }, (_, index) => (busy.includes(index + 1) ? most : least));

const local = (id: string, industry: string, more: Partial<SnapshotBusiness>): SnapshotBusiness => ({
  id,
  ...scattered(SPRING, draw),
  industry,
  employees: 9,
  capitalYen: 10_000_000,
  needs: [["K16", 3]],
  licences: [],
  leader: 1,
  ties: [],
  ...more,
});

const inns = Array.from({ length: 7 }, (_, index) =>
  local(`inn-${index + 1}`, "7511", {
    capabilities: [["lodging", 3]],
    seeks: [["farm-visit", 3]],
    leader: index === 0 ? 3 : 1,
    ties: index === 0 ? [] : ["inn-1"],
    monthlyLoad: months([1, 2, 3, 4, 5, 8, 9, 10, 11, 12], 60, 20),
    monthlyWorkers: months([1, 2, 3, 4, 5, 8, 9, 10, 11, 12], 20, 0),
  }),
);
const orchards = Array.from({ length: 5 }, (_, index) =>
  local(`orchard-${index + 1}`, "0114", {
    capabilities: [["farm-visit", 3]],
    seeks: [["lodging", 3]],
    employees: 6,
    ties: index === 0 ? ["inn-1"] : ["orchard-1"],
    monthlyLoad: months(ORCHARD_BUSY, 90, 10),
    monthlyWorkers: months(ORCHARD_BUSY, 40, 0),
  }),
);
const guides = [
  local("taxi", "4321", { capabilities: [["transfer", 2]], seeks: [["lodging", 2]], ties: ["inn-1"] }),
  local("travel", "7911", { capabilities: [["tour-planning", 3]], seeks: [["farm-visit", 2]], ties: ["inn-1"] }),
];
const spring = [...inns, ...orchards, ...guides, ...crowdIn(SPRING, 50, 1414)];

describe("rival inns with the orchards around them", () => {
  const proposals = proposalsAmong(spring, ask("CROSS_INDUSTRY"));

  it("are found together, inn and orchard, for what each seeks of the other", () => {
    const [first] = proposals;
    expect(first?.members.some((id) => id.startsWith("inn-"))).toBe(true);
    expect(first?.members.some((id) => id.startsWith("orchard-"))).toBe(true);
    expect(reasonsGiven(first)[0]).toBe("complementarity");
    expect(first?.members.filter((id) => id.startsWith("crowd-"))).toEqual([]);
  });

  it("score higher with the orchards than as inns alone, who are named as rivals", () => {
    const question = ask("CROSS_INDUSTRY");
    const alone = analysisOf(inns, question);
    expect(partOf("low-rivalry", alone)?.low).toBe(0);
    expect(analysisOf([...inns, ...orchards], question).lower).toBeGreaterThan(alone.lower);
  });

  it("make a year of work: the orchards' months are those in which the inns want nobody", () => {
    const [first] = proposalsAmong(spring, ask("YEAR_ROUND_WORK"));
    const kinds = new Set(first?.members.map((id) => id.split("-")[0]));
    expect(kinds).toEqual(new Set(["inn", "orchard"]));
    expect(first && partOf("year-round", first)?.low).toBeGreaterThan(900);
    const gaps = partOf("year-round", analysisOf(inns, ask("YEAR_ROUND_WORK")))?.matches.at(-1)?.evidence;
    expect(gaps).toEqual({ gaps: ORCHARD_BUSY });
  });
});
