import { describe, expect, it } from "vitest";
import { yearPictureOf } from "./year-picture.ts";

const flat = (value: number) => Array<number>(12).fill(value);

describe("the months behind a score", () => {
  it("are the workers wanted, told or taken from the load above its least month", () => {
    const load = [10, ...flat(30).slice(1)];
    const group = [{ id: "a", monthlyWorkers: flat(5) }, { id: "b", monthlyLoad: load }, { id: "c" }];
    expect(yearPictureOf(group, { purpose: "YEAR_ROUND_WORK" })).toEqual({
      ...{ unit: "workers", unknown: ["c"], demand: undefined },
      members: [
        { id: "a", months: flat(5) },
        { id: "b", months: [0, ...flat(20).slice(1)] },
      ],
    });
  });

  it("are the spare capacity of those known to be able, against what the order asks; who only may be is named", () => {
    const demand = { capabilities: [["welding", 1]] as const, unitsPerMonth: flat(100) };
    const group = [
      { id: "a", capabilities: [["welding", 2]] as const, monthlyCapacity: flat(40) },
      { id: "b", capabilities: [], monthlyCapacity: flat(90) },
      { id: "c", monthlyCapacity: flat(10) },
      { id: "d" },
    ];
    expect(yearPictureOf(group, { purpose: "SHARED_ORDERS", demand })).toEqual({
      ...{ unit: "units", unknown: ["c", "d"], demand: flat(100) },
      members: [{ id: "a", months: flat(40) }],
    });
  });

  it("are not drawn where no months are asked", () => {
    expect(yearPictureOf([{ id: "a" }], { purpose: "SHARED_ORDERS", demand: {} })).toBeUndefined();
    expect(yearPictureOf([{ id: "a" }], { purpose: "COOPERATIVE" })).toBeUndefined();
  });
});
