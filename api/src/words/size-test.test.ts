import { describe, expect, it } from "vitest";
import { sizeTests } from "#domain/size-test.ts";
import { loadSizeLaw } from "#files/seeds/law.ts";
import { sizeLawText, sizeTestText, smallEnterpriseText } from "./size-test.ts";

const law = loadSizeLaw("2026-11-21");
const of = (industry?: string, employees?: number, capitalYen?: number) =>
  sizeTests({ industry, employees, capitalYen }, law);

describe("the size test in words", () => {
  it("says the answer with the two figures of the trade", () => {
    expect(sizeTestText(of("0971", 12).small, [], "ja")).toBe(
      "中小企業者の規模です（製造業・建設業・運輸業その他：資本金3億円以下または従業員300人以下）。",
    );
    expect(sizeTestText(of("5711", 51, 60_000_000).small, [], "ja")).toContain("基準をどちらも超えます（小売業");
    expect(sizeTestText(of("5711", 51, 60_000_000).small, [], "en")).toContain("capital up to ¥50,000,000");
  });

  const rough = { fact: "employees", why: "about" } as const;

  it("says what to ask where it is not known, and what to check where it is rough", () => {
    expect(sizeTestText(of(undefined, 60).small, [], "ja")).toBe("業種・資本金が分からないため、まだ判断できません。");
    expect(sizeTestText(of("0971", 12).small, [rough], "ja")).toMatch(
      /。従業員数はおおよその数です。お確かめください。$/,
    );
    expect(sizeTestText(of("0971", 12).small, [rough, { fact: "industry", why: "estimate" }], "ja")).toMatch(
      /。従業員数はおおよその数、業種は推定です。お確かめください。$/,
    );
    expect(smallEnterpriseText(of("0971", 20).smallest, [{ fact: "capitalYen", why: "about" }], "ja")).toBe(
      "小規模企業者にあたります（従業員20人以下）。",
    );
  });

  it("names the article and the day of the text", () => {
    expect(sizeLawText(law.smallEnterpriseEmployees, "ja")).toBe("中小企業基本法第2条第5項（2013年12月1日時点の条文）");
  });
});
