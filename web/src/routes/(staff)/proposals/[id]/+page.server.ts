import { error, fail, redirect } from "@sveltejs/kit";
import {
  NoteApproachDocument,
  NoteProposalDocument,
  RenameProposalDocument,
  SavedProposalLineDocument,
  SavedProposalPageDocument,
  StartGroupDocument,
  UndoApproachDocument,
} from "@musubi/schema/operations";
import { APPROACH_CHANNELS, APPROACH_STATES } from "#lib/saved-proposal/approach.ts";
import { nameOfChosen } from "#lib/saved-proposal/chosen-name.ts";
import { usualName } from "#lib/saved-proposal/usual-name.ts";
import { todayInJapan } from "#lib/text/day.ts";
import { textOf, textsOf } from "#lib/server/forms.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { proposal } = await locals.api.send(SavedProposalPageDocument, {
    id: params.id,
    historyAfter: url.searchParams.get("history"),
  });
  if (!proposal) error(404, "No such proposal");
  return { proposal, today: todayInJapan(new Date()) };
};

/** What a refused form typed; each form fills its own part. */
const NOTHING_TYPED = { name: undefined, note: undefined, approach: null, start: null };

/** The name proposed for a group of these of a candidate; undefined where there is no such candidate. */
async function nameOf(api: App.Locals["api"], id: string, members: readonly string[]): Promise<string | undefined> {
  const { proposal } = await api.send(SavedProposalLineDocument, { id });
  return proposal ? nameOfChosen(proposal, members, usualName) : undefined;
}

export const actions: Actions = {
  rename: async ({ locals, params, request }) => {
    const form = await request.formData();
    const name = textOf(form, "name");
    const input = { proposalId: params.id, version: Number(textOf(form, "version")), name };
    const sent = await locals.api.attempt(RenameProposalDocument, { input });
    const problems = "answer" in sent ? sent.answer.renameProposal.problems : sent.problems;
    if (problems.length > 0) return fail(422, { ...NOTHING_TYPED, name, problems });
    redirect(303, `/proposals/${params.id}`);
  },

  note: async ({ locals, params, request }) => {
    const form = await request.formData();
    const note = textOf(form, "note");
    const input = { proposalId: params.id, version: Number(textOf(form, "version")), note };
    const sent = await locals.api.attempt(NoteProposalDocument, { input });
    const problems = "answer" in sent ? sent.answer.noteProposal.problems : sent.problems;
    if (problems.length > 0) return fail(422, { ...NOTHING_TYPED, note, problems });
    redirect(303, `/proposals/${params.id}#history`);
  },

  approach: async ({ locals, params, request }) => {
    const form = await request.formData();
    const [businessId, note] = [textOf(form, "businessId"), textOf(form, "note")];
    const state = APPROACH_STATES.find((one) => one === textOf(form, "state")) ?? "ASKED";
    const channel = APPROACH_CHANNELS.find((one) => one === textOf(form, "channel")) ?? "PHONE";
    const { noteApproach } = await locals.api.send(NoteApproachDocument, {
      input: { proposalId: params.id, businessId, state, channel, on: textOf(form, "on") || null, note },
    });
    const { problems } = noteApproach;
    if (problems.length > 0) {
      return fail(422, { ...NOTHING_TYPED, approach: { businessId, note, problems }, problems });
    }
    redirect(303, `/proposals/${params.id}#business-${businessId}`);
  },

  undoApproach: async ({ locals, params, request }) => {
    const businessId = textOf(await request.formData(), "businessId");
    const input = { proposalId: params.id, businessId };
    const { problems } = (await locals.api.send(UndoApproachDocument, { input })).undoApproach;
    if (problems.length > 0) return fail(422, { ...NOTHING_TYPED, problems });
    redirect(303, `/proposals/${params.id}#business-${businessId}`);
  },

  start: async ({ locals, params, request }) => {
    const form = await request.formData();
    const [typed, members] = [textOf(form, "groupName"), textsOf(form, "member")];
    // Left as it was proposed, it is of those chosen, also where no script followed the ticks.
    const groupName = typed === textOf(form, "proposedName") ? null : typed;
    const name = groupName ?? (await nameOf(locals.api, params.id, members)) ?? typed;
    const { startGroup } = await locals.api.send(StartGroupDocument, {
      input: { name, purpose: textOf(form, "purpose"), memberIds: members, proposalId: params.id },
    });
    if (!startGroup.group) {
      const problems = startGroup.problems.map((one) => (one.field === "name" ? { ...one, field: "groupName" } : one));
      return fail(422, { ...NOTHING_TYPED, start: { groupName, members }, problems });
    }
    redirect(303, `/groups/${startGroup.group.id}`);
  },
};
