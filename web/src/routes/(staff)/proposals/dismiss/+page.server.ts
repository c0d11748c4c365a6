import { error, fail, redirect } from "@sveltejs/kit";
import { DismissProposalDocument, ProposalPageDocument, SavedProposalLineDocument } from "@musubi/schema/operations";
import type { Api } from "#lib/server/api.ts";
import { localPath, textOf } from "#lib/server/forms.ts";
import { REASONS, withKept } from "#lib/saved-proposal/saved.ts";
import { usualName } from "#lib/saved-proposal/usual-name.ts";
import type { Actions, PageServerLoad } from "./$types";

async function foundOne(api: Api, discoveryId: string, rank: number) {
  const { discovery } = await api.send(ProposalPageDocument, { id: discoveryId, rank });
  const proposal = discovery?.result?.proposals.find((one) => one.rank === rank);
  if (!proposal) error(404, "No such candidate");
  return { name: usualName(proposal.members), found: { discoveryId, rank }, kept: undefined };
}

async function keptOne(api: Api, id: string) {
  const { proposal } = await api.send(SavedProposalLineDocument, { id });
  if (!proposal) error(404, "No such proposal");
  return { name: proposal.name, found: undefined, kept: { id: proposal.id, version: proposal.version } };
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const params = url.searchParams;
  const proposal = params.get("proposal");
  const dismissed = proposal
    ? await keptOne(locals.api, proposal)
    : await foundOne(locals.api, params.get("discovery") ?? "", Number(params.get("rank")));
  return { ...dismissed, from: localPath(params.get("from")) };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const values = { reason: textOf(form, "reason"), note: textOf(form, "note") };
    const proposalId = textOf(form, "proposalId");
    const name = textOf(form, "name");
    const candidate = { discoveryId: textOf(form, "discoveryId"), rank: Number(textOf(form, "rank")), name };
    const sent = await locals.api.attempt(DismissProposalDocument, {
      input: {
        ...(proposalId ? { proposalId, version: Number(textOf(form, "version")) } : { candidate }),
        reason: REASONS.find((reason) => reason === values.reason) ?? null,
        note: values.note || null,
      },
    });
    const answer = "answer" in sent ? sent.answer.dismissProposal : { proposal: null, problems: sent.problems };
    const from = localPath(textOf(form, "from"));
    if (!answer.proposal) {
      const kept = proposalId ? { id: proposalId, version: Number(textOf(form, "version")) } : undefined;
      return fail(422, { values, problems: answer.problems, name, found: kept ? undefined : candidate, kept, from });
    }
    redirect(303, withKept(from, answer.proposal.id));
  },
};
