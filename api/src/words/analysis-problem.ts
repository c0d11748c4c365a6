import type { Purpose } from "#domain/purpose.ts";
import type { QuestionProblem } from "#matching/question.ts";
import type { TermsProblem } from "#matching/read-terms.ts";
import type { LeftOutReason } from "#matching/left-out.ts";
import type { SearchProblem } from "#matching/search-plan.ts";
import { bandText, componentName, isComponentNamed, type BothTexts } from "./analysis.ts";
import type { Language } from "./language.ts";
import { purposeName } from "./purpose.ts";

/** Why a question, its terms or its search was refused, and what to do. */
export function questionProblemText(
  problem: QuestionProblem | SearchProblem | TermsProblem,
  language: Language,
): string {
  const [ja, en] = isTermsProblem(problem) ? termsTexts(problem) : askedTexts(problem);
  return language === "ja" ? ja : en;
}

function isTermsProblem(problem: QuestionProblem | SearchProblem | TermsProblem): problem is TermsProblem {
  return problem.code.startsWith("TERMS_");
}

const purposeNames = (purpose: Purpose): BothTexts => [purposeName(purpose, "ja"), purposeName(purpose, "en")];

const LEFT_OUT: Readonly<Record<LeftOutReason, BothTexts>> = {
  PURPOSE: ["この目的での連携を希望していません", "is not open to this purpose"],
  DISTRICT: ["指定した地区の外にあります", "is outside the district asked for"],
  BARRED_TRADE: [
    "建設・港湾運送・警備のいずれかで、働き手を派遣できません",
    "is in construction, port transport or security, to which nobody may be dispatched",
  ],
  CIRCLE: ["指定した円の外にあります", "lies outside the circle asked for"],
  WITHOUT: ["除く事業者にも指定されています", "is also to be left out"],
  PLACE: ["所在地が分かりません", "has no known place"],
};

function askedTexts(problem: QuestionProblem | SearchProblem): BothTexts {
  switch (problem.code) {
    case "UNKNOWN_FORM":
      return [
        `形態「${problem.form}」はありません。1～15、A1～A5 で指定してください。`,
        `There is no form “${problem.form}”. Use 1 to 15 or A1 to A5.`,
      ];
    case "SIZES_OUT_OF_RANGE":
      return sizesTexts(problem);
    case "FORM_NEEDS_MORE":
      return [
        `この組み方には${problem.needed}者以上が必要です。最多（${problem.membersMax}者）を増やすか、別の目的をお選びください。`,
        `Such a group needs ${problem.needed} businesses. Raise “At most” (${problem.membersMax}), or choose another purpose.`,
      ];
    case "BAD_TOP":
      return ["件数は1以上の整数にしてください。", "The number of proposals must be a whole number of 1 or more."];
    case "BAD_DISTANCE":
      return ["距離は0より大きいkmにしてください。", "The distance must be more than 0 km."];
    case "UNKNOWN_BUSINESS":
      return [`「${problem.id}」という事業者が見つかりません。`, `There is no business “${problem.id}”.`];
    case "LEFT_OUT": {
      const [ja, en] = LEFT_OUT[problem.reason];
      return [
        `必ず入れる「${problem.id}」は${ja}。指定をお確かめください。`,
        `“${problem.id}”, asked for, ${en}. Please check.`,
      ];
    }
    case "ASKED_FOR_TOO_MANY":
      return [
        `必ず入れる事業者が${problem.count}者あり、最多（${problem.membersMax}者）を超えています。最多を増やすか、指定を減らしてください。`,
        `${problem.count} businesses are asked for, more than the most (${problem.membersMax}). Raise the most or ask for fewer.`,
      ];
    case "CANNOT_MEET":
      return meetingTexts(problem);
  }
}

function meetingTexts({ ids, reason, withinKm }: Extract<SearchProblem, { code: "CANNOT_MEET" }>): BothTexts {
  const [ja, en] = [ids.map((id) => `「${id}」`).join("と"), ids.map((id) => `“${id}”`).join(" and ")];
  switch (reason) {
    case "NEVER_TOGETHER":
      return [
        `必ず入れる${ja}は、同席を避ける組み合わせです。どちらかの指定を外してください。`,
        `${en}, both asked for, must not meet. Ask for one of them only.`,
      ];
    case "TWO_PREFECTURES":
      return [
        `必ず入れる${ja}は別々の都道府県にあり、この形態では一緒に組めません。どちらかの指定を外すか、別の形態を選んでください。`,
        `${en}, both asked for, are in two prefectures, which this form does not allow. Ask for one of them only or choose another form.`,
      ];
    case "TOO_FAR":
      return [
        `必ず入れる${ja}は、${withinKm}kmより離れています。事業者どうしの最大距離を延ばすか、どちらかの指定を外してください。`,
        `${en}, both asked for, are more than ${withinKm} km apart. Raise the greatest distance or ask for one of them only.`,
      ];
  }
}

function sizesTexts({
  membersMin,
  membersMax,
  allowed,
}: Extract<SearchProblem, { code: "SIZES_OUT_OF_RANGE" }>): BothTexts {
  const isAllowed = (size: number) => Number.isInteger(size) && size >= 1 && size <= allowed;
  if (isAllowed(membersMin) && isAllowed(membersMax)) {
    return [
      `最少（${membersMin}者）が最多（${membersMax}者）より多くなっています。`,
      `The least (${membersMin} businesses) is more than the most (${membersMax} businesses).`,
    ];
  }
  return [`事業者数は1～${allowed}者で指定してください。`, `The number of businesses must be 1 to ${allowed}.`];
}

function termsTexts(problem: TermsProblem): BothTexts {
  switch (problem.code) {
    case "TERMS_NOT_JSON":
      return ["配点をJSONとして読めません。", "The terms are not a JSON object."];
    case "TERMS_UNKNOWN_KEY":
      return [`配点に「${problem.key}」という項目はありません。`, `Terms have no key “${problem.key}”.`];
    case "TERMS_BAD_VALUE":
      return badValueTexts(problem.key);
    case "TERMS_UNKNOWN_PURPOSE":
      return [`「${problem.purpose}」という目的はありません。`, `There is no purpose “${problem.purpose}”.`];
    case "TERMS_UNKNOWN_COMPONENT": {
      const [ja, en] = purposeNames(problem.purpose);
      return [
        `「${ja}」の配点に、知らない項目「${problem.component}」があります。`,
        `The terms of “${en}” weigh an unknown component “${problem.component}”.`,
      ];
    }
    case "TERMS_SUM_NOT_100": {
      const [ja, en] = purposeNames(problem.purpose);
      return [
        `「${ja}」の配点の合計が${problem.sum}です。100にしてください。`,
        `The weights of “${en}” sum to ${problem.sum}. They must sum to 100.`,
      ];
    }
    case "TERMS_BANDS_CROSSED":
      return [
        `「有力」の下限（${problem.strong / 1000}点）を「見込みあり」の下限（${problem.possible / 1000}点）以上にしてください。`,
        `The lower end of strong (${problem.strong / 1000} points) must not be below that of possible (${problem.possible / 1000} points).`,
      ];
  }
}

/** What a value under this key of own terms has to be; the key is `weights.PURPOSE.component`, `bands.band` or another. */
function badValueTexts(key: string): BothTexts {
  const [part, , component] = key.split(".");
  if (part === "weights" && component && isComponentNamed(component)) {
    const [ja, en] = [componentName(component, "ja"), componentName(component, "en")];
    return [
      `「${ja}」の配点は、0から100までの整数にしてください。`,
      `The weight of “${en}” must be a whole number from 0 to 100.`,
    ];
  }
  if (key === "bands.strong" || key === "bands.possible") {
    const band = key === "bands.strong" ? "strong" : "possible";
    return [
      `「${bandText(band, "ja")}」の下限は、0点から100点まで（小数は第3位まで）にしてください。`,
      `The lower end of “${bandText(band, "en")}” must be 0 to 100 points, with at most three decimals.`,
    ];
  }
  return [`配点の「${key}」の値が正しくありません。`, `The value of “${key}” in the terms is not valid.`];
}
