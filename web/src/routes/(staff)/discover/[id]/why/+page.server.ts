import { error, redirect } from "@sveltejs/kit";
import { AskedDiscoveryDocument, FindBusinessesDocument, WhyNotPageDocument } from "@musubi/schema/operations";
import type { PageServerLoad } from "./$types";

/** Businesses offered for one word; a longer word narrows them. */
const FOUND_MAX = 20;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { discovery } = await locals.api.send(AskedDiscoveryDocument, { id: params.id });
  if (!discovery) error(404, "No such discovery");
  if (typeof discovery.proposalCount !== "number") redirect(303, `/discover/${params.id}`);
  const businessId = url.searchParams.get("business");
  const search = url.searchParams.get("find")?.trim() ?? "";
  const told = businessId ? await locals.api.send(WhyNotPageDocument, { id: params.id, businessId }) : null;
  const found = search ? await locals.api.send(FindBusinessesDocument, { search, first: FOUND_MAX }) : null;
  return {
    ...{ discovery, search, whyNot: told?.whyNot ?? null },
    found: found?.businesses.edges.map(({ node }) => node) ?? null,
  };
};
