import { fail, redirect } from "@sveltejs/kit";
import { SignInDocument } from "@musubi/schema/operations";
import { forwardCookies } from "#lib/server/cookies.ts";
import { localPath, textOf } from "#lib/server/forms.ts";
import { isUnprotected } from "#lib/server/protection.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = ({ url }) => ({
  unprotected: isUnprotected(url),
  expired: url.searchParams.has("expired"),
  localAddress: `http://localhost:${url.port || "80"}/`,
});

export const actions: Actions = {
  default: async ({ locals, request, cookies, url }) => {
    const form = await request.formData();
    const email = textOf(form, "email");
    const password = form.get("password");
    const { answer, setCookies } = await locals.api.sendForCookies(SignInDocument, {
      input: { email, password: typeof password === "string" ? password : "" },
    });
    if (answer.signIn.problems.length > 0) return fail(422, { email, problems: answer.signIn.problems });
    forwardCookies(cookies, setCookies);
    redirect(303, localPath(url.searchParams.get("next")));
  },
};
