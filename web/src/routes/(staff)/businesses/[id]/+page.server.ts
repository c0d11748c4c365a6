import { error } from "@sveltejs/kit";
import { BusinessPageDocument } from "@musubi/schema/operations";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params }) => {
  const { business } = await locals.api.send(BusinessPageDocument, { id: params.id });
  if (!business) error(404, "No such business");
  return { business };
};
