import type { RequestProblem } from "#domain/discovery-problem.ts";
import type { BothTexts } from "./analysis.ts";

/** What is wrong with a question, and what to do. */
export function requestProblemTexts(problem: RequestProblem): BothTexts {
  switch (problem.code) {
    case "PURPOSE_UNKNOWN":
      return [
        `「${problem.purpose}」という目的はありません。一覧から選んでください。`,
        `There is no purpose "${problem.purpose}". Please choose one of the list.`,
      ];
    case "AREA_UNKNOWN":
      return [
        `「${problem.area}」は、都道府県（2桁）や市区町村（5桁か6桁）のコードではありません。`,
        `"${problem.area}" is no code of a prefecture (2 digits) or municipality (5 or 6).`,
      ];
    case "DISTANCE_TOO_FAR":
      return [
        `距離は${problem.max}kmまでにしてください（いまは${problem.withinKm}km）。`,
        `The distance is at most ${problem.max} km (now ${problem.withinKm} km).`,
      ];
    case "TOP_TOO_MANY":
      return [`候補の数は1～${problem.max}にしてください。`, `The number of groups is 1 to ${problem.max}.`];
    case "CIRCLE_WITHOUT_PLACE":
      return [
        `「${problem.area}」の位置が分からないため、円の中心にできません。別の市区町村を選んでください。`,
        `The place of "${problem.area}" is not known, so it cannot be the middle of a circle. Please choose another.`,
      ];
    case "CIRCLE_OUT_OF_RANGE":
      return [
        `円の半径は、0より大きく${problem.max}kmまでにしてください（いまは${problem.km}km）。`,
        `The radius of the circle is more than 0 and at most ${problem.max} km (now ${problem.km} km).`,
      ];
    case "UNITS_NOT_TWELVE":
      return [
        "月別の数量は、1月から12月までの0以上の整数を12個入れてください。",
        "Units a month are twelve whole numbers from January, none below 0.",
      ];
    case "DEMAND_LEVEL_OUT_OF_RANGE":
      return [
        `技術の水準は1～3にしてください（いまは${problem.level}）。`,
        `The level of a capability is 1 to 3 (now ${problem.level}).`,
      ];
  }
}

const CODES: Readonly<Record<RequestProblem["code"], true>> = {
  PURPOSE_UNKNOWN: true,
  AREA_UNKNOWN: true,
  DISTANCE_TOO_FAR: true,
  TOP_TOO_MANY: true,
  CIRCLE_WITHOUT_PLACE: true,
  CIRCLE_OUT_OF_RANGE: true,
  UNITS_NOT_TWELVE: true,
  DEMAND_LEVEL_OUT_OF_RANGE: true,
};

/** Whether a problem is one of a question as it was asked. */
export function isRequestProblem(problem: { readonly code: string }): problem is RequestProblem {
  return Object.hasOwn(CODES, problem.code);
}
