import { fail, redirect } from "@sveltejs/kit";
import { DiscoverPageDocument, FindBusinessesDocument, StartDiscoveryDocument } from "@musubi/schema/operations";
import { leastOf, numberProblems, questionOf, readQuestion, withFound } from "#lib/discovery/question.ts";
import { m } from "#lib/paraglide/messages.js";
import { listPageOf } from "#lib/text/pages.ts";
import type { Actions, PageServerLoad } from "./$types";

const PAST_PAGE_SIZE = 20;

/** Businesses offered for one word; a longer word narrows them. */
const FOUND_MAX = 20;

/** A number field as the page names it. */
function nameOf(field: string): string {
  if (field === "sizeMin") return m.discover_size_min();
  if (field === "sizeMax") return m.discover_size_max();
  if (field === "withinKm") return m.discover_within();
  if (field === "aroundKm") return m.discover_circle_km();
  return m.discover_month({ month: field.replace("units-", "") });
}

/** What a number field takes. */
function notTaken(field: string): string {
  const [name, least] = [nameOf(field), leastOf(field)];
  return least === null ? m.discover_not_number({ name }) : m.discover_not_whole({ name, least });
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const { vocabularies, discoveries } = await locals.api.send(DiscoverPageDocument, {
    first: PAST_PAGE_SIZE,
    after: listPageOf(url.searchParams).after,
  });
  return { vocabularies, discoveries, pageSize: PAST_PAGE_SIZE };
};

export const actions: Actions = {
  find: async ({ locals, request }) => {
    const values = readQuestion(await request.formData());
    if (values.search === "") return { values, found: null };
    const { businesses } = await locals.api.send(FindBusinessesDocument, { search: values.search, first: FOUND_MAX });
    const picked = withFound(
      values.picked,
      businesses.edges.map(({ node: { id, name, municipalityName } }) => ({
        id,
        name: municipalityName ? `${name} ${m.in_brackets({ text: municipalityName })}` : name,
      })),
    );
    return { values: { ...values, picked }, found: businesses.totalCount };
  },

  start: async ({ locals, request }) => {
    const values = readQuestion(await request.formData());
    const problems = numberProblems(values, notTaken);
    if (values.purpose === "") {
      problems.unshift({ code: "NO_PURPOSE", field: "purpose", message: m.discover_no_purpose_chosen() });
    }
    if (problems.length > 0) return fail(422, { values, problems });
    const { startDiscovery } = await locals.api.send(StartDiscoveryDocument, {
      input: { question: questionOf(values) },
    });
    if (!startDiscovery.discovery) return fail(422, { values, problems: startDiscovery.problems });
    redirect(303, `/discover/${startDiscovery.discovery.id}`);
  },
};
