import { error, fail, redirect } from "@sveltejs/kit";
import { NewVisitPageDocument, RecordVisitDocument } from "@musubi/schema/operations";
import { typedEntry } from "#lib/server/business-edit.ts";
import { textOf, textsOf } from "#lib/server/forms.ts";
import { noteInput, typedNote } from "#lib/server/visit-note.ts";
import { todayInJapan } from "#lib/text/day.ts";
import type { Actions, PageServerLoad } from "./$types";

/** Facts that come up in every talk, asked in the form itself; the next question's fact joins them. */
const ASKED = ["needs", "capabilities", "seeks"];

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { business } = await locals.api.send(NewVisitPageDocument, { id: params.id });
  if (!business) error(404, "No such business");
  const next = business.nextQuestion?.fact.key;
  const keys = next && !ASKED.includes(next) ? [next, ...ASKED] : ASKED;
  const asked = keys.flatMap((key) => business.facts.find((fact) => fact.key === key) ?? []);
  return { business, asked, settles: url.searchParams.getAll("settles"), today: todayInJapan(new Date()) };
};

/** An answer is what differs from what the form began with: what was not talked about is not said anew. */
function answersOf(form: FormData): { key: string; text: string }[] {
  return textsOf(form, "asked").flatMap((key) => {
    const text = typedEntry(form, `${key}.`);
    const was = textOf(form, `${key}.was`).replace(/\r\n?/g, "\n");
    return text === was ? [] : [{ key, text }];
  });
}

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const answers = answersOf(form);
    const sent = await locals.api.attempt(RecordVisitDocument, {
      input: {
        ...{ businessId: params.id, version: Number(textOf(form, "version")), note: noteInput(form), answers },
        settles: textsOf(form, "settles"),
      },
    });
    const problems = "answer" in sent ? sent.answer.recordVisit.problems : sent.problems;
    if (problems.length > 0) {
      const entries = Object.fromEntries(textsOf(form, "asked").map((key) => [key, typedEntry(form, `${key}.`)]));
      return fail(422, { problems, note: typedNote(form), entries, settles: textsOf(form, "settles") });
    }
    redirect(303, `/businesses/${params.id}?visited=yes#timeline`);
  },
};
