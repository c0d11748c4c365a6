import { error, fail, redirect } from "@sveltejs/kit";
import { ConfirmFactsDocument, ProfilePageDocument, UndoBusinessChangeDocument } from "@musubi/schema/operations";
import { saveFact, tellerOf } from "#lib/server/business-edit.ts";
import { textOf } from "#lib/server/forms.ts";
import { qrPicture } from "#lib/server/qr.ts";
import { visitNow } from "#lib/server/visit-now.ts";
import { todayInJapan } from "#lib/text/day.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const after = url.searchParams.get("after");
  const { business } = await locals.api.send(ProfilePageDocument, { id: params.id, after });
  if (!business) error(404, "No such business");
  // One that turned out to be another leads to it.
  if (business.id !== params.id) redirect(303, `/businesses/${business.id}`);
  const newest = after ? undefined : business.timeline.edges[0]?.node;
  return {
    business,
    today: todayInJapan(new Date()),
    edited: url.searchParams.get("edit"),
    /** The fact that was just saved, and the change to take back. */
    saved: { key: url.searchParams.get("saved"), changeId: newest?.viewerCanUndo ? newest.changeId : null },
    undone: url.searchParams.has("undone"),
    stays: url.searchParams.getAll("stays"),
    visited: url.searchParams.has("visited"),
    withdrawn: await visitNow(locals.api, url.searchParams.get("withdrawn")),
    settled: await visitNow(locals.api, url.searchParams.get("settled")),
    restored: url.searchParams.has("restored"),
    added: url.searchParams.has("added"),
    answered: url.searchParams.has("answered"),
    newer: url.searchParams.getAll("newer"),
    surveyList: url.searchParams.get("list"),
    isOlder: after !== null,
    qr: qrPicture(`${url.origin}/businesses/${params.id}`),
  };
};

export const actions: Actions = {
  save: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const refused = await saveFact(locals.api, params.id, form);
    if (refused) return refused;
    const key = encodeURIComponent(textOf(form, "key"));
    redirect(303, `${url.pathname}?saved=${key}#${key}`);
  },

  confirm: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const key = textOf(form, "key");
    const version = Number(textOf(form, "version"));
    const sent = await locals.api.attempt(ConfirmFactsDocument, {
      input: { businessId: params.id, version, keys: [key], source: tellerOf(form) },
    });
    const problems = "answer" in sent ? sent.answer.confirmFacts.problems : sent.problems;
    if (problems.length > 0) return fail(422, { whole: problems });
    redirect(303, `${url.pathname}?saved=${encodeURIComponent(key)}#${encodeURIComponent(key)}`);
  },

  undo: async ({ locals, request, url }) => {
    const form = await request.formData();
    const sent = await locals.api.attempt(UndoBusinessChangeDocument, {
      input: { changeId: textOf(form, "changeId") },
    });
    const { problems, changedSince, business } =
      "answer" in sent
        ? sent.answer.undoBusinessChange
        : { problems: sent.problems, changedSince: [], business: undefined };
    if (problems.length > 0) return fail(422, { whole: problems });
    // One that was added by hand is no longer known.
    if (!business) redirect(303, "/businesses?addingUndone=yes");
    const stays = changedSince.map((name) => `&stays=${encodeURIComponent(name)}`).join("");
    redirect(303, `${url.pathname}?undone=yes${stays}`);
  },
};
