import { describe, expect, it } from "vitest";
import { crowdIn, scattered, unvisited, type Town } from "../../../test/golden/crowd.ts";
import { partOf, proposalsAmong, reasonsGiven, ruleOf } from "../../../test/golden/search.ts";
import { ask } from "../../../test/questions.ts";
import { drawFrom } from "../../../test/random-snapshot.ts";
import type { DemandText } from "../demand.ts";
import type { SnapshotBusiness } from "../snapshot.ts";

/** Fifty machine shops that take orders together, each by its speciality (EX09). Pseudonyms. */
const NORTH: Town = { municipality: "07201", lat: 37.76, lon: 140.47 };
const SKILLS = ["turning", "milling", "grinding", "sheet-metal", "welding", "painting", "assembly", "installation"];
const draw = drawFrom(9);

const shops: readonly SnapshotBusiness[] = Array.from({ length: 50 }, (_, index) => ({
  id: `shop-${String(index + 1).padStart(2, "0")}`,
  ...scattered(NORTH, draw),
  industry: `${24 + (index % 3)}${index % 2 === 0 ? "51" : "99"}`,
  employees: 5 + (index % 20),
  capitalYen: 5_000_000,
  capabilities: [[SKILLS[index % 8] as string, 2 + (index % 2)]],
  needs: [["K23", 2]],
  licences: [],
  leader: index === 3 ? 3 : 1,
  ties: [],
  monthlyCapacity: Array.from({ length: 12 }, (__, month) => 20 + ((index + month) % 5) * 10),
}));

const order: DemandText = {
  capabilities: [
    ["turning", 2],
    ["milling", 2],
    ["assembly", 2],
    ["installation", 2],
  ],
  unitsPerMonth: Array.from({ length: 12 }, () => 160),
};
const question = ask("SHARED_ORDERS", order);
const north = [...shops, ...unvisited(crowdIn(NORTH, 60, 909))];

describe("machine shops with an order for assembly and installation", () => {
  const [first] = proposalsAmong(north, question);

  it("are found with every skill and enough capacity in each month", () => {
    expect(first?.members.every((id) => id.startsWith("shop-"))).toBe(true);
    expect(first && [partOf("coverage", first)?.low, partOf("capacity-fit", first)?.low]).toEqual([1000, 1000]);
    expect(first && ruleOf("H1", first)?.evidence).toMatchObject({ form: "A1" });
    expect(reasonsGiven(first)).toContain("coverage");
  });

  it("name who can do the assembly and who the installation", () => {
    const met = (first && partOf("coverage", first)?.matches) ?? [];
    const able = (skill: string) =>
      met.find(({ evidence }) => "requirement" in evidence && JSON.stringify(evidence).includes(`"${skill}"`))?.members;
    for (const skill of ["assembly", "installation"]) expect(able(skill)?.length).toBeGreaterThan(0);
  });

  it("have another in the place of one that is full, and still meet the order", () => {
    const full = first?.members[0];
    const now = north.map((one) =>
      one.id === full ? { ...one, capabilities: [], monthlyCapacity: Array<number>(12).fill(0) } : one,
    );
    const [instead] = proposalsAmong(now, question);
    expect(instead?.members).not.toContain(full);
    expect(instead && [partOf("coverage", instead)?.low, partOf("capacity-fit", instead)?.low]).toEqual([1000, 1000]);
  });
});
