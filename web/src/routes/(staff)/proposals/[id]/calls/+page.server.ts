import { error, fail, redirect } from "@sveltejs/kit";
import {
  AnswerCallDocument,
  CallsPageDocument,
  NoteApproachDocument,
  UndoBusinessChangeDocument,
} from "@musubi/schema/operations";
import { APPROACH_STATES } from "#lib/saved-proposal/approach.ts";
import { textOf } from "#lib/server/forms.ts";
import { todayInJapan } from "#lib/text/day.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { proposal } = await locals.api.send(CallsPageDocument, { id: params.id });
  if (!proposal) error(404, "No such proposal");
  return {
    proposal,
    answered: url.searchParams.get("answered"),
    noted: url.searchParams.has("noted"),
    undone: url.searchParams.has("undone"),
    today: todayInJapan(new Date()),
  };
};

export const actions: Actions = {
  answer: async ({ locals, params, request }) => {
    const form = await request.formData();
    const [businessId, key] = [textOf(form, "businessId"), textOf(form, "fact")];
    const answer = { key, text: textOf(form, "text") || null, none: textOf(form, "none") !== "" };
    const version = Number(textOf(form, "version"));
    const sent = await locals.api.attempt(AnswerCallDocument, {
      input: { businessId, version, answers: [answer], channel: "PHONE" },
    });
    if (!("answer" in sent)) return fail(422, { businessId, problems: sent.problems });
    const { business, problems } = sent.answer.answerSurvey;
    if (!business) return fail(422, { businessId, problems });
    const changeId = business.timeline.edges[0]?.node.changeId ?? "";
    redirect(303, `/proposals/${params.id}/calls?answered=${encodeURIComponent(changeId)}`);
  },

  undo: async ({ locals, params, request }) => {
    const changeId = textOf(await request.formData(), "changeId");
    const sent = await locals.api.attempt(UndoBusinessChangeDocument, { input: { changeId } });
    const problems = "answer" in sent ? sent.answer.undoBusinessChange.problems : sent.problems;
    if (problems.length > 0) return fail(422, { businessId: "", problems });
    redirect(303, `/proposals/${params.id}/calls?undone=yes`);
  },

  called: async ({ locals, params, request }) => {
    const form = await request.formData();
    const businessId = textOf(form, "businessId");
    const outcome = textOf(form, "outcome") === "CALLS_BACK" ? "CALLS_BACK" : "NOBODY_THERE";
    // Nobody was spoken with: how far the business is stays as it was.
    const state = APPROACH_STATES.find((one) => one === textOf(form, "state")) ?? "NOT_ASKED";
    const { noteApproach } = await locals.api.send(NoteApproachDocument, {
      input: { proposalId: params.id, businessId, state, channel: "PHONE", outcome },
    });
    if (noteApproach.problems.length > 0) return fail(422, { businessId, problems: noteApproach.problems });
    redirect(303, `/proposals/${params.id}/calls?noted=yes#business-${businessId}`);
  },
};
