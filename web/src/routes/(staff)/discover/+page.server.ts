import { fail, redirect } from "@sveltejs/kit";
import {
  BusinessNameDocument,
  DiscoverPageDocument,
  FindBusinessesDocument,
  QuestionAgainDocument,
  StartDiscoveryDocument,
} from "@musubi/schema/operations";
import {
  crossedSizes,
  EMPTY_QUESTION,
  lacksMiddle,
  leastOf,
  NUMBER_MAX,
  numberProblems,
  questionOf,
  readQuestion,
  withFound,
  type QuestionValues,
} from "#lib/discovery/question.ts";
import { valuesAsked } from "#lib/discovery/question-again.ts";
import { m } from "#lib/paraglide/messages.js";
import type { Api } from "#lib/server/api.ts";
import { countText } from "#lib/text/number.ts";
import { listPageOf } from "#lib/text/pages.ts";
import type { FormProblem } from "#lib/ui/problem.ts";
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
function notTaken(field: string, isTooLarge: boolean): string {
  const [name, least] = [nameOf(field), leastOf(field)];
  if (isTooLarge) return m.discover_too_large({ name, most: countText(NUMBER_MAX) });
  return least === null ? m.discover_not_number({ name }) : m.discover_not_whole({ name, least });
}

function nameWithPlace({ name, municipalityName }: { name: string; municipalityName?: string | null }): string {
  return municipalityName ? `${name}${m.in_brackets({ text: municipalityName })}` : name;
}

/** What can be told of a question before it is asked. */
function ownProblems(values: QuestionValues): FormProblem[] {
  const problems = numberProblems(values, notTaken);
  const sizes = crossedSizes(values);
  if (sizes) problems.push({ code: "SIZES_CROSSED", field: "sizeMin", message: m.discover_sizes_crossed(sizes) });
  if (lacksMiddle(values)) problems.push({ code: "NO_MIDDLE", field: "around", message: m.discover_no_middle() });
  if (values.purpose !== "") return problems;
  return [{ code: "NO_PURPOSE", field: "purpose", message: m.discover_no_purpose_chosen() }, ...problems];
}

/** Problems the api tells of the whole question, and the field that is to be looked at first. */
const FIELDS: Readonly<Record<string, string>> = { SIZES_OUT_OF_RANGE: "sizeMin", FORM_NEEDS_MORE: "sizeMax" };

/** A question about one business, begun on its page; null where the address names none. */
async function begunWith(api: Api, search: URLSearchParams) {
  const id = search.get("with");
  const { business } = id ? await api.send(BusinessNameDocument, { id }) : {};
  if (!business) return null;
  const picked = [{ ...business, choice: "with" }] as const;
  return { business, values: { ...EMPTY_QUESTION, purpose: search.get("purpose") ?? "", picked } };
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const { vocabularies, discoveries } = await locals.api.send(DiscoverPageDocument, {
    first: PAST_PAGE_SIZE,
    after: listPageOf(url.searchParams).after,
  });
  const from = url.searchParams.get("from");
  const begun = await begunWith(locals.api, url.searchParams);
  const again = from ? (await locals.api.send(QuestionAgainDocument, { id: from })).discovery : null;
  return {
    ...{ vocabularies, discoveries, pageSize: PAST_PAGE_SIZE },
    asked: again ? valuesAsked(again, vocabularies.purposes, nameWithPlace) : (begun?.values ?? null),
    begunWith: begun?.business ?? null,
    hadOwnWeights: again?.asked.ownWeights ?? false,
  };
};

export const actions: Actions = {
  find: async ({ locals, request }) => {
    const values = readQuestion(await request.formData());
    if (values.search === "") return { values, found: null };
    const { businesses } = await locals.api.send(FindBusinessesDocument, { search: values.search, first: FOUND_MAX });
    const picked = withFound(
      values.picked,
      businesses.edges.map(({ node }) => ({ id: node.id, name: nameWithPlace(node) })),
    );
    return { values: { ...values, picked }, found: businesses.totalCount };
  },

  start: async ({ locals, request }) => {
    const values = readQuestion(await request.formData());
    const problems = ownProblems(values);
    if (problems.length > 0) return fail(422, { values, problems });
    const { startDiscovery } = await locals.api.send(StartDiscoveryDocument, {
      input: { question: questionOf(values) },
    });
    if (!startDiscovery.discovery) {
      const placed = startDiscovery.problems.map((one) => ({ ...one, field: one.field ?? FIELDS[one.code] ?? null }));
      return fail(422, { values, problems: placed });
    }
    redirect(303, `/discover/${startDiscovery.discovery.id}`);
  },
};
