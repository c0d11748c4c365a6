import { error, fail, redirect } from "@sveltejs/kit";
import { AnswerSurveyDocument, AnswerSurveyPageDocument } from "@musubi/schema/operations";
import { dayOf } from "#lib/server/business-edit.ts";
import { textOf } from "#lib/server/forms.ts";
import { knownNow, typedAnswers, typedSheet } from "#lib/server/survey-answers.ts";
import { todayInJapan } from "#lib/text/day.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { business, surveyQuestions } = await locals.api.send(AnswerSurveyPageDocument, { id: params.id });
  if (!business) error(404, "No such business");
  // One that turned out to be another leads to it.
  if (business.id !== params.id) redirect(303, `/businesses/${business.id}/survey${url.search}`);
  if (!business.viewerCanWrite) error(403, "Not theirs to change");
  return { business, questions: surveyQuestions, today: todayInJapan(new Date()), list: url.searchParams.get("list") };
};

export const actions: Actions = {
  default: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const { surveyQuestions } = await locals.api.send(AnswerSurveyPageDocument, { id: params.id });
    const answers = typedAnswers(
      form,
      surveyQuestions.map(({ key }) => key),
    );
    const [sheet, version] = [typedSheet(form), Number(textOf(form, "version"))];
    const sent = await locals.api.attempt(AnswerSurveyDocument, {
      input: {
        ...{ businessId: params.id, version, ...sheet, on: dayOf(form, "on") },
        answers: Object.entries(answers).map(([key, answer]) => ({ key, ...answer })),
      },
    });
    const { problems, newer } = "answer" in sent ? sent.answer.answerSurvey : { problems: sent.problems, newer: [] };
    if (problems.length > 0) {
      const isConflict = problems.some(({ code }) => code === "CHANGED_MEANWHILE" || code === "CONFLICT");
      const now = isConflict ? await knownNow(locals.api, params.id) : null;
      return fail(422, { answers, sheet, problems, version: now?.version ?? version, now: now?.texts ?? null });
    }
    const told = new URLSearchParams([["answered", "yes"], ...newer.map((name) => ["newer", name])]);
    const list = url.searchParams.get("list");
    if (list !== null) told.set("list", list);
    redirect(303, `/businesses/${params.id}?${told}`);
  },
};
