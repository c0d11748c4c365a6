import type { AdvanceGroupProblem } from "#domain/group/advance-group.ts";
import type { UndoStageProblem } from "#domain/group/undo-stage.ts";
import type { BothTexts } from "./analysis.ts";
import { dayText } from "./day.ts";
import { stageName } from "./group.ts";

/** Why a group was not moved, and what to do. */
export function stageProblemTexts(problem: AdvanceGroupProblem | UndoStageProblem): BothTexts {
  switch (problem.code) {
    case "STAGE_NOT_ON_WAY":
      return [
        `この組織形態に「${stageName(problem.stage, "ja")}」の段階はありません。別の段階を選んでください。`,
        `This legal form has no stage ${stageName(problem.stage, "en")}. Please choose another.`,
      ];
    case "STAGE_ALREADY_THERE":
      return [
        `すでに「${stageName(problem.stage, "ja")}」の段階です。別の段階を選んでください。`,
        `The group is at ${stageName(problem.stage, "en")} already. Please choose another stage.`,
      ];
    case "EVIDENCE_NOTE_MISSING":
      return [
        `「${stageName(problem.stage, "ja")}」に進む根拠を書いてください（何がありましたか）。`,
        `Please note what shows that ${stageName(problem.stage, "en")} was reached.`,
      ];
    case "EVIDENCE_DATE_MISSING":
      return [
        `「${stageName(problem.stage, "ja")}」の日付を入れてください。`,
        `Please give the date of ${stageName(problem.stage, "en")}.`,
      ];
    case "EVIDENCE_IN_FUTURE":
      return [
        `日付が今日（${dayText(problem.today, "ja")}）より先です。済んだことの日付を入れてください。`,
        `The date lies after today (${dayText(problem.today, "en")}). Please give the day it happened.`,
      ];
    case "EVIDENCE_BEFORE_STAGE":
      return [
        `日付が、いまの段階に入った${dayText(problem.since, "ja")}より前です。日付を直すか、理由を書いて移してください。`,
        `The date lies before ${dayText(problem.since, "en")}, when the present stage began. Correct it, or move with a reason.`,
      ];
    case "OVERRIDE_REASON_MISSING":
      return problem.next
        ? [
            `次の段階は「${stageName(problem.next, "ja")}」です。ほかの段階に移すときは、理由を書いてください。`,
            `The next stage is ${stageName(problem.next, "en")}. To move elsewhere, please give the reason.`,
          ]
        : ["前の段階に戻すときは、理由を書いてください。", "To move back, please give the reason."];
    case "TEXT_TOO_LONG":
      return [`${problem.max}文字までで書いてください。`, `Please write at most ${problem.max} characters.`];
    case "NOTHING_TO_UNDO":
      return ["取り消せる移動がありません。", "There is no move to undo."];
    case "UNDO_NOT_YOURS":
      return [
        "ほかの人が移したため、ここでは取り消せません。理由を書いて移してください。",
        "Somebody else moved it, so it cannot be undone here. Move it back with a reason.",
      ];
    case "UNDO_TOO_LATE":
      return [
        `移してから${problem.minutesMax}分を過ぎたため、取り消せません。理由を書いて移してください。`,
        `More than ${problem.minutesMax} minutes have passed. Move it back with a reason.`,
      ];
  }
}
