import { BusinessesPageDocument } from "@musubi/schema/operations";
import { listPageOf } from "#lib/text/pages.ts";
import type { PageServerLoad } from "./$types";

const PAGE_SIZE = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
  const search = url.searchParams.get("q")?.trim() ?? "";
  const municipality = url.searchParams.get("municipality") ?? "";
  const { businesses, vocabularies } = await locals.api.send(BusinessesPageDocument, {
    search: search || null,
    municipality: municipality || null,
    first: PAGE_SIZE,
    after: listPageOf(url.searchParams).after,
  });
  return { search, municipality, businesses, municipalities: vocabularies.municipalities, pageSize: PAGE_SIZE };
};
