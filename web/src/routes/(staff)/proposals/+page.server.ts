import { fail, redirect } from "@sveltejs/kit";
import {
  ProposalsPageDocument,
  RestoreProposalDocument,
  SaveProposalDocument,
  TakeBackProposalDocument,
} from "@musubi/schema/operations";
import { localPath, textOf } from "#lib/server/forms.ts";
import { withKept, withTakenBack } from "#lib/saved-proposal/saved.ts";
import { listPageOf } from "#lib/text/pages.ts";
import type { FormProblem } from "#lib/ui/problem.ts";
import type { Actions, PageServerLoad } from "./$types";

const PAGE_SIZE = 50;
const STATES = ["SAVED", "DISMISSED", "STARTED"] as const;
const SORTS = ["NEWEST", "POINTS", "NAME"] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const params = url.searchParams;
  const state = STATES.find((one) => one === params.get("state")) ?? "SAVED";
  const sort = SORTS.find((one) => one === params.get("sort")) ?? "NEWEST";
  const search = params.get("search")?.trim() ?? "";
  const purpose = params.get("purpose") ?? "";
  const { proposals, vocabularies } = await locals.api.send(ProposalsPageDocument, {
    ...{ state, sort, search: search || null, purpose: purpose || null },
    ...{ first: PAGE_SIZE, after: listPageOf(params).after },
  });
  return { proposals, purposes: vocabularies.purposes, asked: { state, sort, search, purpose }, pageSize: PAGE_SIZE };
};

/** The page a form came from; what it was told of there is told no more. */
function fromOf(form: FormData): string {
  return localPath(textOf(form, "from"));
}

/** Refused without a script, the problems stand on this page; with one, the page that sent them reads them. */
function refused(problems: readonly FormProblem[]) {
  return fail(422, { problems: [...problems] });
}

export const actions: Actions = {
  save: async ({ locals, request }) => {
    const form = await request.formData();
    const { saveProposal } = await locals.api.send(SaveProposalDocument, {
      input: {
        discoveryId: textOf(form, "discoveryId"),
        rank: Number(textOf(form, "rank")),
        name: textOf(form, "name"),
      },
    });
    if (!saveProposal.proposal) return refused(saveProposal.problems);
    redirect(303, withKept(fromOf(form), saveProposal.proposal.id));
  },

  takeBack: async ({ locals, request }) => {
    const form = await request.formData();
    const input = { proposalId: textOf(form, "proposalId"), version: Number(textOf(form, "version")) };
    const sent = await locals.api.attempt(TakeBackProposalDocument, { input });
    const problems = "answer" in sent ? sent.answer.takeBackProposal.problems : sent.problems;
    if (problems.length > 0) return refused(problems);
    redirect(303, withTakenBack(fromOf(form)));
  },

  restore: async ({ locals, request }) => {
    const form = await request.formData();
    const input = { proposalId: textOf(form, "proposalId"), version: Number(textOf(form, "version")) };
    const sent = await locals.api.attempt(RestoreProposalDocument, { input });
    const problems = "answer" in sent ? sent.answer.restoreProposal.problems : sent.problems;
    if (problems.length > 0) return refused(problems);
    redirect(303, withTakenBack(fromOf(form)));
  },
};
