import { error, fail, redirect } from "@sveltejs/kit";
import { AskAgainDocument, CancelDiscoveryDocument, DiscoveryPageDocument } from "@musubi/schema/operations";
import { rulesAsked } from "#lib/proposal/proposal.ts";
import { apportion, weightName, WEIGHTS_TOTAL } from "#lib/proposal/weights.ts";
import { textOf } from "#lib/server/forms.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends("musubi:discovery");
  const { discovery } = await locals.api.send(DiscoveryPageDocument, { id: params.id });
  if (!discovery) error(404, "No such discovery");
  const { result } = discovery;
  const proposals = result?.proposals.map((one) => ({ ...one, rules: rulesAsked(one.rules, discovery) }));
  return { discovery: { ...discovery, result: result && proposals ? { ...result, proposals } : null } };
};

/** The weights a form sends, brought to a sum of 100; the same names stand in an address. */
function weightsSent(form: FormData): { component: string; weight: number }[] {
  const names = [...form.keys()].flatMap((name) => (name.startsWith("w.") ? [name.slice(2)] : []));
  const typed = names.map((id) => Number(textOf(form, weightName(id)).normalize("NFKC")) || 0);
  const weights = apportion(typed, WEIGHTS_TOTAL);
  return names.map((component, index) => ({ component, weight: weights[index] ?? 0 }));
}

export const actions: Actions = {
  again: async ({ locals, params, request }) => {
    const weights = weightsSent(await request.formData());
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
