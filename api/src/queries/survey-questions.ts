import { requireAccess } from "#domain/access/decide.ts";
import { isListFact } from "#domain/business/facts.ts";
import { OWNERS_LEADER_LEVELS, SURVEY_QUESTIONS, type SurveyedFact, type SurveyPart } from "#domain/business/survey.ts";
import type { FactChoice } from "#words/fact-entry.ts";
import { surveyHint, surveyQuestionText } from "#words/survey.ts";
import { factPage } from "./fact-pages.ts";
import { fieldName } from "./field-name.ts";
import type { ReadingContext } from "./reading-context.ts";

/** One question of the survey sheet as paper and screen show it. */
export interface SurveyQuestionPage {
  readonly mark: string;
  readonly part: SurveyPart;
  readonly key: string;
  /** The fact's name: the header under which a table of answers is taken in. */
  readonly name: string;
  readonly text: string;
  readonly hint: string | null;
  readonly isConfirmed: boolean;
  readonly canBeNone: boolean;
  readonly choices: readonly FactChoice[];
}

/** Every question of the survey sheet in its order. */
export function listSurveyQuestions(ctx: ReadingContext): SurveyQuestionPage[] {
  requireAccess(ctx.viewer, "business.read");
  return SURVEY_QUESTIONS.map(({ mark, part, key, isConfirmed }) => ({
    ...{ mark, part, key, isConfirmed, name: fieldName(key, ctx.language), canBeNone: isListFact(key) },
    text: surveyQuestionText(key, ctx.language),
    hint: surveyHint(key, ctx.language) ?? null,
    choices: choicesOf(ctx, key),
  }));
}

function choicesOf(ctx: ReadingContext, key: SurveyedFact): readonly FactChoice[] {
  const { choices } = factPage(ctx, {}, key);
  return key === "leader" ? choices.filter(({ code }) => OWNERS_LEADER_LEVELS.includes(Number(code))) : choices;
}
