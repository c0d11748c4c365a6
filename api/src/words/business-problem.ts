import type { ConfirmFactsProblem } from "#domain/business/confirm-facts.ts";
import type { CellProblem } from "#domain/business/import-problem.ts";
import type { SaveBusinessProblem } from "#domain/business/save-business.ts";
import type { SurveyProblem } from "#domain/business/survey-answers.ts";
import type { UndoChangeProblem } from "#domain/business/undo-change.ts";
import type { BothTexts } from "./analysis.ts";
import { dayText } from "./day.ts";
import { importProblemText } from "./import-problem.ts";
import { surveyProblemTexts } from "./survey-problem.ts";

/** Every reason why a business was not changed by hand. */
export type BusinessProblem = SaveBusinessProblem | ConfirmFactsProblem | UndoChangeProblem | SurveyProblem;

const CODES: Readonly<Record<BusinessProblem["code"], true>> = {
  FIELD_NOT_READ: true,
  FIELD_TOO_LONG: true,
  FIELD_NONE_NOT_POSSIBLE: true,
  BUSINESS_NAME_MISSING: true,
  KEY_TAKEN: true,
  CHANGED_MEANWHILE: true,
  TOLD_IN_FUTURE: true,
  POSSIBLY_KNOWN: true,
  NOTHING_TO_CONFIRM: true,
  CHANGE_NOT_UNDOABLE: true,
  CHANGE_OVERTAKEN: true,
  ADDED_IS_USED: true,
  SURVEY_EMPTY: true,
  SURVEY_ANSWERED_TWICE: true,
  RESPONDENT_TOO_LONG: true,
};

/** Whether a problem is about what is known of a business. */
export function isEditProblem(problem: { readonly code: string }): problem is BusinessProblem {
  return Object.hasOwn(CODES, problem.code);
}

/** Why a business was not changed, and what to do. */
export function editProblemTexts(problem: BusinessProblem): BothTexts {
  switch (problem.code) {
    case "FIELD_NOT_READ":
      return cellTexts(problem.cell);
    case "FIELD_TOO_LONG":
      return [`${problem.max}文字までで書いてください。`, `Please write at most ${problem.max} characters.`];
    case "FIELD_NONE_NOT_POSSIBLE":
      return [
        "この項目に「なし」はありません。わからないときは空欄にしてください。",
        "There is no “none” for this. Leave it empty where it is not known.",
      ];
    case "BUSINESS_NAME_MISSING":
      return ["事業者名を書いてください。", "Please write the name."];
    case "KEY_TAKEN":
      return [
        `同じ番号の事業者「${problem.name}」があります。同じ事業者でないか、番号に誤りがないかお確かめください。`,
        `“${problem.name}” has this number already. Check whether it is the same business, or the number is wrong.`,
      ];
    case "CHANGED_MEANWHILE":
      return [
        `ご覧になっている間に、${problem.by}さんがこの項目を変更しました。どちらの値にするかお選びください。`,
        `${problem.by} changed this while you were looking at it. Please choose which value to keep.`,
      ];
    case "TOLD_IN_FUTURE":
      return [
        `日付が今日（${dayText(problem.today, "ja")}）より先です。聞いた日を入れてください。`,
        `The date lies after today (${dayText(problem.today, "en")}). Give the day it was said.`,
      ];
    case "POSSIBLY_KNOWN":
      return [
        `似た事業者（${problem.names.join("、")}）がすでに登録されています。別の事業者であれば、その旨を選んで登録してください。`,
        `There is a business like it already (${problem.names.join(", ")}). If yours is another, say so and add it.`,
      ];
    case "NOTHING_TO_CONFIRM":
      return [
        "この項目はまだわかっていないため、確認できません。内容を書いてください。",
        "This is not known yet, so it cannot be confirmed. Write what it is.",
      ];
    case "CHANGE_NOT_UNDOABLE":
      return ["この変更は、ここでは元に戻せません。", "This change cannot be undone here."];
    case "ADDED_IS_USED":
      return [
        "グループに入っているか、ほかの登録をまとめた先のため、登録を取り消せません。",
        "It is in a group, or another entry was merged into it, so adding it cannot be undone.",
      ];
    case "CHANGE_OVERTAKEN":
      return [
        "このあとに同じ項目が変更されたため、元に戻せません。項目を編集してください。",
        "The same was changed again since, so it cannot be undone. Edit it instead.",
      ];
    case "SURVEY_EMPTY":
    case "SURVEY_ANSWERED_TWICE":
    case "RESPONDENT_TOO_LONG":
      return surveyProblemTexts(problem);
  }
}

/** As lists say it, but for what only a list has: headers, columns, rows that are left out. */
function cellTexts(cell: CellProblem): BothTexts {
  switch (cell.code) {
    case "CAPITAL_UNIT_MISSING":
      return ["単位がわかりません。「300万円」のように単位を付けてください。", "Write the unit, such as 300万円."];
    case "MONTH_NOT_READ":
      return cell.text === "" ? emptyMonth(cell.month) : [importProblemText(cell, "ja"), importProblemText(cell, "en")];
    case "COORDINATES_SWAPPED":
      return ["緯度と経度が逆になっています。緯度を先に書いてください。", "Write the latitude first."];
    case "LICENCE_NOT_KNOWN":
      return [
        `「${cell.item}」は許認可の一覧にありません。名称をお確かめください。`,
        `“${cell.item}” is not in the list of licences. Check its name.`,
      ];
    case "LICENCE_AREA_UNKNOWN":
      return [
        `「${cell.item}」の区域がわかりません。「名称:37201」のように、区域のコードを付けてください。`,
        `The area of “${cell.item}” is not known. Add its code, such as name:37201.`,
      ];
    case "PURPOSE_NOT_KNOWN":
      return [`「${cell.item}」は連携の目的の一覧にありません。`, `“${cell.item}” is not one of the purposes.`];
    case "MUNICIPALITY_NOT_KNOWN":
      return [
        "この市区町村が見つかりません。「高松市」のような名称か、5桁のコードで書いてください。同じ名称がほかの県にもあるときはコードで書いてください。",
        "This municipality was not found. Write its name or five-digit code; the code where the name is met twice.",
      ];
    default:
      return [importProblemText(cell, "ja"), importProblemText(cell, "en")];
  }
}

function emptyMonth(month: number): BothTexts {
  return [
    `${month}月が空欄です。12か月すべてに数を書くか、わからないときはすべて空欄にしてください。仕事のない月は0です。`,
    `Month ${month} is empty. Fill in all twelve, or leave all of them empty; a month without work is 0.`,
  ];
}
