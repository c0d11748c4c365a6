import { describe, expect, it } from "vitest";
import { monthlyFactOf } from "./months.ts";

const year = "3 3 4 5 6 6 4 3 3 4 5 4.5";

describe("a fact told by month", () => {
  it("has twelve values from January and a unit", () => {
    const load = monthlyFactOf({ key: "monthlyLoad", text: year });
    expect([load?.unit, load?.values[0], load?.values[11]]).toEqual(["workers", "3", "4.5"]);
    expect(monthlyFactOf({ key: "monthlyCapacity", text: year })?.unit).toBe("list");
  });

  it("is left as its text where it does not have twelve", () => {
    expect(monthlyFactOf({ key: "monthlyLoad", text: "3 3 4" })).toBeNull();
    expect(monthlyFactOf({ key: "monthlyLoad", text: null })).toBeNull();
  });

  it("is no other fact, however many words it has", () => {
    expect(monthlyFactOf({ key: "note", text: year })).toBeNull();
  });
});
