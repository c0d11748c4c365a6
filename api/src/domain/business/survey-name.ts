import { decisionOf, type Decision } from "../decision.ts";
import { LIST_NAME_CHARACTERS_MAX } from "./provenance.ts";

/** Why answers cannot be read under the name that was given for their survey. */
export type SurveyNameProblem =
  | { readonly code: "SURVEY_NAME_MISSING"; readonly field: "survey" }
  | { readonly code: "SURVEY_NAME_TOO_LONG"; readonly field: "survey"; readonly length: number; readonly max: number };

/** Decides what a survey is called: its name is told as the source of every answer. */
export function decideSurveyName(typed: string): Decision<{ readonly survey: string }, SurveyNameProblem> {
  const survey = typed.trim();
  const { length } = [...survey];
  const max = LIST_NAME_CHARACTERS_MAX;
  const problems: SurveyNameProblem[] = [];
  if (length === 0) problems.push({ code: "SURVEY_NAME_MISSING", field: "survey" });
  if (length > max) problems.push({ code: "SURVEY_NAME_TOO_LONG", field: "survey", length, max });
  return decisionOf(problems, () => ({ survey }));
}
