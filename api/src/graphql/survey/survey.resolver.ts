import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { answerSurvey } from "#commands/answer-survey.ts";
import { isSurveyed, type SurveyedFact } from "#domain/business/survey.ts";
import { MalformedError } from "#domain/errors.ts";
import { findBusinessPage } from "#queries/business-pages.ts";
import { fieldName } from "#queries/field-name.ts";
import { idOf } from "#queries/global-id.ts";
import { listSurveyQuestions } from "#queries/survey-questions.ts";
import type { GraphqlContext } from "../context.ts";
import { problemsOf } from "../problem.type.ts";
import { withoutNulls } from "../without-nulls.ts";
import { AnswerSurveyInput, AnswerSurveyPayload, SurveyQuestionType } from "./survey.type.ts";

@Resolver()
export class SurveyResolver {
  @Query(() => [SurveyQuestionType], { description: "Every question of the survey sheet in its order." })
  surveyQuestions(@Ctx() ctx: GraphqlContext): SurveyQuestionType[] {
    return listSurveyQuestions(ctx);
  }

  @Mutation(() => AnswerSurveyPayload, {
    description: "Keeps what an owner answered on a survey sheet. All of it or nothing, every problem at once.",
  })
  async answerSurvey(
    @Arg("input", () => AnswerSurveyInput, { description: "The answers." }) input: AnswerSurveyInput,
    @Ctx() ctx: GraphqlContext,
  ): Promise<AnswerSurveyPayload> {
    const { businessId, version, answers, on = ctx.today(), by = "", channel, agreed } = withoutNulls(input);
    const named = by.trim() === "" ? {} : { by: by.trim() };
    const decision = await answerSurvey(ctx, {
      seen: { id: idOf("Business", businessId), version },
      answers: answers.map(({ key, text = "", none = false, holds = false }) => {
        return { key: surveyedFact(key), text, none, holds };
      }),
      sheet: { on, ...named, channel, ...(agreed === undefined ? {} : { agreed }) },
    });
    if (!decision.accepted) return { business: null, newer: [], problems: problemsOf(decision, ctx.language) };
    const { businessId: id, newer } = decision.change;
    const names = newer.map((key) => fieldName(key, ctx.language));
    return { business: await findBusinessPage(ctx, id), newer: names, problems: [] };
  }
}

function surveyedFact(key: string): SurveyedFact {
  if (isSurveyed(key)) return key;
  throw new MalformedError(`question ${key.slice(0, 40)}`);
}
