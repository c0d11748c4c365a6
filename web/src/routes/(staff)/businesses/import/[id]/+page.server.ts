import { error, fail, redirect } from "@sveltejs/kit";
import {
  ApplyImportDocument,
  BringBackSetAsideDocument,
  ImportPageDocument,
  LikelyDuplicatesDocument,
  RedoImportDocument,
  UndoImportDocument,
} from "@musubi/schema/operations";
import type { Api } from "#lib/server/api.ts";
import { textOf, textsOf } from "#lib/server/forms.ts";
import type { FormProblem } from "#lib/ui/problem.ts";
import type { Actions, PageServerLoad } from "./$types";

/** Changed rows shown; the counts tell of all. */
const CHANGES_MAX = 50;

/** What was taken in may be known already, under another spelling. */
async function countDuplicates(api: Api): Promise<number> {
  const { businessDuplicates } = await api.send(LikelyDuplicatesDocument, {});
  return businessDuplicates.likelyCount;
}

export const load: PageServerLoad = async ({ locals, params }) => {
  const { businessImport } = await locals.api.send(ImportPageDocument, { id: params.id, changesMax: CHANGES_MAX });
  if (!businessImport) error(404, "No such import");
  const likelyDuplicates = businessImport.status === "APPLIED" ? await countDuplicates(locals.api) : 0;
  return { businessImport, likelyDuplicates, changesMax: CHANGES_MAX };
};

/** Back to the import, or the form again with what is wrong. */
function answer(id: string, problems: readonly FormProblem[]) {
  if (problems.length > 0) return fail(422, { problems });
  redirect(303, `/businesses/import/${id}`);
}

export const actions: Actions = {
  apply: async ({ locals, params, request }) => {
    const form = await request.formData();
    const sent = await locals.api.attempt(ApplyImportDocument, {
      input: { importId: params.id, skipRefused: textOf(form, "skipRefused") === "yes" },
    });
    return answer(params.id, "answer" in sent ? sent.answer.applyImport.problems : sent.problems);
  },
  undo: async ({ locals, params }) => {
    const sent = await locals.api.attempt(UndoImportDocument, { input: { importId: params.id } });
    return answer(params.id, "answer" in sent ? sent.answer.undoImport.problems : sent.problems);
  },
  redo: async ({ locals, params }) => {
    const sent = await locals.api.attempt(RedoImportDocument, { input: { importId: params.id } });
    return answer(params.id, "answer" in sent ? sent.answer.redoImport.problems : sent.problems);
  },

  bringBack: async ({ locals, params, request }) => {
    const input = { importId: params.id, keys: textsOf(await request.formData(), "key") };
    const sent = await locals.api.attempt(BringBackSetAsideDocument, { input });
    return answer(params.id, "answer" in sent ? sent.answer.bringBackSetAside.problems : sent.problems);
  },
};
