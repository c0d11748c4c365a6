import { PurposesDocument } from "@musubi/schema/operations";
import { groupsAround } from "#lib/server/groups-around.ts";
import type { LayoutServerLoad } from "./$types";

/**
 * The groups the business can be in: apart from the page, which is loaded anew for each fact that is edited. The page does
 * not wait for them, but where an address names a purpose and is opened as a whole: that is how it is asked without script.
 */
export const load: LayoutServerLoad = async ({ locals, params, url, parent, isDataRequest }) => {
  const { viewer } = await parent();
  if (!viewer.viewerCanDiscover) return { purposes: [], around: null };
  const purpose = url.searchParams.get("groups");
  const around = groupsAround(locals.api, { businessId: params.id, purpose });
  // Told where it is waited for; until then nobody else hears of a fault.
  around.catch(() => {});
  const { vocabularies } = await locals.api.send(PurposesDocument, {});
  return {
    purposes: vocabularies.purposes,
    around: purpose !== null && !isDataRequest ? await around : around,
  };
};
