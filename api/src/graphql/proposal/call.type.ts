import { Field, Int, ObjectType } from "type-graphql";
import { BusinessType } from "../business/business.type.ts";

@ObjectType("QuickAnswer", { description: "An answer that is one tap." })
export class QuickAnswerType {
  @Field(() => String, { description: "What the button says." })
  name!: string;

  @Field(() => String, { description: "What is answered, as `SurveyAnswerInput.text` takes it." })
  text!: string;

  @Field(() => Boolean, { description: "Whether it says that there is none." })
  none!: boolean;
}

@ObjectType("CallQuestion", { description: "Something to ask one business about a candidate." })
export class CallQuestionType {
  @Field(() => String, { description: "The fact its answer becomes, as `Fact.key` names it." })
  fact!: string;

  @Field(() => String, { description: "The fact's name." })
  name!: string;

  @Field(() => String, { description: "The question in the words of the survey." })
  text!: string;

  @Field(() => String, { description: "Why it is worth asking, in one sentence." })
  reason!: string;

  @Field(() => Int, { description: "How much the best likely answer lifts the lower bound, 0 to 100,000." })
  gain!: number;

  @Field(() => Boolean, { description: "Whether the survey sheet asks it." })
  isSurveyed!: boolean;

  @Field(() => [QuickAnswerType], { description: "Answers that are one tap; empty where it is written." })
  answers!: QuickAnswerType[];

  @Field(() => Boolean, { description: "Whether it is answered with a number." })
  isCounted!: boolean;
}

@ObjectType("Call", { description: "Whom to call or visit about a candidate, and what to ask." })
export class CallType {
  @Field(() => BusinessType, { description: "The business." })
  business!: BusinessType;

  @Field(() => [CallQuestionType], { description: "What to ask, what lifts the candidate most first." })
  questions!: CallQuestionType[];
}
