import { error, fail, redirect } from "@sveltejs/kit";
import { AskAgainDocument, CancelDiscoveryDocument, DiscoveryPageDocument } from "@musubi/schema/operations";
import { weightsSent } from "#lib/server/weights.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends("musubi:discovery");
  const { discovery } = await locals.api.send(DiscoveryPageDocument, { id: params.id });
  if (!discovery) error(404, "No such discovery");
  return { discovery };
};

export const actions: Actions = {
  again: async ({ locals, params, request }) => {
    const weights = weightsSent(await request.formData()) ?? [];
    const sent = await locals.api.attempt(AskAgainDocument, { input: { discoveryId: params.id, weights } });
    if (!("answer" in sent)) return fail(422, { problems: sent.problems });
    const { discovery, problems } = sent.answer.askAgain;
    if (!discovery) return fail(422, { problems });
    redirect(303, `/discover/${discovery.id}`);
  },

  cancel: async ({ locals, params }) => {
    const sent = await locals.api.attempt(CancelDiscoveryDocument, { input: { discoveryId: params.id } });
    const problems = "answer" in sent ? sent.answer.cancelDiscovery.problems : sent.problems;
    if (problems.length > 0) return fail(422, { problems });
    redirect(303, `/discover/${params.id}`);
  },
};
