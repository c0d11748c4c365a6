import { describe, expect, it } from "vitest";
import { termFinder } from "#domain/vocabulary.ts";
import { loadFederations, loadVocabularies } from "./vocabularies.ts";

const vocabularies = loadVocabularies();

describe("the vocabularies the project ships", () => {
  it("hold 48 federations, 31 issues, 20 sections with 99 divisions and 20 legal forms", () => {
    const { federations, issues, industries, legalForms } = vocabularies;
    expect([federations.length, issues.length, legalForms.length]).toEqual([48, 31, 20]);
    expect(industries.filter(({ code }) => /^[A-T]$/.test(code))).toHaveLength(20);
    expect(industries.filter(({ code }) => /^\d{2}$/.test(code))).toHaveLength(99);
  });

  it("name the federations by prefecture", () => {
    expect(loadFederations()).toContainEqual({ code: "37", name: "香川県中小企業団体中央会" });
    expect(loadFederations()).toContainEqual({ code: "00", name: "全国中小企業団体中央会" });
  });

  it("know for which area each licence holds", () => {
    const find = termFinder(vocabularies.licences);
    expect(find("産業廃棄物収集運搬業")).toMatchObject({ code: "sanpai-collect", reach: "prefecture" });
    expect(find("一般廃棄物収集運搬業")).toMatchObject({ code: "ippai-collect", reach: "municipality" });
    expect(find("飲食店営業")).toMatchObject({ code: "food-restaurant", reach: "premises" });
    expect(find("建設業許可")).toMatchObject({ reach: "nationwide" });
    expect(vocabularies.licences.filter(({ code }) => code.startsWith("construction-"))).toHaveLength(29);
    expect(
      vocabularies.licences.filter(({ code }) => code.startsWith("food-") && code !== "food-vending"),
    ).toHaveLength(32);
  });

  it("say of each issue which joint business can answer it, and of each kind of business its article", () => {
    const { issues, cooperativeBusinesses, legalForms } = vocabularies;
    expect(issues.find(({ code }) => code === "K23")?.jointBusinesses).toEqual(["B04", "B15"]);
    expect(issues.find(({ code }) => code === "K28")?.jointBusinesses).toEqual([]);
    expect(cooperativeBusinesses).toHaveLength(27);
    expect(cooperativeBusinesses.find(({ code }) => code === "B20")?.law?.article).toBe("9-2(1)(vi)");
    expect(cooperativeBusinesses.find(({ code }) => code === "B16")?.law).toBeUndefined();
    expect(legalForms.filter(({ law }) => law === undefined)).toEqual([]);
  });

  it("say where each comes from and which version it is", () => {
    const { sources } = vocabularies;
    expect(sources.map(({ id, rows }) => [id, rows])).toContainEqual(["industries", 119]);
    expect(sources.find(({ id }) => id === "industries")).toMatchObject({
      version: "14",
      origin: { ja: expect.stringContaining("第14回") },
    });
  });

  it("find issues as lists write them", () => {
    const find = termFinder(vocabularies.issues);
    expect([find("人手不足")?.code, find("後継者不足")?.code, find("K99")?.code]).toEqual(["K02", "K07", "K99"]);
  });
});
