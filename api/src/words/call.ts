import { isSurveyed } from "#domain/business/survey.ts";
import type { CallQuestion } from "#matching/calls.ts";
import { componentName, inLanguage, type BothTexts } from "./analysis.ts";
import type { Language } from "./language.ts";
import { surveyQuestionText } from "./survey.ts";

/** What to ask, in the words of the survey; what the survey does not ask is asked by its name. */
export function callQuestionText(fact: string, name: string, language: Language): string {
  if (isSurveyed(fact)) return surveyQuestionText(fact, language);
  if (fact === "monthlyWorkers" || fact === "industryCode") return inLanguage(NOT_SURVEYED[fact], language);
  return inLanguage([`「${name}」を教えてください。`, `Please tell us: ${name}.`], language);
}

/** What no owner is asked on paper, as it is asked on the telephone. */
const NOT_SURVEYED: Readonly<Record<"monthlyWorkers" | "industryCode", BothTexts>> = {
  monthlyWorkers: [
    "外から来てもらいたい人は、月ごとに何人くらいですか。",
    "How many workers from outside would you want, month by month?",
  ],
  industryCode: ["売上がいちばん多いお仕事は何ですか。", "Which work brings in most of your sales?"],
};

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

/** A question with the candidate it is asked about. */
export interface AskedAbout {
  readonly candidate: string;
  readonly question: CallQuestion;
}

/** Why it is worth asking for several candidates, those it moves most first. */
export function callReasonsText(asked: readonly AskedAbout[], language: Language): string {
  const moved = asked
    .filter(({ question }) => question.gain >= 100)
    .toSorted((a, b) => b.question.gain - a.question.gain);
  const [first] = asked;
  if (moved.length === 0 || first?.question.fact === "purposes")
    return first ? callReasonText(first.question, language) : "";
  const each = (ja: boolean) =>
    moved.map(({ candidate, question: { gain } }) =>
      ja ? `「${candidate}」が最大${pointsText(gain)}点` : `"${candidate}" by up to ${pointsText(gain)} points`,
    );
  return inLanguage(
    [`答えによって、${each(true).join("、")}上がります。`, `The answer may lift ${each(false).join(", ")}.`],
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

/** What is left to ask somebody of whom all is known. */
export function soundOutText(language: Language): string {
  return inLanguage(
    ["この候補に関心をお持ちかどうか（打診）", "Whether this candidate is of interest (approach)"],
    language,
  );
}
