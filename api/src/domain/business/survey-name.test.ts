import { describe, expect, it } from "vitest";
import { LIST_NAME_CHARACTERS_MAX } from "./provenance.ts";
import { decideSurveyName } from "./survey-name.ts";

describe("the name of a survey", () => {
  it("is taken without the space around it, up to the longest that stands beside a fact", () => {
    expect(decideSurveyName("　連携可能性調査 ")).toEqual({ accepted: true, change: { survey: "連携可能性調査" } });
    expect(decideSurveyName("𠮷".repeat(LIST_NAME_CHARACTERS_MAX))).toMatchObject({ accepted: true });
  });

  it("is asked for where it is missing, and is to be shortened where it is longer", () => {
    expect(decideSurveyName("　")).toMatchObject({ problems: [{ code: "SURVEY_NAME_MISSING" }] });
    expect(decideSurveyName("調".repeat(LIST_NAME_CHARACTERS_MAX + 1))).toMatchObject({
      problems: [{ code: "SURVEY_NAME_TOO_LONG", length: LIST_NAME_CHARACTERS_MAX + 1, max: LIST_NAME_CHARACTERS_MAX }],
    });
  });
});
