import { error, redirect } from "@sveltejs/kit";
import { BusinessPageDocument } from "@musubi/schema/operations";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params }) => {
  const { business } = await locals.api.send(BusinessPageDocument, { id: params.id });
  if (!business) error(404, "No such business");
  // One that turned out to be another leads to it.
  if (business.id !== params.id) redirect(303, `/businesses/${business.id}`);
  return { business };
};
