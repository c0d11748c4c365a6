import { fail, redirect } from "@sveltejs/kit";
import {
  PreviewTermsDocument,
  RestoreTermsDocument,
  SaveTermsDocument,
  TermsPageDocument,
} from "@musubi/schema/operations";
import { textOf } from "#lib/server/forms.ts";
import { typedTerms, wantedTerms } from "#lib/terms/terms-form.ts";
import { listPageOf } from "#lib/text/pages.ts";
import type { Actions, PageServerLoad } from "./$types";

/** Versions on one page. */
const PAGE_SIZE = 20;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { terms, termsVersions } = await locals.api.send(TermsPageDocument, {
    ...{ first: PAGE_SIZE, after: listPageOf(url.searchParams).after },
  });
  const asked = url.searchParams.get("purpose");
  const purpose = terms.purposes.find((one) => one.purpose === asked) ?? terms.purposes[0];
  if (!purpose) throw new Error("The terms have no purpose.");
  // Somebody else may have changed them since: then this page does not say that they were saved here.
  return { terms, purpose, versions: termsVersions, saved: Number(url.searchParams.get("saved")) === terms.number };
};

/** The page again, where it says what was saved. */
function savedAt(purpose: string, number: number): string {
  return `/settings/terms?${new URLSearchParams({ purpose, saved: String(number) }).toString()}`;
}

export const actions: Actions = {
  preview: async ({ locals, request }) => {
    const form = await request.formData();
    const typed = typedTerms(form);
    const { previewTerms } = await locals.api.send(PreviewTermsDocument, {
      input: wantedTerms(textOf(form, "purpose"), typed),
    });
    const { problems, ...preview } = previewTerms;
    if (problems.length > 0) return fail(422, { typed, problems, preview: null, restoring: null });
    return { typed, problems: [], preview, restoring: null };
  },

  save: async ({ locals, request }) => {
    const form = await request.formData();
    const typed = typedTerms(form);
    const purpose = textOf(form, "purpose");
    const { saveTerms } = await locals.api.send(SaveTermsDocument, {
      input: {
        ...wantedTerms(purpose, typed),
        reason: typed.reason,
        expectedVersion: Number(textOf(form, "version")) || 0,
      },
    });
    const { terms, problems } = saveTerms;
    if (!terms) return fail(422, { typed, problems, preview: null, restoring: null });
    redirect(303, savedAt(purpose, terms.number));
  },

  restore: async ({ locals, request }) => {
    const form = await request.formData();
    const number = Number(textOf(form, "number")) || 0;
    const reason = textOf(form, "reason");
    const { restoreTerms } = await locals.api.send(RestoreTermsDocument, {
      input: { number, reason, expectedVersion: Number(textOf(form, "version")) || 0 },
    });
    const { terms, problems } = restoreTerms;
    if (!terms) return fail(422, { typed: null, problems, preview: null, restoring: { number, reason } });
    redirect(303, savedAt(textOf(form, "purpose"), terms.number));
  },
};
