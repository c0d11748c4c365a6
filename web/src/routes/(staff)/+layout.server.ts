import { redirect } from "@sveltejs/kit";
import { ViewerDocument } from "@musubi/schema/operations";
import type { LayoutServerLoad } from "./$types";

export const load: LayoutServerLoad = async ({ locals, url, untrack }) => {
  const { viewer } = await locals.api.send(ViewerDocument, {});
  if (viewer) return { viewer };
  // Untracked: the frame of the pages need not be asked for again on every step through them.
  const next = untrack(() => url.pathname + url.search);
  redirect(303, `/sign-in?next=${encodeURIComponent(next)}`);
};
