import { TodayPageDocument } from "@musubi/schema/operations";
import { visitNow } from "#lib/server/visit-now.ts";
import { todayInJapan } from "#lib/text/day.ts";
import type { PageServerLoad } from "./$types";

/** Next steps shown at first: with as many, a card is left for a group. */
const STEP_CARDS_MAX = 4;
/** Businesses that were asked and wait to be spoken with: cards at most, so that one is left for a group. */
const APPROACH_CARDS_MAX = 2;
/** Next steps shown to one who asks for all. */
const STEPS_MAX = 100;

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { viewer } = await parent();
  const waiting = await locals.api.send(TodayPageDocument, {
    seesBusinesses: viewer.viewerCanSeeBusinesses,
    discovers: viewer.viewerCanDiscover,
    seesGroups: viewer.viewerCanSeeGroups,
    steps: url.searchParams.has("steps") ? STEPS_MAX : STEP_CARDS_MAX,
    approaches: APPROACH_CARDS_MAX,
  });
  const settled = viewer.viewerCanSeeBusinesses ? await visitNow(locals.api, url.searchParams.get("settled")) : null;
  return { ...waiting, settled, today: todayInJapan(new Date()) };
};
