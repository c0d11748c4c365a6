import { fail, redirect } from "@sveltejs/kit";
import {
  BusinessNameDocument,
  DuplicatesPageDocument,
  UndoMergeDocument,
  WithdrawBusinessDifferenceDocument,
} from "@musubi/schema/operations";
import type { Api } from "#lib/server/api.ts";
import { textOf } from "#lib/server/forms.ts";
import { listPageOf } from "#lib/text/pages.ts";
import type { Actions, PageServerLoad } from "./$types";

/** Pairs of one page: what a person goes through in a quarter of an hour. */
const PAGE_SIZE = 20;

async function nameOf(api: Api, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const { business } = await api.send(BusinessNameDocument, { id });
  return business?.name ?? null;
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const { businessDuplicates } = await locals.api.send(DuplicatesPageDocument, {
    first: PAGE_SIZE,
    after: listPageOf(url.searchParams).after,
  });
  const merged = url.searchParams.get("merged");
  const mergedName = merged === null ? null : await nameOf(locals.api, url.searchParams.get("into"));
  const [oneId = "", otherId = ""] = url.searchParams.get("different")?.split(".") ?? [];
  return {
    duplicates: businessDuplicates,
    pageSize: PAGE_SIZE,
    merged: merged !== null && mergedName !== null ? { mergeId: merged, name: mergedName } : null,
    different: otherId === "" ? null : { oneId, otherId },
  };
};

export const actions: Actions = {
  undoMerge: async ({ locals, request }) => {
    const input = { mergeId: textOf(await request.formData(), "mergeId") };
    const sent = await locals.api.attempt(UndoMergeDocument, { input });
    const problems = "answer" in sent ? sent.answer.undoMerge.problems : sent.problems;
    if (problems.length > 0 || !("answer" in sent)) return fail(422, { problems });
    const { business, absorbed, left } = sent.answer.undoMerge;
    return { undone: { names: [business?.name ?? "", absorbed?.name ?? ""], left } };
  },

  undoDifferent: async ({ locals, request }) => {
    const form = await request.formData();
    const input = { oneId: textOf(form, "oneId"), otherId: textOf(form, "otherId") };
    const sent = await locals.api.attempt(WithdrawBusinessDifferenceDocument, { input });
    const problems = "answer" in sent ? sent.answer.withdrawBusinessDifference.problems : sent.problems;
    if (problems.length > 0) return fail(422, { problems });
    redirect(303, `/businesses/duplicates/${input.oneId}/${input.otherId}`);
  },
};
