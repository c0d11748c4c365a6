import { fail, redirect } from "@sveltejs/kit";
import { ImportBusinessesDocument, ImportHistoryDocument } from "@musubi/schema/operations";
import { m } from "#lib/paraglide/messages.js";
import { textOf } from "#lib/server/forms.ts";
import { readUpload } from "#lib/server/upload.ts";
import { numberTyped } from "#lib/text/number.ts";
import { listPageOf } from "#lib/text/pages.ts";
import type { Actions, PageServerLoad } from "./$types";

const PAST_PAGE_SIZE = 20;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { after } = listPageOf(url.searchParams);
  const { businessImports } = await locals.api.send(ImportHistoryDocument, { first: PAST_PAGE_SIZE, after });
  return { businessImports, pageSize: PAST_PAGE_SIZE };
};

/** What was typed beside the file. */
const valuesOf = (form: FormData | undefined) => ({
  sheet: form ? textOf(form, "sheet") : "",
  headerRow: form ? textOf(form, "headerRow") : "",
});

export const actions: Actions = {
  default: async (event) => {
    const uploaded = await readUpload(event);
    const values = valuesOf(uploaded.form);
    if ("problem" in uploaded) return fail(422, { ...values, problems: [uploaded.problem] });
    const headerRow = numberTyped(values.headerRow);
    if (headerRow !== null && !(Number.isInteger(headerRow) && headerRow >= 1)) {
      const problem = { code: "HEADER_ROW_REFUSED", field: "headerRow", message: m.import_header_not_number() };
      return fail(422, { ...values, problems: [problem] });
    }
    const { importBusinesses } = await event.locals.api.send(ImportBusinessesDocument, {
      input: { ...uploaded.file, sheet: values.sheet || null, headerRow, isInteractive: true },
    });
    if (!importBusinesses.businessImport) return fail(422, { ...values, problems: importBusinesses.problems });
    redirect(303, `/businesses/import/${importBusinesses.businessImport.id}`);
  },
};
