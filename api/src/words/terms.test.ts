import { describe, expect, it } from "vitest";
import type { PlainDate } from "#domain/calendar.ts";
import { COMPONENT_IDS } from "#matching/terms.ts";
import { problemText } from "./problem.ts";
import { componentMeasure, restoredText, termsChangeTexts, termsText } from "./terms.ts";

const on = "2026-11-21" as PlainDate;

describe("a version of a federation's terms in words", () => {
  it("tells who made it, when and why; the shipped ones go by their version", () => {
    const version = { number: 3, on, by: "事務局 高松", reason: "近さを重く見る" };
    expect(termsText(version, "2026-11+37.3", "ja")).toBe("配点 第3版（2026年11月21日、事務局 高松：近さを重く見る）");
    expect(termsText(version, "2026-11+37.3", "en")).toBe("weights no. 3 (21 Nov 2026, 事務局 高松: 近さを重く見る)");
    expect(termsText(undefined, "2026-11", "ja")).toBe("標準の配点（2026-11）");
    expect([restoredText(0, "ja"), restoredText(2, "ja")]).toEqual([
      "標準の配点に戻しました",
      "第2版の配点に戻しました",
    ]);
  });

  it("tells what changed, a line for each purpose and one for the bands", () => {
    const weights = [
      { purpose: "COOPERATIVE", component: "nearness", from: 12, to: 20 },
      { purpose: "COOPERATIVE", component: "leader", from: 20, to: 12 },
      { purpose: "YEAR_ROUND_WORK", component: "ties", from: 6, to: 0 },
    ] as const;
    const bands = [{ band: "strong", from: 60_000, to: 65_500 }] as const;
    expect(termsChangeTexts({ weights, bands }, "ja")).toEqual([
      "共通課題の解決（組合づくり）：所在地の近さ 12→20、まとめ役 20→12",
      "通年の仕事づくり：これまでの付き合い 6→0",
      "段階の下限：有力 60点→65.5点",
    ]);
    expect(termsChangeTexts({ weights: [], bands: [] }, "ja")).toEqual(["配点はそのままです。"]);
  });

  it("says what every component measures, in both languages", () => {
    for (const id of COMPONENT_IDS) {
      expect(componentMeasure(id, "ja")).toMatch(/か$/);
      expect(componentMeasure(id, "en")).not.toBe("");
    }
  });

  it("words a refusal with what to do", () => {
    const key = "weights.COOPERATIVE.leader";
    expect(problemText({ code: "TERMS_BAD_VALUE", key }, "ja")).toBe(
      "「まとめ役」の配点は、0から100までの整数にしてください。",
    );
    expect(problemText({ code: "TERMS_BAD_VALUE", key: "bands.strong" }, "ja")).toContain(
      "「有力」の下限は、0点から100点まで",
    );
    const meanwhile = { code: "TERMS_CHANGED_MEANWHILE", number: 4, by: "局長", at: on } as const;
    expect(problemText(meanwhile, "ja")).toBe(
      "局長さんが先に第4版を保存しました（2026年11月21日）。今の配点を確かめてから、もう一度保存してください。",
    );
  });
});
