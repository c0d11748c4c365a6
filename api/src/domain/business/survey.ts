import type { TypedFact } from "./read-edit.ts";

/** Where a question stands on the survey sheet: what is on record and only to be checked, or what is asked. */
export type SurveyPart = "CONTACT" | "QUESTION";

/** One question of the survey sheet (連携可能性調査票). */
export interface SurveyQuestion {
  /** What it is numbered by, on paper and on screen alike. */
  readonly mark: string;
  /** The fact its answer becomes. */
  readonly key: TypedFact;
  readonly part: SurveyPart;
  /**
   * Whether the sheet shows the owner what is on record, to be confirmed. Troubles, months and the staff's judgement
   * are asked anew and never printed: they may have been said by somebody else.
   */
  readonly isConfirmed: boolean;
}

const CONTACT = ["address", "representative", "industry", "phone", "fax"] as const satisfies readonly TypedFact[];
/** Marks of what is on record, in the order of the syllabary. */
const CONTACT_MARKS = ["ア", "イ", "ウ", "エ", "オ"];

const ASKED = [
  "needs",
  "capabilities",
  "seeks",
  "licences",
  "employees",
  "monthlyLoad",
  "monthlyCapacity",
  "purchases",
  "purposes",
  "leader",
  "ties",
  "note",
] as const satisfies readonly TypedFact[];

/** A fact the survey asks for. */
export type SurveyedFact = (typeof CONTACT)[number] | (typeof ASKED)[number];

const CONFIRMED: readonly SurveyedFact[] = [...CONTACT, "capabilities", "seeks", "licences", "employees"];

/** Every question of the survey in its order. Paper, screen and the list of whom to ask what go by this alone. */
export const SURVEY_QUESTIONS: readonly (SurveyQuestion & { readonly key: SurveyedFact })[] = [
  ...CONTACT.map((key, at) => questionOf(key, CONTACT_MARKS[at] ?? "", "CONTACT")),
  ...ASKED.map((key, at) => questionOf(key, String(at + 1), "QUESTION")),
];

function questionOf(key: SurveyedFact, mark: string, part: SurveyPart) {
  return { mark, key, part, isConfirmed: CONFIRMED.includes(key) };
}

/** What an owner can answer of leading a group; that others trust the owner (3) is the adviser's judgement. */
export const OWNERS_LEADER_LEVELS: readonly number[] = [0, 1, 2];

/** Whether the survey asks for a thing. */
export function isSurveyed(key: string): key is SurveyedFact {
  return SURVEY_QUESTIONS.some((question) => question.key === key);
}
