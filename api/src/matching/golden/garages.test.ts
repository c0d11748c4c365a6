import { describe, expect, it } from "vitest";
import { crowdIn, type Town } from "../../../test/golden/crowd.ts";
import { analysisOf, partOf, proposalsAmong } from "../../../test/golden/search.ts";
import { ask } from "../../../test/questions.ts";
import type { SnapshotBusiness } from "../snapshot.ts";

/**
 * Thirty garages that are a cooperative already and steer their customers to its empty days (EX03). It is no group to
 * form: what a union's own operations improve by, days of the week, is nothing the score weighs. What holds here is
 * that members who want no further group are not proposed for one, and what their year says.
 */
const CITY: Town = { municipality: "25201", lat: 35.0, lon: 135.87 };

const garages: readonly SnapshotBusiness[] = Array.from({ length: 30 }, (_, index) => ({
  id: `garage-${String(index).padStart(2, "0")}`,
  ...CITY,
  industry: "8911",
  employees: 6,
  capitalYen: 5_000_000,
  needs: [["K23", 3]],
  leader: index === 0 ? 3 : 0,
  ties: ["garage-00"],
  memberships: ["union"],
  purposes: [],
  monthlyLoad: [30, 30, 60, 30, 30, 30, 30, 30, 30, 30, 30, 40],
}));

describe("garages that are a cooperative already", () => {
  it("are proposed for no further group, as they want none", () => {
    const proposals = proposalsAmong([...garages, ...crowdIn(CITY, 40, 303)], ask("COOPERATIVE"));
    expect(proposals.length).toBeGreaterThan(0);
    expect(proposals.flatMap(({ members }) => members).filter((id) => id.startsWith("garage"))).toEqual([]);
  });

  it("share one issue, and being busy in the same month gain nothing from each other's year", () => {
    const orders = analysisOf(garages, ask("SHARED_ORDERS"));
    expect(partOf("load-smoothing", orders)?.low).toBe(0);
    expect(partOf("shared-need", orders)?.matches[0]).toMatchObject({ evidence: { issue: "K23" }, points: 700 });
    expect(partOf("group-size", analysisOf(garages, ask("COOPERATIVE")))?.low).toBe(700);
  });
});
