import { BusinessesPageDocument } from "@musubi/schema/operations";
import { listAddressOf, monthsOf } from "#lib/business/list-address.ts";
import { listPageOf } from "#lib/text/pages.ts";
import type { PageServerLoad } from "./$types";

const PAGE_SIZE = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
  const address = listAddressOf(url.searchParams);
  const { filters, search, sort, descending, columns } = address;
  const { municipality, industry, need, licence, purpose, known, unknown } = filters;
  const { businesses, likelyDuplicateCount, vocabularies } = await locals.api.send(BusinessesPageDocument, {
    ...{ search, municipality, industry, need, licence, purpose, known, unknown, sort, descending },
    mine: filters.mine !== "",
    notVisitedMonths: monthsOf(filters.visited),
    columns: [...columns],
    first: PAGE_SIZE,
    after: listPageOf(url.searchParams).after,
  });
  return { address, businesses, likelyDuplicateCount, vocabularies, pageSize: PAGE_SIZE };
};
