import { describe, expect, it } from "vitest";
import { municipalityOf, type MunicipalityLookup } from "./municipality.ts";

const lookup: MunicipalityLookup = {
  exists: () => true,
  byAddress: (address) =>
    address.startsWith("府中市") ? ["13206", "34208"] : address.startsWith("高松市") ? ["37201"] : [],
  byPostalCode: (code) =>
    code === "7268601" ? ["34208"] : code === "1830055" ? ["13206"] : code === "4980000" ? ["23235", "24303"] : [],
};

describe("the municipality of a business", () => {
  it("is the one its address names", () => {
    expect(municipalityOf({ address: "高松市番町1" }, lookup)).toBe("37201");
  });

  it("is the address's even where the postal code is another's", () => {
    expect(municipalityOf({ address: "高松市番町1", postalCode: "7268601" }, lookup)).toBe("37201");
  });

  it("of a name met in two prefectures is decided by the postal code", () => {
    expect(municipalityOf({ address: "府中市1", postalCode: "7268601" }, lookup)).toBe("34208");
    expect(municipalityOf({ address: "府中市1", postalCode: "1830055" }, lookup)).toBe("13206");
  });

  it("stays unknown where nothing decides", () => {
    expect(municipalityOf({ address: "府中市1" }, lookup)).toBeUndefined();
    expect(municipalityOf({ address: "府中市1", postalCode: "4980000" }, lookup)).toBeUndefined();
    expect(municipalityOf({ postalCode: "4980000" }, lookup)).toBeUndefined();
    expect(municipalityOf({}, lookup)).toBeUndefined();
  });

  it("comes from the postal code where the address names none", () => {
    expect(municipalityOf({ address: "本町1", postalCode: "7268601" }, lookup)).toBe("34208");
  });
});
