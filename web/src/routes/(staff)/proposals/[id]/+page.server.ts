import { error, fail, redirect } from "@sveltejs/kit";
import { NoteProposalDocument, RenameProposalDocument, SavedProposalPageDocument } from "@musubi/schema/operations";
import { textOf } from "#lib/server/forms.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { proposal } = await locals.api.send(SavedProposalPageDocument, {
    id: params.id,
    historyAfter: url.searchParams.get("history"),
  });
  if (!proposal) error(404, "No such proposal");
  return { proposal };
};

export const actions: Actions = {
  rename: async ({ locals, params, request }) => {
    const form = await request.formData();
    const name = textOf(form, "name");
    const input = { proposalId: params.id, version: Number(textOf(form, "version")), name };
    const sent = await locals.api.attempt(RenameProposalDocument, { input });
    const problems = "answer" in sent ? sent.answer.renameProposal.problems : sent.problems;
    if (problems.length > 0) return fail(422, { name, note: undefined, problems });
    redirect(303, `/proposals/${params.id}`);
  },

  note: async ({ locals, params, request }) => {
    const form = await request.formData();
    const note = textOf(form, "note");
    const input = { proposalId: params.id, version: Number(textOf(form, "version")), note };
    const sent = await locals.api.attempt(NoteProposalDocument, { input });
    const problems = "answer" in sent ? sent.answer.noteProposal.problems : sent.problems;
    if (problems.length > 0) return fail(422, { name: undefined, note, problems });
    redirect(303, `/proposals/${params.id}#history`);
  },
};
