import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { CALL_ANSWER_KINDS, type CallAnswerKind } from "#queries/call-questions.ts";
import { BusinessType } from "../business/business.type.ts";
import { FactType } from "../business/fact.type.ts";
import { connectionType } from "../connection.ts";
import { enumOf } from "../enum.ts";
import { ApproachLineType, CandidateApproachType } from "./approach.type.ts";

const CallAnswerKindEnum = enumOf(CALL_ANSWER_KINDS);
registerEnumType(CallAnswerKindEnum, {
  name: "CallAnswerKind",
  description: "How a question on the list of calls is answered.",
  valuesConfig: {
    TAP: { description: "With one of the offered answers." },
    TICKS: { description: "With any of the offered answers." },
    AMOUNTS: { description: "With a number beside any of the offered answers." },
    WRITTEN: { description: "In writing; nothing is offered." },
  },
});

@ObjectType("OfferedAnswer", { description: "A likely answer." })
export class OfferedAnswerType {
  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => String, { description: "What is answered, as `SurveyAnswerInput.text` takes it." })
  text!: string;
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

  @Field(() => CallAnswerKindEnum, { description: "How it is answered." })
  answerKind!: CallAnswerKind;

  @Field(() => [OfferedAnswerType], { description: "Likely answers; empty where it is written." })
  answers!: readonly OfferedAnswerType[];

  @Field(() => FactType, { description: "The fact as it is known and typed, where no offered answer is the one." })
  written!: FactType;
}

@ObjectType("Call", { description: "Whom to call or visit about a candidate, and what to ask." })
export class CallType {
  @Field(() => BusinessType, { description: "The business." })
  business!: BusinessType;

  @Field(() => ApproachLineType, {
    nullable: true,
    description:
      "How far it was approached about this candidate, by the entry it was saved with; null on a list over several.",
  })
  approached!: ApproachLineType | null;

  @Field(() => [CallQuestionType], {
    description: "What to ask, what lifts the candidate most first; empty where only sounding out is left.",
  })
  questions!: readonly CallQuestionType[];
}

@ObjectType("CallEntry", { description: "Whom to call or visit about one or more saved candidates, and what to ask." })
export class CallEntryType {
  @Field(() => CallType, { description: "Whom, and what to ask." })
  call!: CallType;

  @Field(() => [CandidateApproachType], { description: "The candidates, with how far it was approached about each." })
  approaches!: readonly CandidateApproachType[];
}

export const CallEntryConnectionType = connectionType("CallEntry", () => CallEntryType);

@ObjectType("CallList", { description: "Whom to call or visit over all saved candidates (訪問・架電リスト)." })
export class CallListType {
  @Field(() => Int, { description: "Saved candidates it was made from: those changed last." })
  candidates!: number;

  @Field(() => Int, { description: "Older saved candidates it was not made from." })
  leftOut!: number;

  @Field(() => CallEntryConnectionType, { description: "What moves candidates most first." })
  entries!: InstanceType<typeof CallEntryConnectionType>;
}
