import type { AskedFact } from "#matching/next-question.ts";
import type { Language } from "./language.ts";

/** One question to an owner for each fact, in words an owner uses. */
const QUESTIONS: Readonly<Record<AskedFact, Record<Language, string>>> = {
  needs: {
    ja: "いま、お仕事でいちばん困っていることを教えてください。人手は足りていますか。",
    en: "What troubles your business most at present? Do you have enough hands?",
  },
  employees: {
    ja: "ふだん働いている方は、何人いらっしゃいますか。",
    en: "How many people work for you regularly?",
  },
  leader: {
    ja: "仲間と何かを始めるとき、まとめ役を頼まれたら引き受けられそうですか。",
    en: "If neighbours began something together, could you see yourself leading it?",
  },
  ties: {
    ja: "ふだんからお付き合いのある事業者は、どちらですか。",
    en: "Which other businesses do you know and deal with?",
  },
  seeks: {
    ja: "ほかの事業者に手伝ってもらいたいこと、頼みたい技術はありますか。",
    en: "Is there something you would like other businesses to do for you?",
  },
  capabilities: {
    ja: "ほかより得意なこと、頼まれればできることは何ですか。",
    en: "What are you good at, and what could you do for others?",
  },
  licences: {
    ja: "お持ちの許可や登録を教えてください。",
    en: "Which permits and registrations do you hold?",
  },
  monthlyCapacity: {
    ja: "月ごとに、あとどのくらい仕事を受けられますか。",
    en: "How much more work could you take on in each month?",
  },
  monthlyLoad: {
    ja: "月ごとに、何人分くらいの仕事がありますか。忙しい月と空く月を教えてください。",
    en: "How many people's work do you have in each month? Which months are busy, which quiet?",
  },
  purchases: {
    ja: "毎月よく仕入れるものと、おおよその金額を教えてください。",
    en: "What do you buy every month, and for about how much?",
  },
};

/** What to ask the owner to learn a fact. */
export function nextQuestionText(fact: AskedFact, language: Language): string {
  return QUESTIONS[fact][language];
}
