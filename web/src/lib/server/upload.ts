import { redirect, type RequestEvent } from "@sveltejs/kit";
import { ViewerDocument } from "@musubi/schema/operations";
import { isAnnouncedTooLong, UPLOAD_BYTES_MAX } from "#lib/import/upload-limit.ts";
import { m } from "#lib/paraglide/messages.js";
import type { FormProblem } from "#lib/ui/problem.ts";
import { signInHref } from "./sign-in-href.ts";

/** A form with a file in it, as the api takes both; or why the file cannot be sent on, with the form where it was read. */
type Uploaded =
  | { readonly form: FormData; readonly file: { readonly fileName: string; readonly contentBase64: string } }
  | { readonly form?: FormData; readonly problem: FormProblem };

const refused = (message: string, form?: FormData) => ({
  problem: { code: "FILE_REFUSED", field: "file", message },
  ...(form ? { form } : {}),
});

/** Reads a posted form with a file, once it is known that somebody who signed in sent it. */
export async function readUpload({
  locals,
  request,
  url,
}: Pick<RequestEvent, "locals" | "request" | "url">): Promise<Uploaded> {
  if (isAnnouncedTooLong(request.headers.get("content-length"))) return refused(m.import_too_large());
  // Who asks is settled before megabytes are read.
  const { viewer } = await locals.api.send(ViewerDocument, {});
  if (!viewer) redirect(303, signInHref({ url, cookie: request.headers.get("cookie") }));
  const form = await request.formData();
  const file = form.get("file");
  if (!(file instanceof File) || file.name === "") return refused(m.import_no_file(), form);
  if (file.size > UPLOAD_BYTES_MAX) return refused(m.import_too_large(), form);
  const contentBase64 = Buffer.from(await file.arrayBuffer()).toString("base64");
  return { form, file: { fileName: file.name, contentBase64 } };
}
