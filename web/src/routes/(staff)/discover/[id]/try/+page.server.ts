import { error, fail, redirect } from "@sveltejs/kit";
import {
  CandidateMembersDocument,
  FindBusinessesDocument,
  SaveProposalDocument,
  TryPageDocument,
} from "@musubi/schema/operations";
import { picksOf, VARIANTS_MAX, workbenchAddress, workbenchOf } from "#lib/proposal/workbench.ts";
import { textOf, textsOf } from "#lib/server/forms.ts";
import { weightsSent } from "#lib/server/weights.ts";
import type { Actions, PageServerLoad } from "./$types";

/** Businesses offered for one word; a longer word narrows them. */
const FOUND_MAX = 10;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const asked = url.searchParams;
  const address = new URLSearchParams(url.search);
  const picks = picksOf(address);
  if (picks.length > 0) {
    const { discovery } = await locals.api.send(CandidateMembersDocument, { id: params.id });
    const found = picks.map((rank) => discovery?.result?.proposals.find((one) => one.rank === rank));
    const begun = found.flatMap((proposal) => (proposal ? [proposal.members.map(({ id }) => id)] : []));
    const bench = workbenchOf(address);
    redirect(303, workbenchAddress(address, { ...bench, groups: [...bench.groups, ...begun] }));
  }
  const bench = workbenchOf(address);
  // One beyond the most, so that the page says that there are too many.
  const groups = bench.groups.slice(0, VARIANTS_MAX + 1).map((group) => [...group]);
  const { discovery, tryGroups } = await locals.api.send(TryPageDocument, {
    id: params.id,
    groups,
    weights: weightsSent(asked) ?? null,
  });
  if (!discovery) error(404, "No such discovery");
  return { discovery, variants: tryGroups, search: await findNamed(locals, asked) };
};

/** Businesses of a name, to be added to the group `to` (from 0); null where none is looked for. */
async function findNamed(locals: App.Locals, asked: Pick<URLSearchParams, "get">) {
  const name = asked.get("q")?.trim() ?? "";
  if (name === "") return null;
  const { businesses } = await locals.api.send(FindBusinessesDocument, { search: name, first: FOUND_MAX });
  return { name, to: Number(asked.get("to")) || 0, found: businesses.edges.map(({ node }) => node) };
}

/** The address of the workbench after one of its groups was saved. */
function savedAddress(url: URL, id: string): string {
  const next = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith("/") && name !== "saved"));
  next.set("saved", id);
  return `?${next}`;
}

export const actions: Actions = {
  save: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const at = Number(textOf(form, "at")) || 0;
    const name = textOf(form, `name-${at}`);
    const { saveProposal } = await locals.api.send(SaveProposalDocument, {
      input: { discoveryId: params.id, memberIds: textsOf(form, "member"), name },
    });
    if (!saveProposal.proposal) return fail(422, { at, name, problems: saveProposal.problems });
    redirect(303, savedAddress(url, saveProposal.proposal.id));
  },
};
