import type { SurveyedFact } from "#domain/business/survey.ts";
import type { SurveyChannel, SurveySheet } from "#domain/business/survey-answers.ts";
import type { AskedFact } from "#matching/next-question.ts";
import { partialDateText } from "./day.ts";
import type { Language } from "./language.ts";
import { nextQuestionText } from "./next-question.ts";

type Words = Readonly<Record<Language, string>>;

/** What only the survey asks; everything else is asked as the profile asks it. */
const QUESTIONS: Readonly<Record<Exclude<SurveyedFact, AskedFact>, Words>> = {
  address: { ja: "所在地", en: "Address" },
  representative: { ja: "代表者", en: "Representative" },
  industry: { ja: "お仕事の内容", en: "Trade" },
  phone: { ja: "電話", en: "Telephone" },
  fax: { ja: "FAX", en: "Fax" },
  purposes: {
    ja: "ほかの事業者といっしょに取り組むなら、関心があるのはどれですか。",
    en: "If you worked with other businesses, what would interest you?",
  },
  note: {
    ja: "ご意見・ご希望があれば、ご自由にお書きください。",
    en: "Is there anything else you would like to tell us?",
  },
};

/** How a question is answered on paper, where the question itself does not say it. */
const HINTS: Readonly<Partial<Record<SurveyedFact, Words>>> = {
  needs: {
    ja: "あてはまるものすべてに✓、いちばん困っているもの一つに◎を付けてください。",
    en: "Tick all that apply, and mark the most pressing one with ◎.",
  },
  monthlyCapacity: { ja: "（件数など、ふだんの数え方で）", en: "In whatever you usually count by." },
  purposes: { ja: "（いくつでも✓）", en: "Tick all that apply." },
  leader: { ja: "（一つに✓）", en: "Tick one." },
};

const CHANNELS: Readonly<Record<SurveyChannel, Words>> = {
  PAPER: { ja: "紙（郵送・手渡し）", en: "Paper, by post or hand" },
  PHONE: { ja: "電話", en: "Telephone" },
  INTERVIEW: { ja: "面談", en: "In person" },
  FAX: { ja: "FAX", en: "Fax" },
  EMAIL: { ja: "メール", en: "E-mail" },
};

/** The question of the survey for a fact. */
export function surveyQuestionText(fact: SurveyedFact, language: Language): string {
  const own = (QUESTIONS as Partial<Record<SurveyedFact, Words>>)[fact];
  return own ? own[language] : nextQuestionText(fact as AskedFact, language);
}

/** How it is answered; undefined where the question says it. */
export function surveyHint(fact: SurveyedFact, language: Language): string | undefined {
  return HINTS[fact]?.[language];
}

/** How answers reached the federation, in words. */
export function surveyChannelName(channel: SurveyChannel, language: Language): string {
  return CHANNELS[channel][language];
}

/** That the answers of a sheet were entered: when, who, how, and whether their use was agreed to. */
export function surveySentence({ on, by, channel, agreed }: SurveySheet, language: Language): string {
  const isJapanese = language === "ja";
  const agreement = agreed === undefined ? undefined : AGREEMENTS[agreed ? "yes" : "no"][language];
  const parts = [partialDateText(on, language), by, surveyChannelName(channel, language), agreement];
  const told = parts.filter((part) => part !== undefined && part !== "");
  return isJapanese
    ? `調査票の回答を記録しました（${told.join("、")}）。`
    : `Answers of a survey sheet were entered (${told.join(", ")}).`;
}

const AGREEMENTS: Readonly<Record<"yes" | "no", Words>> = {
  yes: { ja: "利用への同意あり", en: "use agreed to" },
  no: { ja: "利用への同意なし", en: "use not agreed to" },
};
