import type { MatchingLaw } from "#domain/law.ts";
import { damOfKm, placeOf } from "#domain/place.ts";
import { demandOf } from "#matching/demand.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";
import type { Terms } from "#matching/terms.ts";
import type { AskedQuestion } from "#persistence/stored-answer.ts";
import { snapshotText } from "#queries/snapshot.ts";
import type { MatchingQuestion, SearchTask } from "./matching-task.ts";

/** What a question is answered by: the terms and the law of the day, and who must not meet. */
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
  const own = termsOf(asked, terms);
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

/** The terms with the weights a question asks for; they were checked when it was asked. */
function termsOf({ purpose, weights }: AskedQuestion, terms: Terms): Terms {
  if (!weights) return terms;
  return { ...terms, purposes: { ...terms.purposes, [purpose]: { ...terms.purposes[purpose], weights } } };
}

/** A kept question with the businesses it is asked of, as the search takes both. */
export function searchTaskOf(
  asked: AskedQuestion,
  businesses: readonly SnapshotBusiness[],
  rules: AnsweringRules,
): SearchTask {
  const { top, membersMin, membersMax, withinKm, without, around } = asked;
  return {
    snapshotText: snapshotText(businesses),
    question: matchingQuestionOf(asked, { ...rules, neverTogether: amongThem(rules.neverTogether, businesses) }),
    wishes: { top, membersMin, membersMax, withinKm, without, ...searchedCircle(around) },
  };
}

/** The pairs both of whom are looked at: of a business that closed nothing has to be kept apart. */
function amongThem(pairs: AnsweringRules["neverTogether"], businesses: readonly SnapshotBusiness[]) {
  const known = new Set(businesses.map(({ id }) => id));
  return pairs.filter((pair) => pair.every((id) => known.has(id)));
}

/** The circle of a kept question as a search takes it. */
export function searchedCircle(around: AskedQuestion["around"]): Pick<SearchTask["wishes"], "around"> {
  if (!around) return {};
  return { around: { place: placeOf(around.lat, around.lon), withinDam: damOfKm(around.km) } };
}
