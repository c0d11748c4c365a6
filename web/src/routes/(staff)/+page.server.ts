import { TodayPageDocument } from "@musubi/schema/operations";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { viewer } = await parent();
  return locals.api.send(TodayPageDocument, {
    seesBusinesses: viewer.viewerCanSeeBusinesses,
    discovers: viewer.viewerCanDiscover,
    seesGroups: viewer.viewerCanSeeGroups,
  });
};
