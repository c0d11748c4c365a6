import { describe, expect, it } from "vitest";
import type { AnalysisReader } from "./analysis.ts";
import { missingTexts } from "./missing.ts";

const ja: AnalysisReader = { language: "ja", nameOf: (id) => id, labelOf: (kind, code) => `${kind}:${code}` };
const NOTHING = { members: 0, requirements: [], areas: [], unplacedAreas: [] };

describe("what a group lacks, in words", () => {
  it("names how many, which skills, which licences and which towns", () => {
    const missing = {
      members: 2,
      requirements: [
        { kind: "capability", tag: "welding", level: 2 },
        { kind: "capability", tag: "painting", level: 3 },
        { kind: "licence", licence: "kobutsu", area: "02" },
      ],
      areas: ["02208"],
      unplacedAreas: ["02201"],
    } as const;
    expect(missingTexts({ missing, failing: [] }, ja)).toEqual([
      "あと2者足りません。",
      "「capability:welding」（★★以上）に対応できることが分かっている事業者がいません。",
      "「capability:painting」（★★★）に対応できることが分かっている事業者がいません。",
      "「licence:kobutsu」（prefecture:02）に対応できることが分かっている事業者がいません。",
      "municipality:02208での仕事を受けられると分かっている事業者がいません。距離・技術・許認可のどれかが、合わないか未確認です。",
      "municipality:02201の位置が分からないため、対応できる事業者がいるか確かめられません。",
    ]);
  });

  it("says of a form without a figure that its number is not known, and not that nothing is missing", () => {
    const told = (members: number | null) => missingTexts({ missing: { ...NOTHING, members }, failing: [] }, ja);
    expect(told(null)).toEqual(["この形態に必要な事業者数の定めを確認できていません。所管行政庁にお尋ねください。"]);
    expect(told(1)).toEqual(["あと1者足りません。"]);
  });

  it("says that nothing is missing only where no rule fails either", () => {
    expect(missingTexts({ missing: NOTHING, failing: [] }, ja)).toEqual(["足りないものはありません。"]);
    const failing = [{ id: "must-have", verdict: "fail", evidence: { missing: ["a"] } }] as const;
    expect(missingTexts({ missing: NOTHING, failing }, ja)).toEqual([]);
  });
});
