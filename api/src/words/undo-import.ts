import type { KeptReason, UndoImportProblem } from "#domain/business/undo-import.ts";
import { inLanguage, type BothTexts } from "./analysis.ts";
import type { Language } from "./language.ts";

/** Why an import is not taken back or made again, and what to do. */
export function undoImportProblemTexts(problem: UndoImportProblem): BothTexts {
  switch (problem.code) {
    case "IMPORT_NOT_APPLIED":
      return ["この一覧は、まだ取り込まれていません。", "This list has not been imported yet."];
    case "IMPORT_UNDONE_ALREADY":
      return ["この取り込みは、すでに取り消されています。", "This import has been undone already."];
    case "IMPORT_NOT_UNDONE":
      return ["この取り込みは、取り消されていません。", "This import has not been undone."];
    case "IMPORT_CHANGED_NOTHING":
      return [
        "この取り込みで変わった事業者はありません。取り消すものがありません。",
        "No business was changed by this import. There is nothing to undo.",
      ];
    case "IMPORT_UNDO_TOO_LATE":
      return [
        `取り込みから${problem.daysMax}日を過ぎたため、まとめて取り消すことはできません。事業者ごとの履歴から元に戻せます。`,
        `More than ${problem.daysMax} days have passed, so the import can no longer be undone as a whole. Each business can be put back from its history.`,
      ];
  }
}

const REASONS: Readonly<Record<KeptReason, BothTexts>> = {
  CHANGED_SINCE: [
    "取り込みのあとで変更されているため、そのままにしました。",
    "It was changed after the import, so it was left as it is.",
  ],
  IN_GROUP: ["グループに入っているため、そのままにしました。", "It is in a group, so it was left as it is."],
  MERGED: [
    "ほかの事業者をまとめた先になっているため、そのままにしました。",
    "Another business was merged into it, so it was left as it is.",
  ],
  REMOVED_SINCE: [
    "すでに一覧から外れているため、何もしませんでした。",
    "It is no longer among the known businesses, so nothing was done.",
  ],
  KEY_TAKEN: [
    "同じ管理番号の事業者がほかに登録されているため、戻しませんでした。",
    "Another business has its key now, so it was not brought back.",
  ],
};

/** Why a business stays as it is although its import was taken back or made again. */
export function keptReasonText(reason: KeptReason, language: Language): string {
  return inLanguage(REASONS[reason], language);
}
