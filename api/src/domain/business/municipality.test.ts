import { describe, expect, it } from "vitest";
import { municipalityOf, type MunicipalityEvidence, type MunicipalityLookup } from "./municipality.ts";

const lookup: MunicipalityLookup = {
  exists: () => true,
  byAddress: (address) =>
    address.startsWith("府中市") ? ["13206", "34208"] : address.startsWith("高松市") ? ["37201"] : [],
  byPostalCode: (code) =>
    code === "7610121"
      ? ["37201"]
      : code === "7268601"
        ? ["34208"]
        : code === "1830055"
          ? ["13206"]
          : code === "4980000"
            ? ["23235", "24303"]
            : [],
  formerly: (address) => {
    if (address.startsWith("木田郡牟礼町")) return { name: "牟礼町", into: ["37201"], isQualified: true };
    if (address.startsWith("牟礼町")) return { name: "牟礼町", into: ["37201"], isQualified: false };
    if (address.startsWith("旧府中市北区"))
      return { name: "府中市北区", into: ["13206", "34208"], likeliest: "13206", isQualified: true };
    return undefined;
  },
  nameOf: (code) => code,
};

/** The code alone: most of these addresses name no municipality that is gone. */
const codeOf = (evidence: MunicipalityEvidence) => municipalityOf(evidence, lookup)?.code;

describe("the municipality of a business", () => {
  it("is the one its address names", () => {
    expect(codeOf({ address: "高松市番町1" })).toBe("37201");
  });

  it("is the address's even where the postal code is another's", () => {
    expect(codeOf({ address: "高松市番町1", postalCode: "7268601" })).toBe("37201");
  });

  it("of a name met in two prefectures is decided by the postal code", () => {
    expect(codeOf({ address: "府中市1", postalCode: "7268601" })).toBe("34208");
    expect(codeOf({ address: "府中市1", postalCode: "1830055" })).toBe("13206");
  });

  it("stays unknown where nothing decides", () => {
    expect(codeOf({ address: "府中市1" })).toBeUndefined();
    expect(codeOf({ address: "府中市1", postalCode: "4980000" })).toBeUndefined();
    expect(codeOf({ postalCode: "4980000" })).toBeUndefined();
    expect(codeOf({})).toBeUndefined();
  });

  it("comes from the postal code where the address names none", () => {
    expect(codeOf({ address: "本町1", postalCode: "7268601" })).toBe("34208");
  });

  it("that is gone is the one it became, and its old name is told", () => {
    expect(municipalityOf({ address: "木田郡牟礼町大町1" }, lookup)).toEqual({ code: "37201", former: "牟礼町" });
  });

  it("that is gone and named without its county is believed with the postal code alone", () => {
    expect(municipalityOf({ address: "牟礼町大町1", postalCode: "7610121" }, lookup)).toEqual({
      ...{ code: "37201", former: "牟礼町" },
    });
    expect(codeOf({ address: "牟礼町大町1" })).toBeUndefined();
    expect(municipalityOf({ address: "牟礼町大町1", postalCode: "1830055" }, lookup)).toEqual({ code: "13206" });
  });

  it("that was divided is told by the postal code, else by the town", () => {
    expect(codeOf({ address: "旧府中市北区1", postalCode: "7268601" })).toBe("34208");
    expect(codeOf({ address: "旧府中市北区1", postalCode: "7610121" })).toBe("13206");
    expect(codeOf({ address: "旧府中市北区1" })).toBe("13206");
  });
});
