import { describe, expect, it } from "vitest";
import { DRAFT_DAYS_MAX, draftOf, draftText, isStillAnswer } from "./draft.ts";

const WRITTEN = Date.parse("2026-11-21T03:00:00Z");
const text = draftText(
  [
    ["told", "夏は人手が余る"],
    ["pick", "K02"],
    ["pick", "K05"],
    ["version", "3"],
  ],
  WRITTEN,
);

describe("a draft kept in the browser", () => {
  it("brings back every field, several values too, but not the version that was seen", () => {
    expect(draftOf(text, WRITTEN)).toEqual({ told: ["夏は人手が余る"], pick: ["K02", "K05"] });
  });

  it("is forgotten after a week", () => {
    const week = DRAFT_DAYS_MAX * 86_400_000;
    expect(draftOf(text, WRITTEN + week)).not.toBeNull();
    expect(draftOf(text, WRITTEN + week + 1)).toBeNull();
  });

  it("is none where it is broken", () => {
    for (const broken of [null, "", "{", "7", '{"at":"x"}']) expect(draftOf(broken, WRITTEN)).toBeNull();
  });

  it("says nothing of a fact that somebody changed since", () => {
    const draft = { "needs.was": ["K02:3\n"], "needs.text": ["K05:2"], told: ["冬は暇"] };
    expect(isStillAnswer(draft, "needs.text", "K02:3\r\n")).toBe(true);
    expect(isStillAnswer(draft, "needs.text", "K07:1")).toBe(false);
    expect(isStillAnswer(draft, "told", undefined)).toBe(true);
  });
});
