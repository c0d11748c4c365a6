import { error, fail, redirect } from "@sveltejs/kit";
import { ApplyImportDocument, ImportPageDocument } from "@musubi/schema/operations";
import { textOf } from "#lib/server/forms.ts";
import type { Actions, PageServerLoad } from "./$types";

/** Changed rows shown; the counts tell of all. */
const CHANGES_MAX = 50;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { businessImport } = await locals.api.send(ImportPageDocument, { id: params.id, changesMax: CHANGES_MAX });
  if (!businessImport) error(404, "No such import");
  return { businessImport, changesMax: CHANGES_MAX };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const sent = await locals.api.attempt(ApplyImportDocument, {
      input: { importId: params.id, skipRefused: textOf(form, "skipRefused") === "yes" },
    });
    const problems = "answer" in sent ? sent.answer.applyImport.problems : sent.problems;
    if (problems.length > 0) return fail(422, { problems });
    redirect(303, `/businesses/import/${params.id}`);
  },
};
