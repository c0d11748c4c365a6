import type { AddAccountProblem } from "#domain/access/add-account.ts";
import type { SignInProblem } from "#domain/access/sign-in-problem.ts";
import type { ApplyImportProblem } from "#domain/business/apply-import.ts";
import type { ApartProblem } from "#domain/business/never-together.ts";
import type { SaveViewProblem } from "#domain/business/saved-view.ts";
import type { SurveyNameProblem } from "#domain/business/survey-name.ts";
import type { UndoImportProblem } from "#domain/business/undo-import.ts";
import type { RequestProblem } from "#domain/discovery-problem.ts";
import type { AdvanceGroupProblem } from "#domain/group/advance-group.ts";
import type { UndoStageProblem } from "#domain/group/undo-stage.ts";
import type { ApproachProblem } from "#domain/proposal/approach.ts";
import type { VisitProblem } from "#domain/visit/visit.ts";
import type { ChangeTermsProblem } from "#matching/change-terms.ts";
import type { QuestionProblem } from "#matching/question.ts";
import type { TermsProblem } from "#matching/read-terms.ts";
import type { SearchProblem } from "#matching/search-plan.ts";
import { accountProblemTexts } from "./account-problem.ts";
import type { MergeProblem, UndoMergeProblem } from "#domain/business/merge.ts";
import { approachProblemTexts, isApproachProblem } from "./approach.ts";
import { editProblemTexts, isEditProblem, type BusinessProblem } from "./business-problem.ts";
import { inLanguage, type BothTexts } from "./analysis.ts";
import { apartProblemTexts, isApartProblem } from "./never-together.ts";
import { questionProblemText } from "./analysis-problem.ts";
import { mergeProblemTexts } from "./duplicate.ts";
import { groupProblemTexts, type GroupProblem } from "./group-problem.ts";
import type { Language } from "./language.ts";
import { isRequestProblem, requestProblemTexts } from "./request-problem.ts";
import { isSavedProposalProblem, savedProposalProblemTexts, type SavedProposalProblem } from "./saved-proposal.ts";
import { stageProblemTexts } from "./stage-problem.ts";
import { takingProblemTexts } from "./taking-problem.ts";
import { ownTermsProblemTexts } from "./terms.ts";
import { viewProblemTexts } from "./view-problem.ts";
import { isVisitProblem, visitProblemTexts } from "./visit.ts";

/** Every problem a command may answer with. */
export type CommandProblem =
  | SignInProblem
  | AddAccountProblem
  | RequestProblem
  | QuestionProblem
  | SearchProblem
  | TermsProblem
  | ChangeTermsProblem
  | ApplyImportProblem
  | SurveyNameProblem
  | MergeProblem
  | UndoMergeProblem
  | UndoImportProblem
  | SaveViewProblem
  | GroupProblem
  | AdvanceGroupProblem
  | UndoStageProblem
  | BusinessProblem
  | SavedProposalProblem
  | ApartProblem
  | ApproachProblem
  | VisitProblem;

/** What is wrong and what to do, as a person reads it. */
export function problemText(problem: CommandProblem, language: Language): string {
  if (isVisitProblem(problem)) return inLanguage(visitProblemTexts(problem), language);
  if (isRequestProblem(problem)) return inLanguage(requestProblemTexts(problem), language);
  if (isApartProblem(problem)) return inLanguage(apartProblemTexts(problem), language);
  if (isApproachProblem(problem)) return inLanguage(approachProblemTexts(problem), language);
  if (isSavedProposalProblem(problem)) return inLanguage(savedProposalProblemTexts(problem), language);
  return inLanguage(isEditProblem(problem) ? editProblemTexts(problem) : bothTexts(problem), language);
}

type SentProblem = Exclude<
  CommandProblem,
  RequestProblem | BusinessProblem | SavedProposalProblem | ApproachProblem | ApartProblem | VisitProblem
>;

/** Sends each problem to the one place that words it. */
function bothTexts(problem: SentProblem): BothTexts {
  switch (problem.code) {
    case "SIGN_IN_WRONG":
    case "SIGN_IN_TOO_MANY_TRIES":
    case "SIGN_IN_NEEDS_HTTPS":
    case "EMAIL_MALFORMED":
    case "EMAIL_TAKEN":
    case "ROLE_UNKNOWN":
    case "ROLE_NOT_HERE":
    case "PASSWORD_LENGTH":
      return accountProblemTexts(problem);
    case "STAGE_NOT_ON_WAY":
    case "STAGE_ALREADY_THERE":
    case "EVIDENCE_NOTE_MISSING":
    case "EVIDENCE_DATE_MISSING":
    case "EVIDENCE_IN_FUTURE":
    case "EVIDENCE_BEFORE_STAGE":
    case "OVERRIDE_REASON_MISSING":
    case "TEXT_TOO_LONG":
    case "NOTHING_TO_UNDO":
    case "UNDO_NOT_YOURS":
    case "UNDO_TOO_LATE":
      return stageProblemTexts(problem);
    case "GROUP_NAME_MISSING":
    case "GROUP_NAME_TOO_LONG":
    case "GROUP_TOO_FEW_MEMBERS":
    case "GROUP_TOO_MANY_MEMBERS":
    case "MEMBER_ALREADY_IN":
    case "MEMBER_NOT_IN":
    case "MEMBER_STATE_SAME":
    case "GROUP_FULL":
      return groupProblemTexts(problem);
    case "UNKNOWN_FORM":
    case "SIZES_OUT_OF_RANGE":
    case "FORM_NEEDS_MORE":
    case "BAD_TOP":
    case "BAD_DISTANCE":
    case "UNKNOWN_BUSINESS":
    case "LEFT_OUT":
    case "ASKED_FOR_TOO_MANY":
    case "CANNOT_MEET":
    case "TERMS_NOT_JSON":
    case "TERMS_UNKNOWN_KEY":
    case "TERMS_BAD_VALUE":
    case "TERMS_UNKNOWN_PURPOSE":
    case "TERMS_UNKNOWN_COMPONENT":
    case "TERMS_SUM_NOT_100":
    case "TERMS_BANDS_CROSSED":
      return [questionProblemText(problem, "ja"), questionProblemText(problem, "en")];
    case "TERMS_COMPONENT_NOT_WEIGHED":
    case "TERMS_REASON_MISSING":
    case "TERMS_REASON_TOO_LONG":
    case "TERMS_NOTHING_CHANGED":
    case "TERMS_NO_SUCH_VERSION":
    case "TERMS_CHANGED_MEANWHILE":
      return ownTermsProblemTexts(problem);
    default:
      return businessProblemTexts(problem);
  }
}

/** Problems with changing many businesses at once, and with views of them. */
function businessProblemTexts(
  problem:
    ApplyImportProblem | SurveyNameProblem | UndoImportProblem | MergeProblem | UndoMergeProblem | SaveViewProblem,
): BothTexts {
  switch (problem.code) {
    case "MERGE_WITH_ITSELF":
    case "MERGE_NUMBERS_DIFFER":
    case "MERGE_KEY_UNKNOWN":
    case "MERGE_UNDONE_ALREADY":
    case "MERGE_BUILT_ON":
      return mergeProblemTexts(problem);
    case "VIEW_NAME_MISSING":
    case "VIEW_NAME_TOO_LONG":
    case "VIEW_NAME_TAKEN":
    case "VIEW_QUERY_TOO_LONG":
    case "VIEWS_TOO_MANY":
      return viewProblemTexts(problem);
    default:
      return takingProblemTexts(problem);
  }
}
