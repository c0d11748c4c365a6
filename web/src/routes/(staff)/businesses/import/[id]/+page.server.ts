import { error, fail, redirect } from "@sveltejs/kit";
import {
  ApplyImportDocument,
  BringBackSetAsideDocument,
  CancelImportDocument,
  ImportPageDocument,
  LikelyDuplicatesDocument,
  RedoImportDocument,
  ReviseImportDocument,
  UndoImportDocument,
} from "@musubi/schema/operations";
import { provenanceInput } from "#lib/import/provenance.ts";
import { columnsIn, correctionsIn, rowsLeftOut } from "#lib/import/revision.ts";
import type { Api } from "#lib/server/api.ts";
import { textOf, textsOf } from "#lib/server/forms.ts";
import { numberTyped } from "#lib/text/number.ts";
import type { FormProblem } from "#lib/ui/problem.ts";
import type { Actions, PageServerLoad } from "./$types";

/** Changed rows shown; the counts tell of all. */
const CHANGES_MAX = 50;

/** What was taken in may be known already, under another spelling. */
async function countDuplicates(api: Api): Promise<number> {
  const { businessDuplicates } = await api.send(LikelyDuplicatesDocument, {});
  return businessDuplicates.likelyCount;
}

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends("musubi:import");
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

/** One of the choices of a field; null where it was not asked. */
function oneOf<const Choice extends string>(form: FormData, name: string, choices: readonly Choice[]): Choice | null {
  return choices.find((choice) => choice === textOf(form, name)) ?? null;
}

export const actions: Actions = {
  apply: async ({ locals, params, request }) => {
    const form = await request.formData();
    // Answers are the owners' word; only a list is asked where it comes from.
    const isAsked = form.has("name");
    const answered = {
      ...{ origin: textOf(form, "origin"), name: textOf(form, "name") },
      ...{ uses: textsOf(form, "uses"), handOn: textOf(form, "handOn"), asOf: textOf(form, "asOf") },
    };
    const skipRefused = textOf(form, "skipRefused") === "yes";
    const sent = await locals.api.attempt(ApplyImportDocument, {
      input: { importId: params.id, skipRefused, provenance: isAsked ? provenanceInput(answered) : null },
    });
    const problems = "answer" in sent ? sent.answer.applyImport.problems : sent.problems;
    if (problems.length > 0) return fail(422, { problems, answered });
    redirect(303, `/businesses/import/${params.id}`);
  },

  correct: async ({ locals, params, request }) => {
    const form = await request.formData();
    const forgotten = textOf(form, "forget") === "yes";
    const changes = forgotten
      ? { forgetCorrections: true }
      : { corrections: correctionsIn(form), leaveOut: rowsLeftOut(form) };
    const sent = await locals.api.attempt(ReviseImportDocument, { input: { importId: params.id, ...changes } });
    return answer(params.id, "answer" in sent ? sent.answer.reviseImport.problems : sent.problems);
  },

  read: async ({ locals, params, request }) => {
    const form = await request.formData();
    const chosen = {
      ...{ sheet: textOf(form, "sheet") || null, headerRow: numberTyped(textOf(form, "headerRow")) || null },
      ...{ columns: columnsIn(form), keepUnknownColumns: textOf(form, "keepUnknownColumns") === "yes" },
      hidden: oneOf(form, "hidden", ["take", "leaveOut"]),
      marked: oneOf(form, "marked", ["take", "leaveOut", "closed"]),
      capitalUnitYen: numberTyped(textOf(form, "capitalUnitYen")) || null,
    };
    const changes = textOf(form, "startOver") === "yes" ? { startOver: true } : chosen;
    const sent = await locals.api.attempt(ReviseImportDocument, { input: { importId: params.id, ...changes } });
    return answer(params.id, "answer" in sent ? sent.answer.reviseImport.problems : sent.problems);
  },

  cancel: async ({ locals, params }) => {
    const sent = await locals.api.attempt(CancelImportDocument, { input: { importId: params.id } });
    return answer(params.id, "answer" in sent ? sent.answer.cancelImport.problems : sent.problems);
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
