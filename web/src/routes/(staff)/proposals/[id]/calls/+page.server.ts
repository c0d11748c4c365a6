import { error } from "@sveltejs/kit";
import { CallsPageDocument } from "@musubi/schema/operations";
import { callActions } from "#lib/server/call-actions.ts";
import { qrPicture } from "#lib/server/qr.ts";
import { todayInJapan } from "#lib/text/day.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { proposal } = await locals.api.send(CallsPageDocument, { id: params.id });
  if (!proposal) error(404, "No such proposal");
  return { proposal, today: todayInJapan(new Date()), qr: qrPicture(`${url.origin}${url.pathname}`) };
};

export const actions: Actions = callActions;
