import type { HandOnAnswer, ListOrigin, ListUse, ProvenanceProblem } from "#domain/business/provenance.ts";
import { inLanguage, type BothTexts } from "./analysis.ts";
import type { Language } from "./language.ts";

/** What is still to be answered about a list, and how. */
export function provenanceProblemTexts(problem: ProvenanceProblem): BothTexts {
  switch (problem.code) {
    case "PROVENANCE_ORIGIN_MISSING":
      return ["この一覧がどこのものかを選んでください。", "Please choose where this list comes from."];
    case "PROVENANCE_NAME_MISSING":
      return [
        "一覧の名前を入れてください（例：令和8年度 組合員名簿）。",
        "Please give the list's name, such as “Members 2026”.",
      ];
    case "PROVENANCE_NAME_TOO_LONG":
      return [
        `一覧の名前が${problem.length}文字あります。${problem.max}文字までにしてください。`,
        `The list's name has ${problem.length} characters; at most ${problem.max} fit.`,
      ];
    case "PROVENANCE_DAY_IN_FUTURE":
      return [
        "一覧がいつ現在のものかは、今日までの日付を入れてください。分からないときは空欄で結構です。",
        "The day the list is as of must not lie in the future; leave it empty where it is not known.",
      ];
    case "PROVENANCE_USES_MISSING":
      return [
        "この一覧を何に使ってよいかを、ひとつ以上選んでください。",
        "Please choose at least one thing this list may be used for.",
      ];
    case "PROVENANCE_HAND_ON_MISSING":
      return [
        "中央会に渡すことへの同意について選んでください。分からないときは「分からない」を選べます。",
        "Please say whether handing it to the federation was agreed to; “not known” is an answer.",
      ];
  }
}

const ORIGINS: Readonly<Record<ListOrigin, BothTexts>> = {
  MEMBERS: ["組合員名簿・会員名簿", "Register of members"],
  CONSULTATIONS: ["相談・訪問の記録", "Records of advice and visits"],
  REGISTER: ["公的な登録・許可の一覧", "Public register"],
  SURVEY: ["事業者へのアンケート", "Survey of businesses"],
  OTHER: ["その他", "Other"],
};

/** Where a list comes from, by name. */
export function listOriginName(origin: ListOrigin, language: Language): string {
  return inLanguage(ORIGINS[origin], language);
}

const USES: Readonly<Record<ListUse, BothTexts>> = {
  MATCHING: ["連携候補を探す", "Looking for groups that could work together"],
  CONTACT: ["事業者に連絡する・訪ねる", "Getting in touch with the businesses"],
};

/** What a list may be used for, by name. */
export function listUseName(use: ListUse, language: Language): string {
  return inLanguage(USES[use], language);
}

const HAND_ON: Readonly<Record<HandOnAnswer, BothTexts>> = {
  YES: ["同意がある、または個人の情報を含まない", "Agreed, or it names no persons"],
  NO: ["同意がない", "Not agreed"],
  UNKNOWN: ["分からない", "Not known"],
};

/** Whether handing the list on was agreed to, in words. */
export function handOnText(answer: HandOnAnswer, language: Language): string {
  return inLanguage(HAND_ON[answer], language);
}
