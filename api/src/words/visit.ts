import type { VisitChannel, VisitProblem } from "#domain/visit/visit.ts";
import type { BothTexts } from "./analysis.ts";
import { dayText } from "./day.ts";
import type { Language } from "./language.ts";

const CHANNELS: Readonly<Record<VisitChannel, Record<Language, string>>> = {
  VISIT: { ja: "訪問", en: "Visit" },
  OFFICE: { ja: "来所", en: "At the office" },
  PHONE: { ja: "電話", en: "Telephone" },
  ONLINE: { ja: "オンライン", en: "Online" },
};

/** How a business was met. */
export function visitChannelName(channel: VisitChannel, language: Language): string {
  return CHANNELS[channel][language];
}

/** A visit's line in the history of a business. */
export function visitSentence(channel: VisitChannel, withdrawn: boolean, language: Language): string {
  const name = visitChannelName(channel, language);
  if (withdrawn) return language === "ja" ? `${name}の記録を取り下げました。` : `${name}: the record was withdrawn.`;
  return language === "ja" ? `${name}で話を聞きました。` : `${name}.`;
}

type Sentences = {
  readonly [Code in VisitProblem["code"]]: (problem: Extract<VisitProblem, { code: Code }>) => BothTexts;
};

const PROBLEMS: Sentences = {
  VISIT_IN_FUTURE: ({ today }) => [
    `日付が今日（${dayText(today, "ja")}）より先です。話を聞いた日を入れてください。`,
    `The date lies after today (${dayText(today, "en")}). Give the day you met.`,
  ],
  VISIT_EMPTY: () => [
    "聞いた話か感じたことを、一言でも書いてください。",
    "Note at least a word of what was said or of what you think.",
  ],
  VISIT_TEXT_TOO_LONG: ({ max }) => [`${max}文字までで書いてください。`, `Please write at most ${max} characters.`],
  NEXT_STEP_MISSING: () => ["その日に何をするかを書いてください。", "Write what is to be done on that day."],
  NEXT_STEP_BEFORE_VISIT: () => [
    "次の一歩の日付が、話を聞いた日より前です。日付をお確かめください。",
    "The next step lies before the day you met. Check the date.",
  ],
  MINUTES_OUT_OF_RANGE: ({ max }) => [
    `かかった時間は、1～${max}の整数（分）で書いてください。`,
    `Write the minutes it took, 1 to ${max}.`,
  ],
  VISIT_NOT_YOURS: () => [
    "ほかの方の記録は直せません。ご本人にお伝えください。",
    "This record is somebody else's. Please tell whoever made it.",
  ],
  VISIT_WITHDRAWN_ALREADY: () => ["この記録はすでに取り下げられています。", "This record was withdrawn already."],
};

/** Whether a problem is about a visit. */
export function isVisitProblem(problem: { readonly code: string }): problem is VisitProblem {
  return Object.hasOwn(PROBLEMS, problem.code);
}

/** Why a visit was not noted, and what to do. */
export function visitProblemTexts(problem: VisitProblem): BothTexts {
  // The table is complete by its type; the compiler cannot follow that a problem's code picks its own sentence.
  const sentence = PROBLEMS[problem.code] as (problem: VisitProblem) => BothTexts;
  return sentence(problem);
}
