import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { SURVEY_CHANNELS } from "#domain/business/survey-answers.ts";
import type { PlainDate } from "#domain/calendar.ts";
import { surveyChannelName } from "#words/survey.ts";
import { BusinessType } from "../business/business.type.ts";
import { FactChoiceType } from "../business/fact.type.ts";
import { enumOf } from "../enum.ts";
import { ProblemType } from "../problem.type.ts";
import { PlainDateScalar } from "../scalars.ts";

const SurveyPartEnum = enumOf(["CONTACT", "QUESTION"]);
registerEnumType(SurveyPartEnum, {
  name: "SurveyPart",
  description: "Where a question stands on the survey sheet.",
  valuesConfig: {
    CONTACT: { description: "What is on record and only to be checked." },
    QUESTION: { description: "What is asked." },
  },
});

const SurveyChannelEnum = enumOf(SURVEY_CHANNELS);
registerEnumType(SurveyChannelEnum, {
  name: "SurveyChannel",
  description: "How the answers of a survey sheet reached the federation.",
  valuesConfig: Object.fromEntries(
    SURVEY_CHANNELS.map((channel) => [channel, { description: `${surveyChannelName(channel, "en")}.` }]),
  ),
});

@ObjectType("SurveyQuestion", { description: "One question of the survey sheet (連携可能性調査票)." })
export class SurveyQuestionType {
  @Field(() => String, { description: "What it is numbered by, on paper and on screen alike." })
  mark!: string;

  @Field(() => SurveyPartEnum, { description: "Where it stands." })
  part!: keyof typeof SurveyPartEnum;

  @Field(() => String, { description: "The fact its answer becomes, as `Fact.key` names it." })
  key!: string;

  @Field(() => String, { description: "The fact's name: the header under which a table of answers is taken in." })
  name!: string;

  @Field(() => String, { description: "The question, in an owner's words." })
  text!: string;

  @Field(() => String, { nullable: true, description: "How it is answered; null where the question says it." })
  hint!: string | null;

  @Field(() => Boolean, { description: "Whether the sheet shows the owner what is on record, to be confirmed." })
  isConfirmed!: boolean;

  @Field(() => Boolean, { description: "Whether there can be none of it." })
  canBeNone!: boolean;

  @Field(() => [FactChoiceType], { description: "What is ticked; empty for what is written." })
  choices!: readonly FactChoiceType[];
}

@InputType("SurveyAnswerInput", {
  description: "What was answered to one question; without any of the three, nothing.",
})
class SurveyAnswerInput {
  @Field(() => String, { description: "The question, by the key of its fact." })
  key!: string;

  @Field(() => String, {
    nullable: true,
    description: "As a list would write it (約20名, 人手不足:3). Added to the list on record where that holds still.",
  })
  text?: string;

  @Field(() => Boolean, { nullable: true, description: "That there is none, where there can be." })
  none?: boolean;

  @Field(() => Boolean, { nullable: true, description: "That what is on record holds still." })
  holds?: boolean;
}

@InputType("AnswerSurveyInput", { description: "The answers of one survey sheet." })
export class AnswerSurveyInput {
  @Field(() => ID, { description: "The business." })
  businessId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  version!: number;

  @Field(() => [SurveyAnswerInput], { description: "The answers; a question left out was not answered." })
  answers!: SurveyAnswerInput[];

  @Field(() => PlainDateScalar, { nullable: true, description: "The day of the answers; absent: today." })
  on?: PlainDate;

  @Field(() => String, { nullable: true, description: "Who answered; absent where the sheet does not tell." })
  by?: string;

  @Field(() => SurveyChannelEnum, { description: "How they reached the federation." })
  channel!: keyof typeof SurveyChannelEnum;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether what they may be used for was agreed to; absent where nothing was said of it.",
  })
  agreed?: boolean;
}

@ObjectType("AnswerSurveyPayload", { description: "Exactly one of business and problems is filled." })
export class AnswerSurveyPayload {
  @Field(() => BusinessType, { nullable: true, description: "The business as it is now; null where it was refused." })
  business!: BusinessType | null;

  @Field(() => [String], { description: "Names of what stays as it is, because it was said later than the sheet." })
  newer!: string[];

  @Field(() => [ProblemType], { description: "Every reason why it was refused, each with the field it belongs to." })
  problems!: ProblemType[];
}
