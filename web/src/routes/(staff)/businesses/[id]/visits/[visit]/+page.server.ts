import { error, fail, redirect } from "@sveltejs/kit";
import {
  CorrectVisitDocument,
  ReopenNextStepDocument,
  RestoreVisitDocument,
  SettleNextStepDocument,
  VisitPageDocument,
  WithdrawVisitDocument,
} from "@musubi/schema/operations";
import { textOf } from "#lib/server/forms.ts";
import { noteInput, typedNote } from "#lib/server/visit-note.ts";
import { todayInJapan } from "#lib/text/day.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params }) => {
  const { visit } = await locals.api.send(VisitPageDocument, { id: params.visit });
  if (!visit?.business) error(404, "No such visit");
  return { visit, business: visit.business, today: todayInJapan(new Date()) };
};

/** Where a step was pressed. */
function backOf(form: FormData, id: string): string {
  return textOf(form, "from") === "today" ? "/" : `/businesses/${id}`;
}

export const actions: Actions = {
  correct: async ({ locals, params, request }) => {
    const form = await request.formData();
    const version = Number(textOf(form, "version"));
    const input = { visitId: params.visit, version, note: noteInput(form) };
    const sent = await locals.api.attempt(CorrectVisitDocument, { input });
    const problems = "answer" in sent ? sent.answer.correctVisit.problems : sent.problems;
    if (problems.length > 0) return fail(422, { problems, note: typedNote(form) });
    redirect(303, `/businesses/${params.id}?visited=yes#timeline`);
  },

  withdraw: async ({ locals, params, request }) => {
    const form = await request.formData();
    const input = { visitId: params.visit, version: Number(textOf(form, "version")) };
    const sent = await locals.api.attempt(WithdrawVisitDocument, { input });
    const problems = "answer" in sent ? sent.answer.withdrawVisit.problems : sent.problems;
    if (problems.length > 0) return fail(422, { problems, note: null });
    redirect(303, `/businesses/${params.id}?withdrawn=${encodeURIComponent(params.visit)}#timeline`);
  },

  restore: async ({ locals, params, request }) => {
    const form = await request.formData();
    const input = { visitId: params.visit, version: Number(textOf(form, "version")) };
    const sent = await locals.api.attempt(RestoreVisitDocument, { input });
    const problems = "answer" in sent ? sent.answer.restoreVisit.problems : sent.problems;
    if (problems.length > 0) return fail(422, { problems, note: null });
    redirect(303, `/businesses/${params.id}?restored=yes#timeline`);
  },

  settle: async ({ locals, params, request }) => {
    const form = await request.formData();
    const sent = await locals.api.attempt(SettleNextStepDocument, { input: { visitId: params.visit } });
    if ("problems" in sent) return fail(422, { problems: sent.problems, note: null });
    redirect(303, `${backOf(form, params.id)}?settled=${encodeURIComponent(params.visit)}`);
  },

  reopen: async ({ locals, params, request }) => {
    const form = await request.formData();
    const sent = await locals.api.attempt(ReopenNextStepDocument, { input: { visitId: params.visit } });
    if ("problems" in sent) return fail(422, { problems: sent.problems, note: null });
    redirect(303, backOf(form, params.id));
  },
};
