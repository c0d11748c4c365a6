import type { SurveyProblem } from "#domain/business/survey-answers.ts";
import type { BothTexts } from "./analysis.ts";

/** Why the answers of a sheet as a whole were not kept, and what to do. */
export function surveyProblemTexts(
  problem: Extract<SurveyProblem, { readonly code: "SURVEY_EMPTY" | "SURVEY_ANSWERED_TWICE" | "RESPONDENT_TOO_LONG" }>,
): BothTexts {
  switch (problem.code) {
    case "SURVEY_EMPTY":
      return [
        "回答がまだ一つもありません。わかったものだけ入力してください。",
        "There is no answer yet. Enter what was told.",
      ];
    case "SURVEY_ANSWERED_TWICE":
      return [
        "一つの問いに、両立しない回答が二つあります。どちらか一つにしてください。",
        "There are two answers here that cannot both hold. Keep one of them.",
      ];
    case "RESPONDENT_TOO_LONG":
      return [
        `お名前は${problem.max}文字までで書いてください。`,
        `Please write the name in at most ${problem.max} characters.`,
      ];
  }
}
