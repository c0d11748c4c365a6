import { describe, expect, it } from "vitest";
import { FORMS } from "#domain/law.ts";
import { loadMatchingLaw } from "./law.ts";

describe("the shipped figures of law", () => {
  const law = loadMatchingLaw("2026-11-01");

  it("have the founders of every form but the one whose article was not found", () => {
    expect(FORMS.map((form) => law.membersMin[form]?.value)).toEqual([
      4,
      4,
      1000,
      300,
      2,
      4,
      4,
      4,
      2,
      7,
      2,
      20,
      undefined,
      5,
      4,
      2,
      2,
      2,
      3,
      1,
    ]);
  });

  it("name the article of each, and a second reader of none yet", () => {
    expect(law.membersMin["1"]).toMatchObject({
      law: { act: "324AC0000000181", article: "24(1)" },
      read: { secondReader: null },
    });
    expect(law.fairTradeNoticeDays).toMatchObject({ value: 30, law: { article: "7(3)" } });
  });

  it("do not yet know the worker cooperative on the day before its act came into force", () => {
    expect(loadMatchingLaw("2022-09-30").membersMin.A4).toBeUndefined();
    expect(loadMatchingLaw("2022-10-01").membersMin.A4?.value).toBe(3);
  });

  it("are none before the text that was read", () => {
    expect(() => loadMatchingLaw("2013-11-30")).toThrow(/2013-11-30/);
  });
});
