import { error, fail, redirect } from "@sveltejs/kit";
import { AdvanceGroupDocument, AdvancePageDocument, type GroupStage } from "@musubi/schema/operations";
import { moveKindOf, stageNamed } from "#lib/group/stages.ts";
import { textOf } from "#lib/server/forms.ts";
import type { Actions, PageServerLoad } from "./$types";

/** Where to come back to: the board, or else the group's own page. */
function placeOf(url: URL): "board" | "home" {
  return url.searchParams.get("from") === "board" ? "board" : "home";
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { group, vocabularies } = await locals.api.send(AdvancePageDocument, { id: params.id });
  if (!group) error(404, "No such group");
  const toStage = stageNamed(url.searchParams.get("to"), vocabularies.stages) ?? group.nextStep.toStage ?? group.stage;
  const toStageName = vocabularies.stages.find(({ code }) => code === toStage)?.name ?? toStage;
  return { group, toStage, toStageName, kind: moveKindOf(group, toStage, vocabularies.stages), from: placeOf(url) };
};

export const actions: Actions = {
  default: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const values = {
      evidenceNote: textOf(form, "evidenceNote"),
      evidenceOn: textOf(form, "evidenceOn"),
      overrideReason: textOf(form, "overrideReason"),
    };
    const sent = await locals.api.attempt(AdvanceGroupDocument, {
      input: {
        groupId: params.id,
        version: Number(textOf(form, "version")),
        toStage: (url.searchParams.get("to") ?? "") as GroupStage,
        evidenceNote: values.evidenceNote || null,
        evidenceOn: values.evidenceOn || null,
        overrideReason: values.overrideReason || null,
      },
    });
    const problems = "answer" in sent ? sent.answer.advanceGroup.problems : sent.problems;
    if (problems.length > 0) return fail(422, { values, problems });
    redirect(303, placeOf(url) === "board" ? `/groups?moved=${params.id}` : `/groups/${params.id}?moved=yes`);
  },
};
