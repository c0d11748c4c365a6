import { describe, expect, it } from "vitest";
import { commonMunicipality, plainPurpose, rulesAsked, showsPoints } from "./proposal.ts";

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
  const rules = ["H1", "H3", "H5"].map((id) => ({ id, verdict: "PASS" as const }));
  const idsFor = (asked: Parameters<typeof rulesAsked>[1]) => rulesAsked(rules, asked).map(({ id }) => id);

  it("leave out districts and licences that nobody asked for", () => {
    expect(idsFor({ districts: [], demand: null })).toEqual(["H1"]);
    expect(idsFor({ districts: [], demand: { licences: [] } })).toEqual(["H1"]);
  });

  it("tell of districts that nobody asked for where the form does not allow the group", () => {
    const broken = [{ id: "H3", verdict: "FAIL" as const }];
    expect(rulesAsked(broken, { districts: [] })).toEqual(broken);
  });

  it("tell that all are in one prefecture where the law asks for it", () => {
    expect(idsFor({ purpose: "YEAR_ROUND_WORK", districts: [], demand: null })).toEqual(["H1", "H3"]);
  });

  it("tell of those that were asked for", () => {
    expect(idsFor({ districts: ["37201"], demand: null })).toEqual(["H1", "H3"]);
    expect(idsFor({ districts: [], demand: { licences: ["sanpai-collect"] } })).toEqual(["H1", "H5"]);
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
