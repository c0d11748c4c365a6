import { error, fail, redirect } from "@sveltejs/kit";
import {
  FindBusinessesDocument,
  KeepApartDocument,
  PairBusinessDocument,
  PairsPageDocument,
  RestorePairDocument,
  WithdrawPairDocument,
} from "@musubi/schema/operations";
import type { Api } from "#lib/server/api.ts";
import { textOf } from "#lib/server/forms.ts";
import { listPageOf } from "#lib/text/pages.ts";
import type { Actions, PageServerLoad } from "./$types";

const PAGE_SIZE = 50;
/** Businesses offered for one word; a longer word narrows them. */
const FOUND_MAX = 20;

/** The business whose wish is noted, and whom a search found beside it. */
async function noting(api: Api, id: string | null, search: string) {
  if (id === null) return null;
  const { business } = await api.send(PairBusinessDocument, { id });
  if (!business) error(404, "No such business");
  if (search === "") return { business, found: null };
  const { businesses } = await api.send(FindBusinessesDocument, { search, first: FOUND_MAX });
  return { business, found: businesses.edges.map(({ node }) => node).filter((one) => one.id !== business.id) };
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const params = url.searchParams;
  const search = params.get("find")?.trim() ?? "";
  const [{ neverTogetherPairs }, asked] = await Promise.all([
    locals.api.send(PairsPageDocument, { first: PAGE_SIZE, after: listPageOf(params).after }),
    noting(locals.api, params.get("business"), search),
  ]);
  return {
    ...{ pairs: neverTogetherPairs, asked, search, pageSize: PAGE_SIZE },
    ...{ noted: params.get("noted"), withdrawn: params.get("withdrawn"), restored: params.has("restored") },
  };
};

export const actions: Actions = {
  note: async ({ locals, request }) => {
    const form = await request.formData();
    const [businessId, otherId, reason] = ["businessId", "otherId", "reason"].map((name) => textOf(form, name)) as [
      string,
      string,
      string,
    ];
    const { keepApart } = await locals.api.send(KeepApartDocument, { input: { businessId, otherId, reason } });
    if (!keepApart.pair) return fail(422, { reason, problems: keepApart.problems });
    redirect(303, `/businesses/apart?noted=${encodeURIComponent(keepApart.pair.id)}`);
  },

  withdraw: async ({ locals, request }) => {
    const pairId = textOf(await request.formData(), "pairId");
    await locals.api.send(WithdrawPairDocument, { input: { pairId } });
    redirect(303, `/businesses/apart?withdrawn=${encodeURIComponent(pairId)}`);
  },

  restore: async ({ locals, request }) => {
    const pairId = textOf(await request.formData(), "pairId");
    await locals.api.send(RestorePairDocument, { input: { pairId } });
    redirect(303, "/businesses/apart?restored=yes");
  },
};
