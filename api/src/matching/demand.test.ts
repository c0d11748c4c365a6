import { describe, expect, it } from "vitest";
import { demandOf, isUnasked } from "./demand.ts";

describe("what an order leaves out", () => {
  it("gives the components measured against it nothing to go by, and an empty list does", () => {
    const ids = ["coverage", "redundancy", "area-coverage", "capacity-fit", "leader"] as const;
    const unasked = (demand: Parameters<typeof demandOf>[0]) => ids.filter((id) => isUnasked(id, demandOf(demand)));
    expect(unasked({})).toEqual(["coverage", "redundancy", "area-coverage", "capacity-fit"]);
    expect(unasked({ capabilities: [["polishing", 1]] })).toEqual(["area-coverage", "capacity-fit"]);
    expect(unasked({ licences: [], areas: [], unitsPerMonth: new Array<number>(12).fill(0) })).toEqual([]);
  });
});
