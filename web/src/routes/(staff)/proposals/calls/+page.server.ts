import { CallListPageDocument } from "@musubi/schema/operations";
import { callActions } from "#lib/server/call-actions.ts";
import { qrPicture } from "#lib/server/qr.ts";
import { todayInJapan } from "#lib/text/day.ts";
import { listPageOf } from "#lib/text/pages.ts";
import type { Actions, PageServerLoad } from "./$types";

/** A round of calls: what one gets through in a day or two. */
const PAGE_SIZE = 30;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { after } = listPageOf(url.searchParams);
  const { callList } = await locals.api.send(CallListPageDocument, { first: PAGE_SIZE, after });
  return {
    callList,
    pageSize: PAGE_SIZE,
    today: todayInJapan(new Date()),
    qr: qrPicture(`${url.origin}${url.pathname}`),
  };
};

export const actions: Actions = callActions;
