import { SourcesPageDocument } from "@musubi/schema/operations";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals }) => {
  const { vocabularies } = await locals.api.send(SourcesPageDocument, {});
  return { sources: vocabularies.sources };
};
