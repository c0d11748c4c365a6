import type { SaveViewProblem } from "#domain/business/saved-view.ts";
import type { BothTexts } from "./analysis.ts";

/** Why a view was not kept, and what to do. */
export function viewProblemTexts(problem: SaveViewProblem): BothTexts {
  switch (problem.code) {
    case "VIEW_NAME_MISSING":
      return ["表示の名前を入れてください。", "Please give the view a name."];
    case "VIEW_NAME_TOO_LONG":
      return [
        `名前が${problem.length}文字あります。${problem.max}文字までにしてください。`,
        `The name has ${problem.length} characters; at most ${problem.max} fit.`,
      ];
    case "VIEW_NAME_TAKEN":
      return [
        `「${problem.name}」という名前の表示がすでにあります。別の名前にしてください。`,
        `You have a view named "${problem.name}" already. Please choose another name.`,
      ];
    case "VIEW_QUERY_TOO_LONG":
      return [
        "条件が長すぎるため保存できません。列や言葉を減らしてください。",
        "The view asks too much to be kept. Please choose fewer columns or words.",
      ];
    case "VIEWS_TOO_MANY":
      return [
        `保存できる表示は${problem.max}件までです。使っていない表示を削除してください。`,
        `At most ${problem.max} views are kept. Please remove those you no longer use.`,
      ];
  }
}
