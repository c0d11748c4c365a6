import { describe, expect, it } from "vitest";
import { commonMunicipality, plainPurpose, showsPoints, telling } from "./proposal.ts";

const member = (municipalityName: string | null) => ({
  id: "b",
  name: "事業者",
  municipalityName,
  knownCount: 0,
  factCount: 0,
});

describe("points of a proposal", () => {
  it("are shown where there is one band, and not where little is known", () => {
    expect(showsPoints({ bands: ["THIN"] })).toBe(true);
    expect(showsPoints({ bands: ["STRONG", "STRONG"] })).toBe(false);
  });
});

describe("the rules of a proposal", () => {
  it("are told but for those that hold because nobody asked", () => {
    const asked = { verdict: "PASS", isAskedFor: true } as const;
    const notAsked = { verdict: "PASS", isAskedFor: false } as const;
    const broken = { verdict: "FAIL", isAskedFor: false } as const;
    expect(telling([asked, notAsked, broken])).toEqual([asked, broken]);
  });
});

describe("a name for a new group", () => {
  it("begins with the municipality most members share", () => {
    expect(commonMunicipality([member("丸亀市"), member("高松市"), member(null), member("高松市")])).toBe("高松市");
  });

  it("begins with no place where none is known", () => {
    expect(commonMunicipality([member(null)])).toBeNull();
  });

  it("uses the purpose without its explanation", () => {
    expect(plainPurpose("共通課題の解決（組合づくり）")).toBe("共通課題の解決");
    expect(plainPurpose("共同受注")).toBe("共同受注");
  });
});
