import { describe, expect, it } from "vitest";
import { improveGroup } from "#matching/suggest.ts";
import type { TryNote } from "#matching/try-group.ts";
import { ask, members } from "../../test/questions.ts";
import type { AnalysisReader } from "./analysis.ts";
import { suggestionText, tryNoteText } from "./try.ts";

const ja: AnalysisReader = { language: "ja", nameOf: (id) => `${id}社`, labelOf: (_, code) => code };
const en: AnalysisReader = { ...ja, language: "en" };
const shop = (id: string, more: object = {}) => ({ id, lat: 34.34, lon: 134.04, employees: 5, ...more });

describe("a business that could join, in words", () => {
  const group = members(shop("甲", { needs: [["K02", 3]] }), shop("乙", { needs: [["K02", 3]] }));
  const told = (reader: AnalysisReader, ...pool: { id: string }[]) =>
    improveGroup(group, {
      question: ask("COOPERATIVE"),
      eligible: members(...pool),
      withinDam: 800,
      top: 5,
    }).suggestions.map((suggestion) => suggestionText(suggestion, reader));

  it("says what it brings", () => {
    expect(told(ja, shop("丙", { needs: [["K02", 3]], leader: 3 }))).toEqual([
      "丙社は、まとめ役に意欲があり、周りから信頼されています。",
    ]);
  });

  it("says what falls, where points are lost", () => {
    expect(told(ja, shop("丁", { needs: [] }))[0]).toMatch(/「共通の課題」は下がります。$/);
    expect(told(en, shop("丁", { needs: [] }))[0]).toMatch(/“Shared issue” falls\.$/);
  });
});

describe("what is wrong with a group put together, in words", () => {
  const NOTES: readonly TryNote[] = [
    { code: "NO_MEMBER" },
    { code: "LONE_MEMBER" },
    { code: "TOO_MANY_MEMBERS", count: 51, max: 50 },
    { code: "TOO_MANY_GROUPS", max: 4 },
    { code: "MEMBERS_NOT_FOUND", count: 2 },
    { code: "MEMBERS_CLOSED", members: ["甲", "乙"] },
  ];

  it("is told in both languages, with its figures and names", () => {
    expect(NOTES.map((note) => tryNoteText(note, ja))).toEqual([
      "事業者が入っていません。名前で探して加えてください。",
      "1者だけです。組み合わせる事業者を加えてください。",
      "51者は計算できません。50者までに減らしてください。",
      "並べられるのは4案までです。",
      "見つからない事業者が2件あり、除いて計算しました。",
      "甲社、乙社には、廃業・脱退などの印があります。外すことをお考えください。",
    ]);
    for (const note of NOTES) expect(tryNoteText(note, en)).toMatch(/^[\x20-\x7e甲乙社]+\.$/);
  });
});
