import { redirect } from "@sveltejs/kit";
import { cookieMaxAge, cookieName, isLocale } from "#lib/paraglide/runtime.js";
import { localPath, textOf } from "#lib/server/forms.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = () => redirect(303, "/");

export const actions: Actions = {
  default: async ({ request, cookies, url }) => {
    const form = await request.formData();
    const language = textOf(form, "language");
    if (isLocale(language)) {
      // Readable by the page's own script, which words what it adds in the same language.
      const secure = url.protocol === "https:";
      cookies.set(cookieName, language, { path: "/", httpOnly: false, secure, sameSite: "lax", maxAge: cookieMaxAge });
    }
    redirect(303, localPath(textOf(form, "next")));
  },
};
