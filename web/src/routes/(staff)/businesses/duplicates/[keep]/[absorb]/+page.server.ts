import { fail, redirect } from "@sveltejs/kit";
import {
  ComparePageDocument,
  JudgeBusinessesDifferentDocument,
  MergeBusinessesDocument,
  type MergeSide,
} from "@musubi/schema/operations";
import { textOf } from "#lib/server/forms.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params }) => {
  const ids = { keepId: params.keep, absorbId: params.absorb };
  const { compareBusinesses } = await locals.api.send(ComparePageDocument, ids);
  return { compared: compareBusinesses };
};

/** What a form field that carries a choice begins with. */
const CHOICE = "side-";

function choicesOf(form: FormData): { key: string; side: MergeSide }[] {
  return [...form.entries()].flatMap(([name, value]) => {
    return name.startsWith(CHOICE) ? [{ key: name.slice(CHOICE.length), side: String(value) as MergeSide }] : [];
  });
}

export const actions: Actions = {
  merge: async ({ locals, params, request }) => {
    const form = await request.formData();
    const choices = choicesOf(form);
    const sent = await locals.api.attempt(MergeBusinessesDocument, {
      input: {
        ...{ keepId: params.keep, keepVersion: Number(textOf(form, "keepVersion")) },
        ...{ absorbId: params.absorb, absorbVersion: Number(textOf(form, "absorbVersion")), choices },
      },
    });
    const problems = "answer" in sent ? sent.answer.mergeBusinesses.problems : sent.problems;
    if (problems.length > 0 || !("answer" in sent)) return fail(422, { problems, choices });
    const { business, mergeId } = sent.answer.mergeBusinesses;
    redirect(303, `/businesses/duplicates?merged=${mergeId}&into=${business?.id}`);
  },

  different: async ({ locals, params }) => {
    const input = { oneId: params.keep, otherId: params.absorb };
    const sent = await locals.api.attempt(JudgeBusinessesDifferentDocument, { input });
    const problems = "answer" in sent ? sent.answer.judgeBusinessesDifferent.problems : sent.problems;
    if (problems.length > 0) return fail(422, { problems, choices: [] });
    redirect(303, `/businesses/duplicates?different=${input.oneId}.${input.otherId}`);
  },
};
