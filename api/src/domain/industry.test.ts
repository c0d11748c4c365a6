import { describe, expect, it } from "vitest";
import { divisionsOf, isInside, sectionOf } from "./industry.ts";

describe("a JSIC code", () => {
  it("lies in the section its division belongs to, at both ends", () => {
    expect(["08", "09", "0971", "32", "33", "99"].map(sectionOf)).toEqual(["D", "E", "E", "E", "F", "T"]);
    expect(["E", "U", "9", "09711", ""].map(sectionOf)).toEqual(["E", undefined, undefined, undefined, undefined]);
  });

  it("has sections that reach from their first division to the one before the next section's", () => {
    expect(divisionsOf("E")).toEqual({ first: "09", last: "32" });
    expect(divisionsOf("T")).toEqual({ first: "99", last: "99" });
    expect(divisionsOf("09")).toBeUndefined();
  });

  it("is inside a class, outside, or too short to tell", () => {
    expect([isInside("6931", "693"), isInside("6911", "693"), isInside("69", "693")]).toEqual(["yes", "no", "maybe"]);
    expect([isInside("K", "693"), isInside("L", "693"), isInside("7111", "L"), isInside("K", "K")]).toEqual([
      "maybe",
      "no",
      "yes",
      "yes",
    ]);
    expect(isInside("soup", "693")).toBe("maybe");
  });
});
