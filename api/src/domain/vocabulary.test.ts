import { describe, expect, it } from "vitest";
import { sharedWritings, termFinder, type Term } from "./vocabulary.ts";

const terms: readonly Term[] = [
  { code: "K01", ja: "販路開拓・売上", en: "Sales", synonyms: ["販路"] },
  { code: "K02", ja: "人手不足・採用", en: "Hiring" },
];

describe("a vocabulary", () => {
  const find = termFinder(terms);
  it.each(["K01", "k01", "Ｋ０１", "販路開拓・売上", "販路開拓･売上", "販路", "sales"])("finds %s", (text) => {
    expect(find(text)?.code).toBe("K01");
  });

  it("does not find what it does not name", () => {
    expect(find("販路の拡大")).toBeUndefined();
  });

  it("tells which writings two terms share", () => {
    expect(sharedWritings(terms)).toEqual([]);
    expect(sharedWritings([...terms, { code: "K03", ja: "販路", en: "Other" }])).toEqual(["販路"]);
  });
});
