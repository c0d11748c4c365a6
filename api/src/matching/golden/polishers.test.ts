import { describe, expect, it } from "vitest";
import { crowdIn, scattered, unvisited, type Town } from "../../../test/golden/crowd.ts";
import { partOf, proposalsAmong, ruleOf } from "../../../test/golden/search.ts";
import { ask } from "../../../test/questions.ts";
import { drawFrom } from "../../../test/random-snapshot.ts";
import type { SnapshotBusiness } from "../snapshot.ts";

/** Twenty-two polishing shops of one town and an order of ten thousand cups (EX13). Pseudonyms. */
const TOWN: Town = { municipality: "15213", lat: 37.673, lon: 138.882 };
const draw = drawFrom(13);

const polishers: readonly SnapshotBusiness[] = Array.from({ length: 22 }, (_, index) => ({
  id: `polisher-${String(index + 1).padStart(2, "0")}`,
  ...scattered(TOWN, draw),
  industry: "2469",
  employees: 2 + (index % 7),
  capitalYen: 3_000_000,
  capabilities: [["mirror-stainless", 1 + (index % 3)]],
  needs: [["K23", 3]],
  licences: [],
  leader: index === 0 ? 3 : 1,
  ties: [],
  monthlyLoad: Array.from({ length: 12 }, (__, month) => ((month + index) % 2 === 0 ? 40 : 10)),
  monthlyCapacity: Array.from({ length: 12 }, () => 60 + (index % 4) * 40),
}));

/** Cups of mirror grade, in lots of ten, for one quarter. */
const question = ask("SHARED_ORDERS", {
  capabilities: [["mirror-stainless", 3]],
  unitsPerMonth: [0, 0, 0, 330, 330, 340, 0, 0, 0, 0, 0, 0],
});

describe("polishers with an order none of them could take alone", () => {
  const [first] = proposalsAmong([...polishers, ...unvisited(crowdIn(TOWN, 60, 1313))], question);

  it("are found as a set that meets the grade, the months and the lots", () => {
    expect(first?.members.every((id) => id.startsWith("polisher-"))).toBe(true);
    expect(first && [partOf("coverage", first)?.low, partOf("capacity-fit", first)?.low]).toEqual([1000, 1000]);
    const able = (first && partOf("coverage", first)?.matches[0]?.members) ?? [];
    expect(able.length).toBeGreaterThanOrEqual(2);
  });

  it("begin as a voluntary group, with the overloaded beside the idle", () => {
    expect(first && ruleOf("H1", first)).toMatchObject({ verdict: "pass", evidence: { form: "A1", needed: 2 } });
    expect(first && partOf("load-smoothing", first)?.low).toBeGreaterThan(900);
  });

  it("have no ties on record yet, which can only rise", () => {
    expect(first && partOf("ties", first)?.low).toBe(0);
  });
});
