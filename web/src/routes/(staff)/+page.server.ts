import { TodayPageDocument } from "@musubi/schema/operations";
import { todayInJapan } from "#lib/text/day.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { viewer } = await parent();
  const waiting = await locals.api.send(TodayPageDocument, {
    seesBusinesses: viewer.viewerCanSeeBusinesses,
    discovers: viewer.viewerCanDiscover,
    seesGroups: viewer.viewerCanSeeGroups,
  });
  return { ...waiting, today: todayInJapan(new Date()) };
};
