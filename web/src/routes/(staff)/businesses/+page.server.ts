import { fail, redirect } from "@sveltejs/kit";
import {
  BusinessesPageDocument,
  RemoveViewDocument,
  RestoreViewDocument,
  SaveViewDocument,
} from "@musubi/schema/operations";
import { listAddressOf, listQueryOf, plainQuery } from "#lib/business/list-address.ts";
import { textOf } from "#lib/server/forms.ts";
import { listPageOf } from "#lib/text/pages.ts";
import type { Actions, PageServerLoad } from "./$types";

const PAGE_SIZE = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
  const address = listAddressOf(url.searchParams);
  const { businesses, likelyDuplicateCount, vocabularies, savedViews } = await locals.api.send(BusinessesPageDocument, {
    ...listQueryOf(address),
    columns: [...address.columns],
    first: PAGE_SIZE,
    after: listPageOf(url.searchParams).after,
  });
  return { address, businesses, likelyDuplicateCount, vocabularies, savedViews, pageSize: PAGE_SIZE };
};

/** The view the action was asked from, with what is to be told there. */
function backTo(url: URL, told: Readonly<Record<string, string>>): string {
  const query = plainQuery(url.searchParams);
  for (const [name, value] of Object.entries(told)) query.set(name, value);
  return `/businesses?${query}`;
}

export const actions: Actions = {
  saveView: async ({ locals, request, url }) => {
    const form = await request.formData();
    const name = textOf(form, "name");
    const { saveView } = await locals.api.send(SaveViewDocument, {
      input: {
        viewId: textOf(form, "view") || null,
        name,
        query: textOf(form, "query"),
        shared: textOf(form, "shared") !== "",
      },
    });
    if (saveView.problems.length > 0) return fail(422, { problems: saveView.problems, name });
    redirect(303, backTo(url, { viewSaved: "yes" }));
  },

  removeView: async ({ locals, request, url }) => {
    const viewId = textOf(await request.formData(), "view");
    await locals.api.send(RemoveViewDocument, { input: { viewId } });
    redirect(303, backTo(url, { viewRemoved: viewId }));
  },

  restoreView: async ({ locals, request, url }) => {
    const viewId = textOf(await request.formData(), "view");
    await locals.api.send(RestoreViewDocument, { input: { viewId } });
    redirect(303, backTo(url, {}));
  },
};
