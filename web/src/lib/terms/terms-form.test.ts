import { describe, expect, it } from "vitest";
import { boundOf, typedBound, typedTerms, wantedTerms, weightOf } from "./terms-form.ts";

describe("a form of weights", () => {
  it("reads whole numbers in any width, and leaves the refusing of others to the rule", () => {
    expect(["20", "２０", "0", "100", "101"].map(weightOf)).toEqual([20, 20, 0, 100, 101]);
    expect(["", "-1", "1.5", "二十"].map(weightOf)).toEqual([-1, -1, -1, -1]);
    expect(weightOf("999999999")).toBe(1_000);
  });

  it("reads bands in points of 100 to the thousandth, and back", () => {
    expect(["60", "６０．５", "65.125", "100"].map(boundOf)).toEqual([60_000, 60_500, 65_125, 100_000]);
    expect(["", "-1", "60.1234", "有力"].map(boundOf)).toEqual([-1, -1, -1, -1]);
    for (const bound of [0, 60_000, 65_125]) expect(boundOf(typedBound(bound))).toBe(bound);
  });

  it("asks for every weight it shows, under the name of its component", () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ "w.leader": "12", "w.ties": " 8 ", reason: " 理由 " }))
      form.set(name, value);
    form.set("bands.strong", "70");
    form.set("bands.possible", "40");
    expect(typedTerms(form)).toMatchObject({ reason: "理由", weights: { leader: "12", ties: "8" } });
    expect(wantedTerms("COOPERATIVE", typedTerms(form))).toEqual({
      purpose: "COOPERATIVE",
      weights: [
        { component: "leader", weight: 12 },
        { component: "ties", weight: 8 },
      ],
      bands: { strong: 70_000, possible: 40_000 },
    });
  });
});
