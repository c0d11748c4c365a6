import { error } from "@sveltejs/kit";
import { AnsweredDiscoveriesDocument, BusinessNameDocument } from "@musubi/schema/operations";
import type { PageServerLoad } from "./$types";

/** Questions offered: the latest are the ones people mean. */
const DISCOVERIES_MAX = 20;

export const load: PageServerLoad = async ({ locals, url }) => {
  const id = url.searchParams.get("business") ?? "";
  const { business } = await locals.api.send(BusinessNameDocument, { id });
  if (!business) error(404, "No such business");
  const { discoveries } = await locals.api.send(AnsweredDiscoveriesDocument, { first: DISCOVERIES_MAX });
  const answered = discoveries.edges
    .map(({ node }) => node)
    .filter(({ proposalCount }) => typeof proposalCount === "number");
  return { business, answered };
};
