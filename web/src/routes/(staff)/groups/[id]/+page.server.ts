import { error, fail, redirect } from "@sveltejs/kit";
import {
  AddGroupMemberDocument,
  ChangeGroupMemberDocument,
  FindBusinessesDocument,
  GroupPageDocument,
  UndoGroupStageDocument,
  type MemberState,
} from "@musubi/schema/operations";
import type { Api } from "#lib/server/api.ts";
import { textOf } from "#lib/server/forms.ts";
import type { Actions, PageServerLoad } from "./$types";

/** Businesses offered for one word; a longer word narrows them. */
const FOUND_MAX = 20;

async function foundBusinesses(api: Api, search: string) {
  if (search === "") return null;
  const { businesses } = await api.send(FindBusinessesDocument, { search, first: FOUND_MAX });
  return businesses.edges.map(({ node }) => node);
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const search = url.searchParams.get("find")?.trim() ?? "";
  const [{ group, vocabularies }, found] = await Promise.all([
    locals.api.send(GroupPageDocument, { id: params.id, historyAfter: url.searchParams.get("history") }),
    foundBusinesses(locals.api, search),
  ]);
  if (!group) error(404, "No such group");
  const done = { moved: url.searchParams.has("moved"), undone: url.searchParams.has("undone") };
  // A reason on record can take a group off the way of its form; where it stands is shown all the same.
  const shown: readonly string[] = [...group.way, group.stage];
  const stages = vocabularies.stages.filter(({ code }) => shown.includes(code));
  return {
    group,
    stages,
    memberStates: vocabularies.memberStates,
    search,
    found,
    ...done,
    added: url.searchParams.has("added"),
  };
};

export const actions: Actions = {
  add: async ({ locals, params, request }) => {
    const form = await request.formData();
    const sent = await locals.api.attempt(AddGroupMemberDocument, {
      input: {
        groupId: params.id,
        businessId: textOf(form, "businessId"),
        version: Number(textOf(form, "version")),
      },
    });
    const problems = "answer" in sent ? sent.answer.addGroupMember.problems : sent.problems;
    if (problems.length > 0) return fail(422, { problems });
    redirect(303, `/groups/${params.id}?added=yes`);
  },

  member: async ({ locals, params, request }) => {
    const form = await request.formData();
    const sent = await locals.api.attempt(ChangeGroupMemberDocument, {
      input: {
        groupId: params.id,
        businessId: textOf(form, "businessId"),
        state: textOf(form, "state") as MemberState,
        version: Number(textOf(form, "version")),
      },
    });
    const problems = "answer" in sent ? sent.answer.changeGroupMember.problems : sent.problems;
    if (problems.length > 0) return fail(422, { problems });
    redirect(303, `/groups/${params.id}`);
  },

  undo: async ({ locals, params, request }) => {
    const form = await request.formData();
    const sent = await locals.api.attempt(UndoGroupStageDocument, {
      input: { groupId: params.id, version: Number(textOf(form, "version")) },
    });
    const problems = "answer" in sent ? sent.answer.undoGroupStage.problems : sent.problems;
    if (problems.length > 0) return fail(422, { problems });
    redirect(303, textOf(form, "from") === "board" ? `/groups?undone=${params.id}` : `/groups/${params.id}?undone=yes`);
  },
};
