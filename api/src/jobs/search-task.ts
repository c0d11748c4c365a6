import type { MatchingLaw } from "#domain/law.ts";
import { damOfKm, placeOf } from "#domain/place.ts";
import type { Purpose } from "#domain/purpose.ts";
import { demandOf } from "#matching/demand.ts";
import { candidateFinder } from "#matching/columns/find-candidate.ts";
import type { Terms } from "#matching/terms.ts";
import type { AskedQuestion, HeldTerms } from "#persistence/stored-answer.ts";
import type { LoadedLayout } from "#queries/layout.ts";
import type { MatchingQuestion, SearchTask } from "./matching-task.ts";

/** What a question is answered by: the law of the day, who must not meet, and the shipped terms, which the question's own go before. */
export interface AnsweringRules {
  readonly terms: Terms;
  readonly law: MatchingLaw;
  /** Pairs of ids; never kept with a question or an answer. */
  readonly neverTogether: readonly (readonly [string, string])[];
}

/** A kept question as the matcher takes it. */
export function matchingQuestionOf(
  asked: AskedQuestion,
  { terms, law, neverTogether }: AnsweringRules,
): MatchingQuestion {
  const { purpose, form, districts, mustHave, demand } = asked;
  const own = termsOfQuestion(asked, terms);
  return {
    purpose,
    form,
    districts,
    mustHave,
    neverTogether,
    terms: own,
    law,
    ...(demand ? { demand: demandOf(demand) } : {}),
  };
}

/** The terms a question is answered and explained by: those that held when it was asked, with the weights it asks for. */
export function termsOfQuestion({ purpose, weights, terms: held }: AskedQuestion, shipped: Terms): Terms {
  const own = weights ?? held?.weights;
  if (!own) return shipped;
  const { version, bands, coverageShownMin } = held ?? shipped;
  const purposes = { ...shipped.purposes, [purpose]: { ...shipped.purposes[purpose], weights: own } };
  return { ...shipped, version, bands, coverageShownMin, purposes };
}

/** What a question keeps of the terms that hold when it is asked. */
export function heldTerms({ version, bands, coverageShownMin, purposes }: Terms, purpose: Purpose): HeldTerms {
  return { version, weights: purposes[purpose].weights, bands, coverageShownMin };
}

/**
 * A kept question with the businesses it is asked of, as the search takes both. Of one that has closed nothing has to be
 * kept apart, and it need not be left out.
 */
export function searchTaskOf(
  asked: AskedQuestion,
  { layout, mark }: Pick<LoadedLayout, "layout" | "mark">,
  rules: AnsweringRules,
): SearchTask {
  const { top, membersMin, membersMax, withinKm, around } = asked;
  const find = candidateFinder(layout);
  const isKnown = (id: string) => find(id) !== undefined;
  const neverTogether = rules.neverTogether.filter((pair) => pair.every(isKnown));
  const without = asked.without.filter(isKnown);
  return {
    ...{ layout, mark },
    question: matchingQuestionOf(asked, { ...rules, neverTogether }),
    wishes: { top, membersMin, membersMax, withinKm, without, ...searchedCircle(around) },
  };
}

/** The circle of a kept question as a search takes it. */
export function searchedCircle(around: AskedQuestion["around"]): Pick<SearchTask["wishes"], "around"> {
  if (!around) return {};
  return { around: { place: placeOf(around.lat, around.lon), withinDam: damOfKm(around.km) } };
}
