import { describe, expect, it } from "vitest";
import { areaCodeOf, cityOfWard, municipalityCheckDigit, prefectureOf } from "./municipality-code.ts";

describe("the check digit of a municipality code", () => {
  it.each([
    "322024",
    "152137",
    "062103",
    "052124",
    "412015",
    "022012",
    "325252",
    "352152",
    "141003",
    "372013",
    "090000",
  ])("of %s is its sixth digit", (code) => {
    expect(municipalityCheckDigit(code.slice(0, 5))).toBe(Number(code[5]));
  });
});

describe("a ward", () => {
  it("of a designated city belongs to the city", () => {
    expect(cityOfWard("14101")).toBe("14100");
    expect(cityOfWard("14131")).toBe("14130");
    expect(cityOfWard("40137")).toBe("40130");
  });

  it("of Tokyo is a municipality itself", () => {
    expect(cityOfWard("13103")).toBe("13103");
  });

  it("is not what a city or a town is", () => {
    expect(cityOfWard("37201")).toBe("37201");
    expect(cityOfWard("14100")).toBe("14100");
    expect(cityOfWard("37364")).toBe("37364");
  });
});

it("the first two digits are the prefecture", () => {
  expect(prefectureOf("37201")).toBe("37");
});

describe("an area code as somebody gives it", () => {
  it.each([
    ["37", "37"],
    ["37201", "37201"],
    ["372013", "37201"],
    ["370002", "37"],
  ])("%s is %s", (text, expected) => expect(areaCodeOf(text)).toBe(expected));

  it.each(["", "3", "372", "3720", "372014", "48", "00", "xyz", "3720133"])("%j is none", (text) => {
    expect(areaCodeOf(text)).toBeUndefined();
  });
});
