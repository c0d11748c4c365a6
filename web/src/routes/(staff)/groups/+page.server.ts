import { GroupsPageDocument } from "@musubi/schema/operations";
import { listPageOf } from "#lib/text/pages.ts";
import type { PageServerLoad } from "./$types";

const PAGE_SIZE = 100;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { groups, vocabularies } = await locals.api.send(GroupsPageDocument, {
    first: PAGE_SIZE,
    after: listPageOf(url.searchParams).after,
  });
  return {
    groups,
    stages: vocabularies.stages,
    pageSize: PAGE_SIZE,
    moved: url.searchParams.get("moved"),
    undone: url.searchParams.get("undone"),
  };
};
