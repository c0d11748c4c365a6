import type { ApplyImportProblem } from "#domain/business/apply-import.ts";
import type { SurveyNameProblem } from "#domain/business/survey-name.ts";
import type { UndoImportProblem } from "#domain/business/undo-import.ts";
import type { BothTexts } from "./analysis.ts";
import { provenanceProblemTexts } from "./provenance.ts";
import { undoImportProblemTexts } from "./undo-import.ts";

/** Why a list is not taken, or not taken back, and what to do. */
export function takingProblemTexts(problem: ApplyImportProblem | SurveyNameProblem | UndoImportProblem): BothTexts {
  switch (problem.code) {
    case "IMPORT_APPLIED_ALREADY":
      return ["この一覧は、すでに取り込まれています。", "This list has been imported already."];
    case "SURVEY_NAME_MISSING":
      return [
        "調査の名前を入れてください（例：令和8年度 連携可能性調査）。",
        "Please give the survey's name, such as “Survey of 2026”.",
      ];
    case "SURVEY_NAME_TOO_LONG":
      return [
        `調査の名前が${problem.length}文字あります。${problem.max}文字までにしてください。`,
        `The survey's name has ${problem.length} characters; at most ${problem.max} fit.`,
      ];
    case "IMPORT_NAMES_NOT_FOUND":
      return [
        "事業者名の列が分からないため、取り込めません。「読み取り方」で事業者名の列を選んでください。",
        "It is not known which column holds the names. Please choose it under “How the file is read”.",
      ];
    case "IMPORT_HAS_REFUSED_ROWS":
      return [
        `要修正の行が${problem.refused}行あります。ファイルを直して選び直すか、その行を除いて取り込んでください。`,
        `${problem.refused} rows need correction. Correct the file and choose it again, or import without them.`,
      ];
    case "PROVENANCE_ORIGIN_MISSING":
    case "PROVENANCE_NAME_MISSING":
    case "PROVENANCE_NAME_TOO_LONG":
    case "PROVENANCE_DAY_IN_FUTURE":
    case "PROVENANCE_USES_MISSING":
    case "PROVENANCE_HAND_ON_MISSING":
      return provenanceProblemTexts(problem);
    case "IMPORT_NOT_APPLIED":
    case "IMPORT_UNDONE_ALREADY":
    case "IMPORT_NOT_UNDONE":
    case "IMPORT_CHANGED_NOTHING":
    case "IMPORT_UNDO_TOO_LATE":
      return undoImportProblemTexts(problem);
  }
}
