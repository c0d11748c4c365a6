import { error, fail, redirect } from "@sveltejs/kit";
import { ProposalPageDocument, StartGroupDocument } from "@musubi/schema/operations";
import { textOf, textsOf } from "#lib/server/forms.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params }) => {
  // What is no rank names no candidate.
  const rank = /^[1-9]\d{0,3}$/.test(params.rank) ? Number(params.rank) : 0;
  const { discovery } = await locals.api.send(ProposalPageDocument, { id: params.id, rank });
  const proposal = discovery?.result?.proposals.find(({ rank }) => String(rank) === params.rank);
  if (!discovery?.result || !proposal) error(404, "No such proposal");
  const { engine, terms } = discovery.result;
  return { discovery: { ...discovery, result: null }, proposal, engine, terms };
};

export const actions: Actions = {
  start: async ({ locals, params, request }) => {
    const form = await request.formData();
    const name = textOf(form, "name");
    const { startGroup } = await locals.api.send(StartGroupDocument, {
      input: {
        name,
        purpose: textOf(form, "purpose"),
        memberIds: textsOf(form, "member"),
        discoveryId: params.id,
        rank: Number(params.rank),
      },
    });
    if (!startGroup.group) return fail(422, { name, problems: startGroup.problems });
    redirect(303, `/groups/${startGroup.group.id}`);
  },
};
