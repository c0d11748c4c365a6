import { describe, expect, it } from "vitest";
import type { PlainDate } from "#domain/calendar.ts";
import { PURPOSES } from "#domain/purpose.ts";
import type { OwnerRule, OwnerView } from "#matching/owner-view.ts";
import { COMPONENT_IDS } from "#matching/terms.ts";
import { drawnSheet, nameOf, textsOf } from "../../test/owner-papers.ts";
import { ownerBandText, ownerPurposeText, ownerReasonText, ownerRuleText } from "./owner-analysis.ts";
import { ownerPaper, ownerReasons } from "./owner-sheet.ts";

const RULES = ["H1", "H2", "H3", "H5", "H12"] as const satisfies readonly OwnerRule[];
const BANDS = ["much", "some", "open"] as const;

/** Codes named in a text, by kind. */
const codesIn = (text: string, kind: string) =>
  [...text.matchAll(new RegExp(`\\{${kind}:([^}]*)\\}`, "g"))].map(([, code]) => code ?? "");

const tagsOf = (tags: readonly (readonly [string, number])[] | undefined) => new Set((tags ?? []).map(([tag]) => tag));

describe("what an owner is told of a group", () => {
  it.each(["ja", "en"] as const)("is short, and gives no figure (%s)", (language) => {
    const sentences = [
      ...COMPONENT_IDS.map((id) => ownerReasonText(id, language)),
      ...BANDS.map((band) => ownerBandText(band, language)),
      ...RULES.map((rule) => ownerRuleText(rule, language)),
      ...PURPOSES.map((purpose) => ownerPurposeText(purpose, language)),
    ];
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/[0-9０-９一二三四五六七八九]者|[0-9０-９]|[%％！!]/);
      expect(sentence).toMatch(/[。.?]$/);
      if (language === "ja") expect([...sentence].length).toBeLessThanOrEqual(60);
    }
  });

  it("is at most three sentences, the last of them one of three on how much there is in common", () => {
    const view: OwnerView = {
      ...{ band: "much", reasons: ["shared-need", "nearness"], open: [], rules: [] },
      ...{ sharedIssues: [], jointBusinesses: [] },
    };
    expect(ownerReasons(view, "ja")).toEqual([
      "同じ課題をお持ちの事業者が、ほかにもいます。",
      "行き来できる距離の事業者どうしです。",
      "今のところ、共通点の多い組み合わせです。",
    ]);
  });

  it("speaks to the owner of what is not known, not of others", () => {
    const open = ["seeks", "leader", "monthlyWorkers"] as const;
    const view: OwnerView = {
      ...{ band: "open", reasons: [], open, rules: [] },
      ...{ sharedIssues: [], jointBusinesses: [] },
    };
    const own = {
      name: "店",
      industryName: null,
      capabilities: [],
      address: "https://musubi.example.jp/businesses/own",
    };
    const maker = { federation: "会", coordinator: "人", on: "2026-11-21" as PlainDate };
    const reader = { labelOf: (_: string, code: string) => code, jointBusinessName: (code: string) => code };
    const text = textsOf(ownerPaper({ purpose: "COOPERATIVE", view, own, maker }, { ...reader, language: "en" })).join(
      "\n",
    );
    expect(text).toContain("what you seek, your will to lead, the workers you want by month.");
    expect(text).not.toMatch(/\b(?:they|their)\b/);
  });

  it("leads to an answer that binds to nothing", () => {
    const text = textsOf(drawnSheet(1).paper).join("\n");
    for (const said of [
      "前向きに考えたい",
      "まず話を聞いてみたい",
      "今回は見送りたい",
      "加入や出資が決まることはありません",
    ])
      expect(text).toContain(said);
  });
});

describe("the owner sheets of 10,000 random groups", () => {
  const sheets = Array.from({ length: 10_000 }, (_, seed) => drawnSheet(seed, seed % 2 === 0 ? "ja" : "en"));

  it("name no other business, by name or by key, nor what anybody buys", () => {
    for (const { others, paper } of sheets) {
      const text = textsOf(paper).join("\n");
      const words = new Set(text.split(/[^A-Za-z0-9]+/));
      const items = others.flatMap(({ purchases }) => (purchases ?? []).map(([item]) => item));
      expect([...others.map(({ id }) => id), ...items].filter((word) => words.has(word))).toEqual([]);
      expect(others.filter(({ id }) => text.includes(nameOf(id)))).toEqual([]);
    }
  });

  it("hold no issue, skill or trade the business does not have itself, and no licence, place or area at all", () => {
    for (const { own, paper } of sheets) {
      const text = textsOf(paper).join("\n");
      const [needs, skills] = [tagsOf(own.needs), tagsOf(own.capabilities)];
      const strange = [
        ...codesIn(text, "issue").filter((code) => !needs.has(code)),
        ...codesIn(text, "capability").filter((code) => !skills.has(code)),
        ...codesIn(text, "industry").filter((code) => code !== own.industry),
        ...codesIn(text, "(?:licence|municipality|prefecture|form|purpose)"),
      ];
      expect(strange).toEqual([]);
    }
  });

  it("hold no figure: no points, no percent, no count, no yen", () => {
    for (const { paper } of sheets) {
      const said = paper.blocks.flatMap((block) =>
        "items" in block ? block.items : "text" in block ? [block.text] : [],
      );
      const figures = said.map((text) => text.replace(/\{[^}]*\}/g, "")).filter((text) => /[0-9０-９%％]/.test(text));
      expect(figures).toEqual([]);
    }
  });

  it("tell neither what the adviser thinks of anybody, nor who knows whom", () => {
    const kept = ["まとめ役", "likely to", "付き合い", "know each other", "whom it knows"];
    for (const { paper } of sheets) {
      const text = textsOf(paper).join("\n");
      expect(kept.filter((words) => text.includes(words))).toEqual([]);
    }
  });

  it("are of all three bands, and most of them with a reason", () => {
    const texts = sheets.map(({ paper }) => textsOf(paper).join("\n"));
    for (const band of BANDS) expect(texts.some((text) => text.includes(ownerBandText(band, "ja")))).toBe(true);
    const reasons = COMPONENT_IDS.flatMap((id) => [ownerReasonText(id, "ja"), ownerReasonText(id, "en")]);
    const reasoned = texts.filter((text) => reasons.some((reason) => text.includes(reason)));
    expect(reasoned.length).toBeGreaterThan(texts.length / 2);
  });
});
