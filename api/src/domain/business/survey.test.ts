import { describe, expect, it } from "vitest";
import { ASKED_FACTS } from "../../matching/next-question.ts";
import { dataClassOf, fieldOf } from "./fields.ts";
import { isSurveyed, SURVEY_QUESTIONS } from "./survey.ts";

describe("the survey sheet", () => {
  it("asks everything that may be worth asking next, so that it can point to the question", () => {
    expect(ASKED_FACTS.filter((fact) => !isSurveyed(fact))).toEqual([]);
  });

  it("asks each thing once, under a mark of its own", () => {
    const marks = SURVEY_QUESTIONS.map(({ mark }) => mark);
    expect(new Set(marks).size).toBe(marks.length);
    expect(new Set(SURVEY_QUESTIONS.map(({ key }) => key)).size).toBe(marks.length);
  });

  it("prints no judgement of the staff for the owner to read, and no private affair that somebody else may have told", () => {
    const printed = SURVEY_QUESTIONS.filter(({ isConfirmed }) => isConfirmed);
    expect(printed.filter(({ key }) => fieldOf(key as "phone").staffOnly)).toEqual([]);
    const asked = printed.filter(({ part }) => part === "QUESTION");
    expect(asked.map(({ key }) => [key, dataClassOf(key)])).toEqual([
      ["capabilities", "P2"],
      ["seeks", "P2"],
      ["licences", "P2"],
      ["employees", "P2"],
    ]);
  });
});
