import { error } from "@sveltejs/kit";
import { SurveySheetDocument, SurveySheetsDocument } from "@musubi/schema/operations";
import { listAddressOf, listQueryOf } from "#lib/business/list-address.ts";
import type { Api } from "#lib/server/api.ts";
import { qrPicture } from "#lib/server/qr.ts";
import { sheetOf, SHEETS_MAX } from "#lib/survey/sheet.ts";
import { todayInJapan } from "#lib/text/day.ts";
import { listPageOf } from "#lib/text/pages.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  const only = url.searchParams.get("business");
  const address = listAddressOf(url.searchParams);
  const { businesses, questions, page } =
    only === null ? await sheetsOfList(locals.api, url) : await sheetOfOne(locals.api, only);
  return {
    ...{ address, questions, page, today: todayInJapan(new Date()), isOne: only !== null },
    sheets: businesses.map((business) => sheetOf(business, questions)),
    /** Where the answers of each sheet are entered. */
    pictures: businesses.map(({ id }) => qrPicture(`${url.origin}/businesses/${id}/survey`)),
  };
};

async function sheetOfOne(api: Api, id: string) {
  const { business, surveyQuestions } = await api.send(SurveySheetDocument, { id });
  if (!business) error(404, "No such business");
  return {
    businesses: [business],
    questions: surveyQuestions,
    page: { total: 1, hasNextPage: false, endCursor: null },
  };
}

async function sheetsOfList(api: Api, url: URL) {
  const asked = listQueryOf(listAddressOf(url.searchParams));
  const { businesses, surveyQuestions } = await api.send(SurveySheetsDocument, {
    ...asked,
    sort: asked.sort ?? "TO_ASK",
    first: SHEETS_MAX,
    after: listPageOf(url.searchParams).after,
  });
  const { hasNextPage, endCursor } = businesses.pageInfo;
  return {
    businesses: businesses.edges.map(({ node }) => node),
    questions: surveyQuestions,
    page: { total: businesses.totalCount, hasNextPage, endCursor: endCursor ?? null },
  };
}
