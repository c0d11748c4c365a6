import { fail, redirect } from "@sveltejs/kit";
import { SaveBusinessDocument } from "@musubi/schema/operations";
import { dayOf, tellerOf } from "#lib/server/business-edit.ts";
import { textOf } from "#lib/server/forms.ts";
import { fieldsOf, knownLike, typedBusiness } from "#lib/server/new-business.ts";
import { todayInJapan } from "#lib/text/day.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = () => ({ today: todayInJapan(new Date()) });

export const actions: Actions = {
  /** Asked while somebody types. */
  look: async ({ locals, request }) => knownLike(locals.api, typedBusiness(await request.formData())),

  save: async ({ locals, request }) => {
    const form = await request.formData();
    const typed = typedBusiness(form);
    const [source, on, isAnother] = [tellerOf(form), dayOf(form, "on"), textOf(form, "isAnother") !== ""];
    const sent = await locals.api.attempt(SaveBusinessDocument, {
      input: { fields: fieldsOf(typed), source, on, isAnother },
    });
    const { problems, business } =
      "answer" in sent ? sent.answer.saveBusiness : { problems: sent.problems, business: null };
    if (problems.length === 0 && business) redirect(303, `/businesses/${business.id}?added=yes`);
    const like = await knownLike(locals.api, typed);
    return fail(422, { typed, source, on: on ?? "", isAnother, problems, ...like });
  },
};
