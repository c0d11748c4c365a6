import { fail, redirect } from "@sveltejs/kit";
import { ImportResponsesDocument } from "@musubi/schema/operations";
import { responseTemplateHref } from "#lib/business/download.ts";
import { listAddressOf } from "#lib/business/list-address.ts";
import { textOf } from "#lib/server/forms.ts";
import { readUpload } from "#lib/server/upload.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = ({ url }) => ({
  templateHref: responseTemplateHref(listAddressOf(url.searchParams)),
});

export const actions: Actions = {
  default: async (event) => {
    const uploaded = await readUpload(event);
    const survey = uploaded.form ? textOf(uploaded.form, "survey") : "";
    if ("problem" in uploaded) return fail(422, { survey, problems: [uploaded.problem] });
    const { importResponses } = await event.locals.api.send(ImportResponsesDocument, {
      input: { ...uploaded.file, survey },
    });
    if (!importResponses.businessImport) return fail(422, { survey, problems: importResponses.problems });
    redirect(303, `/businesses/import/${importResponses.businessImport.id}`);
  },
};
