import { redirect } from "@sveltejs/kit";
import { SignOutDocument } from "@musubi/schema/operations";
import { forwardCookies } from "#lib/server/cookies.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = () => redirect(303, "/");

export const actions: Actions = {
  default: async ({ locals, cookies }) => {
    const { setCookies } = await locals.api.sendForCookies(SignOutDocument, {});
    forwardCookies(cookies, setCookies);
    redirect(303, "/sign-in");
  },
};
