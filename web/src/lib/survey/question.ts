import type { AskedQuestionFragment } from "@musubi/schema/operations";

/** One question of the survey sheet as the api tells it. */
export type SurveyQuestion = AskedQuestionFragment;
