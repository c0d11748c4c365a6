import type { DemandProblem } from "#matching/read-demand.ts";
import type { GroupsProblem } from "#matching/read-groups.ts";
import type { ExpectedValue, SnapshotProblem, ValueFault } from "#matching/snapshot.ts";
import type { BothTexts } from "./analysis.ts";
import type { Language } from "./language.ts";

const EXPECTED: Readonly<Record<ExpectedValue, BothTexts>> = {
  text: ["文字", "text"],
  number: ["数", "a number"],
  wholeNumber: ["0以上の整数", "a whole number of 0 or more"],
  latitude: ["緯度（0〜90の数）", "a latitude (0 to 90)"],
  longitude: ["経度（0〜180の数）", "a longitude (0 to 180)"],
  levelledTags: ["[語, 水準1〜3] の一覧", "a list of [tag, level 1 to 3]"],
  licences: ["[種類] または [種類, 地域] の一覧", "a list of [kind] or [kind, area]"],
  purchases: ["[品目] または [品目, 月額（円）] の一覧", "a list of [item] or [item, yen a month]"],
  months: ["12か月分の整数の一覧", "a list of twelve whole numbers"],
  texts: ["文字の一覧", "a list of texts"],
  areas: [
    "{municipality, lat（緯度0〜90）, lon（経度0〜180）} の一覧（lat と lon は省けます）",
    "a list of {municipality, lat (0 to 90), lon (0 to 180)}; lat and lon may be left out",
  ],
};

function faultTexts(fault: ValueFault): BothTexts {
  switch (fault.code) {
    case "WRONG_TYPE": {
      const [ja, en] = EXPECTED[fault.expected];
      return [`${ja}にしてください`, `must be ${en}`];
    }
    case "NEGATIVE":
      return ["0以上にしてください（負の数は使えません）", "must not be negative"];
    case "TOO_LARGE": {
      const max = fault.max.toLocaleString("en");
      return [`${max}以下にしてください`, `must be at most ${max}`];
    }
    case "LEVEL_OUT_OF_RANGE":
      return [`${fault.min}〜${fault.max}の水準にしてください`, `takes levels from ${fault.min} to ${fault.max}`];
    case "NOT_TWELVE_MONTHS":
      return [
        `12か月分にしてください（いまは${fault.count}か月分です）`,
        `must have twelve months, not ${fault.count}`,
      ];
  }
}

/** What is wrong with a line of a snapshot or of a file of groups, or with an order, and what to do. */
export function inputProblemText(problem: SnapshotProblem | GroupsProblem | DemandProblem, language: Language): string {
  const [ja, en] = "line" in problem ? lineTexts(problem) : demandTexts(problem);
  return language === "ja" ? ja : en;
}

function lineTexts(problem: SnapshotProblem | GroupsProblem): BothTexts {
  const [ja, en] = withoutLine(problem);
  return [`${problem.line}行目：${ja}`, `Line ${problem.line}: ${en}`];
}

function withoutLine(problem: SnapshotProblem | GroupsProblem): BothTexts {
  switch (problem.code) {
    case "NOT_JSON":
      return ["JSONとして読めません。書式をお確かめください。", "This is not JSON. Please check the line."];
    case "NOT_AN_OBJECT":
      return ["事業者を表す { } の形にしてください。", "A business must be a JSON object."];
    case "NO_ID":
      return ["id がありません。空でない文字を入れてください。", "The id is missing. Give a text that is not empty."];
    case "REPEATED_ID":
      return [
        `id「${problem.id}」は${problem.firstLine}行目と重なっています。どちらかを直してください。`,
        `The id “${problem.id}” is already on line ${problem.firstLine}. Change one of them.`,
      ];
    case "BAD_VALUE": {
      const [ja, en] = faultTexts(problem.fault);
      return [`${problem.key} は、${ja}。`, `${problem.key} ${en}.`];
    }
    case "GROUP_NOT_A_LIST":
      return ['["b1","b2"] のような id の一覧にしてください。', 'Give a list of ids such as ["b1","b2"].'];
    case "GROUP_EMPTY":
      return ["id が一つもありません。", "There is no id in the list."];
    case "GROUP_UNKNOWN_ID":
      return [`id「${problem.id}」の事業者が見つかりません。`, `There is no business with the id “${problem.id}”.`];
    case "GROUP_REPEATED_ID":
      return [
        `id「${problem.id}」が二度出てきます。一度にしてください。`,
        `The id “${problem.id}” is given twice. Give it once.`,
      ];
  }
}

function demandTexts(problem: DemandProblem): BothTexts {
  switch (problem.code) {
    case "DEMAND_NOT_JSON":
      return ["注文の条件をJSONとして読めません。", "The order is not a JSON object."];
    case "DEMAND_UNKNOWN_KEY":
      return [
        `注文の条件に「${problem.key}」という項目はありません。capabilities、licences、areas、unitsPerMonth が使えます。`,
        `An order has no key “${problem.key}”. Use capabilities, licences, areas, unitsPerMonth.`,
      ];
    case "DEMAND_BAD_VALUE": {
      const [ja, en] = faultTexts(problem.fault);
      return [`注文の条件の ${problem.key} は、${ja}。`, `In the order, ${problem.key} ${en}.`];
    }
  }
}
