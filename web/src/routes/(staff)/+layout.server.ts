import { redirect } from "@sveltejs/kit";
import { ViewerDocument } from "@musubi/schema/operations";
import { signInHref } from "#lib/server/sign-in-href.ts";
import type { LayoutServerLoad } from "./$types";

export const load: LayoutServerLoad = async ({ locals, url, request, untrack }) => {
  const { viewer } = await locals.api.send(ViewerDocument, {});
  if (viewer) return { viewer };
  // Untracked: the frame of the pages need not be asked for again on every step through them.
  redirect(
    303,
    untrack(() => signInHref({ url, cookie: request.headers.get("cookie") })),
  );
};
