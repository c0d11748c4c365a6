import { describe, expect, it } from "vitest";
import { crowdIn, type Town } from "../../../test/golden/crowd.ts";
import { analysisOf, idsOf, partOf, proposalsAmong, reasonsGiven, ruleOf } from "../../../test/golden/search.ts";
import { ask } from "../../../test/questions.ts";
import { reasonsOf, weakComponents } from "../reasons.ts";
import type { SnapshotBusiness } from "../snapshot.ts";

/** A remote island: sawmills build a mill together, around one strong owner (EX02). Pseudonyms; all in one valley. */
const ISLAND: Town = { municipality: "42209", lat: 34.2, lon: 129.29 };

const mill = (id: string, industry: string, more: Partial<SnapshotBusiness>): SnapshotBusiness => ({
  id,
  ...ISLAND,
  industry,
  capitalYen: 5_000_000,
  needs: [
    ["K12", 3],
    ["K22", 2],
  ],
  capabilities: [["sawing", 2]],
  seeks: [],
  leader: 0,
  ties: ["mill-a"],
  ...more,
});

const mills: readonly SnapshotBusiness[] = [
  mill("mill-a", "1211", { employees: 12, leader: 3, ties: [] }),
  mill("mill-b", "1211", { employees: 8 }),
  mill("mill-c", "1211", { employees: 7 }),
  mill("mill-d", "1211", { employees: 9 }),
  mill("forester-e", "0221", { employees: 6 }),
  mill("timber-f", "5311", { employees: 10 }),
];
const island = [...mills, ...crowdIn(ISLAND, 60, 202)];
const question = ask("COOPERATIVE");

describe("sawmills that share worn machines and dear logs", () => {
  const proposals = proposalsAmong(island, question);

  it("are the first group found among everyone on the island", () => {
    expect(proposals[0]?.members).toEqual(idsOf(mills));
  });

  it("are proposed for their issue, their leader and their nearness", () => {
    expect(reasonsGiven(proposals[0])).toEqual(["shared-need", "leader", "nearness"]);
    const issues = reasonsOf(proposals[0] ?? { components: [] }).flatMap((reason) =>
      reason.id === "shared-need" ? [reason.match.evidence.issue] : [],
    );
    expect(issues.toSorted()).toEqual(["K12", "K22"]);
  });

  it("hang on one leader, and that is told", () => {
    const analysis = analysisOf(mills, question);
    expect([partOf("leader", analysis)?.low, partOf("second-leader", analysis)?.low]).toEqual([1000, 0]);
    expect(weakComponents(analysis).map(({ id }) => id)).toContain("second-leader");
    expect(ruleOf("H1", analysis)?.verdict).toBe("pass");
  });

  it("are found no more where three of them are open to other purposes only: too few are left for a form", () => {
    const closed = ["mill-b", "mill-c", "mill-d"];
    const businesses = mills.map((one) => (closed.includes(one.id) ? { ...one, purposes: ["SHARED_ORDERS"] } : one));
    expect(proposalsAmong(businesses, question)).toEqual([]);
    const others = proposalsAmong([...businesses, ...island.slice(mills.length)], question);
    expect(others.length).toBeGreaterThan(0);
    expect(others.flatMap(({ members }) => members).filter((id) => closed.includes(id))).toEqual([]);
  });
});
