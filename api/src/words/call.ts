import { isSurveyed } from "#domain/business/survey.ts";
import type { CallQuestion } from "#matching/calls.ts";
import { componentName, inLanguage, type BothTexts } from "./analysis.ts";
import type { Language } from "./language.ts";
import { surveyQuestionText } from "./survey.ts";

/** What to ask, in the words of the survey; what the survey does not ask is asked by its name. */
export function callQuestionText(fact: string, name: string, language: Language): string {
  if (isSurveyed(fact)) return surveyQuestionText(fact, language);
  return inLanguage([`「${name}」を教えてください。`, `Please tell us: ${name}.`], language);
}

/** Points of 100 with one digit, rounded down: no more is promised than an answer can bring. */
function pointsText(gain: number): string {
  return (Math.floor(gain / 100) / 10).toFixed(1);
}

/** Why it is worth asking, in one sentence. */
export function callReasonText({ fact, gain, component }: CallQuestion, language: Language): string {
  if (fact === "purposes") return inLanguage(WILLING, language);
  if (gain < 100 || component === null) return inLanguage(NARROWS, language);
  const [points, ja, en] = [pointsText(gain), componentName(component, "ja"), componentName(component, "en")];
  return inLanguage(
    [
      `答えによって、候補の点数が最大${points}点上がります（${ja}）。`,
      `The answer may lift the candidate by up to ${points} points (${en}).`,
    ],
    language,
  );
}

const WILLING: BothTexts = [
  "関心がないとわかれば、この候補から外します。",
  "Whoever would rather not is left out of the candidate.",
];
const NARROWS: BothTexts = [
  "これだけで点数は上がりませんが、見立てが確かになります。",
  "It lifts nothing by itself, and makes the analysis surer.",
];

/** Whether a business would take part, as one taps it. */
export function willingText(isWilling: boolean, language: Language): string {
  return inLanguage(isWilling ? ["関心がある", "Interested"] : ["関心がない", "Not interested"], language);
}
