import { fail, redirect } from "@sveltejs/kit";
import { ImportBusinessesDocument, ImportHistoryDocument, ViewerDocument } from "@musubi/schema/operations";
import { isAnnouncedTooLong, UPLOAD_BYTES_MAX } from "#lib/import/upload-limit.ts";
import { m } from "#lib/paraglide/messages.js";
import { textOf } from "#lib/server/forms.ts";
import { signInHref } from "#lib/server/sign-in-href.ts";
import { numberTyped } from "#lib/text/number.ts";
import { listPageOf } from "#lib/text/pages.ts";
import type { Actions, PageServerLoad } from "./$types";

const PAST_PAGE_SIZE = 20;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { after } = listPageOf(url.searchParams);
  const { businessImports } = await locals.api.send(ImportHistoryDocument, { first: PAST_PAGE_SIZE, after });
  return { businessImports, pageSize: PAST_PAGE_SIZE };
};

const refused = (field: string, message: string, values = { sheet: "", headerRow: "" }) =>
  fail(422, { ...values, problems: [{ code: "FILE_REFUSED", field, message }] });

export const actions: Actions = {
  default: async ({ locals, request, url }) => {
    if (isAnnouncedTooLong(request.headers.get("content-length"))) return refused("file", m.import_too_large());
    // Who asks is settled before megabytes are read.
    const { viewer } = await locals.api.send(ViewerDocument, {});
    if (!viewer) redirect(303, signInHref({ url, cookie: request.headers.get("cookie") }));
    const form = await request.formData();
    const values = { sheet: textOf(form, "sheet"), headerRow: textOf(form, "headerRow") };
    const file = form.get("file");
    if (!(file instanceof File) || file.name === "") return refused("file", m.import_no_file(), values);
    if (file.size > UPLOAD_BYTES_MAX) return refused("file", m.import_too_large(), values);
    const headerRow = numberTyped(values.headerRow);
    if (headerRow !== null && !(Number.isInteger(headerRow) && headerRow >= 1)) {
      return refused("headerRow", m.import_header_not_number(), values);
    }
    const contentBase64 = Buffer.from(await file.arrayBuffer()).toString("base64");
    const { importBusinesses } = await locals.api.send(ImportBusinessesDocument, {
      input: { fileName: file.name, contentBase64, sheet: values.sheet || null, headerRow, isInteractive: true },
    });
    if (!importBusinesses.businessImport) return fail(422, { ...values, problems: importBusinesses.problems });
    redirect(303, `/businesses/import/${importBusinesses.businessImport.id}`);
  },
};
