import { decisionOf, type Decision } from "../decision.ts";
import type { PlainDate } from "../calendar.ts";
import { isListFact, type Fact, type FactKey, type Facts } from "./facts.ts";
import type { BusinessState } from "./history.ts";
import { uniteLists } from "./list-facts.ts";
import { isNewerThan, noteWith } from "./plan-responses.ts";
import type { EditReadProblem, FieldEdit, ReadEdit, StateKey } from "./read-edit.ts";
import { decideSaveBusiness, type SaveBusinessProblem, type SaveCircumstances } from "./save-business.ts";
import type { SurveyedFact } from "./survey.ts";

/** How the answers of a survey sheet reached the federation. */
export const SURVEY_CHANNELS = ["PAPER", "PHONE", "INTERVIEW", "FAX", "EMAIL"] as const;
/** One of them. */
export type SurveyChannel = (typeof SURVEY_CHANNELS)[number];

/** What was answered to one question; a question without any of the three was not answered. */
export interface SurveyAnswer {
  readonly key: SurveyedFact;
  /** As written; a list that is on record and holds still is added to. */
  readonly text: string;
  /** There is none. */
  readonly none: boolean;
  /** What is on record holds still. */
  readonly holds: boolean;
}

/** Who answered a sheet, when and how, and whether what it may be used for was agreed to. */
export interface SurveySheet {
  readonly on: PlainDate;
  /** Who answered; absent where the sheet does not tell. */
  readonly by?: string;
  readonly channel: SurveyChannel;
  /** Absent where nothing was said of it. */
  readonly agreed?: boolean;
}

/** Longest name of a person that is kept, in characters. */
export const RESPONDENT_CHARACTERS_MAX = 100;

/** Why the answers of a sheet are not kept; nothing of them is then. */
export type SurveyProblem =
  | SaveBusinessProblem
  | { readonly code: "SURVEY_EMPTY" }
  | { readonly code: "SURVEY_ANSWERED_TWICE"; readonly field: SurveyedFact }
  | { readonly code: "RESPONDENT_TOO_LONG"; readonly field: "by"; readonly max: number }
  | { readonly code: "NOTHING_TO_CONFIRM"; readonly field: FactKey };

/** What is known of the business from now on, and what stays because it was said later than the sheet. */
export interface SurveyAnswered {
  readonly type: "SurveyAnswered";
  readonly after: BusinessState;
  readonly newer: readonly StateKey[];
}

/** The answers that say something, as they are typed into a business. */
export function editsOf(answers: readonly SurveyAnswer[]): FieldEdit[] {
  return answers.filter(isWritten).map(({ key, text, none }) => ({ key, text, none }));
}

function isWritten({ text, none }: SurveyAnswer): boolean {
  return none || text.trim() !== "";
}

/** Decides what the answers of a sheet make of a business; reports every problem at once. */
export function decideAnswerSurvey(
  { answers, sheet }: { readonly answers: readonly SurveyAnswer[]; readonly sheet: SurveySheet },
  reading: { readonly read: readonly ReadEdit[]; readonly problems: readonly EditReadProblem[] },
  given: SaveCircumstances & { readonly before: BusinessState },
): Decision<SurveyAnswered, SurveyProblem> {
  const { facts } = given.before;
  const told = takenAnswers(answers, reading.read, facts);
  const isNewer = ({ key }: ReadEdit) => isNewerThan(facts[key as FactKey], sheet.on);
  const saving = decideSaveBusiness({ read: told.filter((edit) => !isNewer(edit)), problems: reading.problems }, given);
  const problems: SurveyProblem[] = [...sheetProblems(answers, sheet, facts)];
  if (!saving.accepted) problems.push(...saving.problems);
  return decisionOf(problems, () => ({
    type: "SurveyAnswered",
    after: saving.accepted ? saving.change.after : given.before,
    newer: told.filter(isNewer).map(({ key }) => key),
  }));
}

/** Each answer as what is known from now on; empty ones, dashes and 不明 say nothing and change nothing. */
function takenAnswers(answers: readonly SurveyAnswer[], read: readonly ReadEdit[], facts: Facts): ReadEdit[] {
  return answers.flatMap((answer): ReadEdit[] => {
    const { key, holds } = answer;
    const known: Fact<unknown> | undefined = facts[key];
    const typed = read.find((edit) => edit.key === key && edit.value !== undefined);
    if (!holds || known === undefined) return typed ? [withNote(typed, facts)] : [];
    if (typed && isListFact(key)) {
      return [{ ...typed, value: uniteLists(key, known.value as never, typed.value as never) }];
    }
    return [{ key, value: known.value, ...(known.about ? { about: true as const } : {}) }];
  });
}

/** What is written freely is added to the note, which is the staff's. */
function withNote(typed: ReadEdit, facts: Facts): ReadEdit {
  return typed.key === "note" ? { ...typed, value: noteWith(facts, String(typed.value)) } : typed;
}

function sheetProblems(answers: readonly SurveyAnswer[], { by = "" }: SurveySheet, facts: Facts): SurveyProblem[] {
  const problems: SurveyProblem[] = [];
  if (!answers.some((answer) => isWritten(answer) || answer.holds)) problems.push({ code: "SURVEY_EMPTY" });
  if ([...by].length > RESPONDENT_CHARACTERS_MAX) {
    problems.push({ code: "RESPONDENT_TOO_LONG", field: "by", max: RESPONDENT_CHARACTERS_MAX });
  }
  for (const answer of answers) {
    const { key, holds } = answer;
    if (isTwice(answer)) problems.push({ code: "SURVEY_ANSWERED_TWICE", field: key });
    else if (holds && facts[key] === undefined) problems.push({ code: "NOTHING_TO_CONFIRM", field: key });
  }
  return problems;
}

/** Of three answers to one question only one can be meant; to a list that holds still something may be added. */
function isTwice({ key, text, none, holds }: SurveyAnswer): boolean {
  const isText = text.trim() !== "";
  return (none && (isText || holds)) || (holds && isText && !isListFact(key));
}
