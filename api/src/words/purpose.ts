import type { Purpose } from "#domain/purpose.ts";
import type { Language } from "./language.ts";

interface PurposeWords {
  readonly name: Record<Language, string>;
  readonly sentence: Record<Language, string>;
}

const PURPOSES: Record<Purpose, PurposeWords> = {
  COOPERATIVE: {
    name: { ja: "共通課題の解決（組合づくり）", en: "Solving a shared issue (forming a cooperative)" },
    sentence: {
      ja: "同じ課題をもつ近くの事業者を集め、組合で解決します。",
      en: "Brings together near businesses with the same issue, to solve it as a cooperative.",
    },
  },
  SHARED_ORDERS: {
    name: { ja: "共同受注", en: "Shared orders" },
    sentence: {
      ja: "一社では受けられない仕事を、許認可・技術・地域を持ち寄って受けます。",
      en: "Takes work that one alone cannot, by joining licences, skills and areas.",
    },
  },
  JOINT_PURCHASING: {
    name: { ja: "共同購買", en: "Joint purchasing" },
    sentence: { ja: "同じ品目を仕入れる事業者がまとめて買います。", en: "Buys together what several buy alike." },
  },
  CROSS_INDUSTRY: {
    name: { ja: "異業種連携", en: "Work across industries" },
    sentence: {
      ja: "違う業種の強みを組み合わせ、新しい商品やサービスをつくります。",
      en: "Joins the strengths of different trades into something new.",
    },
  },
  YEAR_ROUND_WORK: {
    name: { ja: "通年の仕事づくり", en: "Year-round work" },
    sentence: {
      ja: "忙しい季節の違う事業者が、年間を通した雇用をつくります。",
      en: "Joins seasonal work into a job for the whole year.",
    },
  },
};

/** The purpose's name; a code that is none stands for itself. */
export function purposeName(purpose: string, language: Language): string {
  return PURPOSES[purpose as Purpose]?.name[language] ?? purpose;
}

/** One sentence on what the purpose is about. */
export function purposeSentence(purpose: Purpose, language: Language): string {
  return PURPOSES[purpose].sentence[language];
}
