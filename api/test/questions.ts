import type { Purpose } from "#domain/purpose.ts";
import { loadMatchingLaw } from "#files/seeds/law.ts";
import { loadTerms } from "#files/seeds/terms.ts";
import { demandOf, type DemandText } from "#matching/demand.ts";
import { memberOf, type Member } from "#matching/member.ts";
import { askQuestion, type Question, type QuestionParts } from "#matching/question.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";

/** The shipped terms. */
export const terms = loadTerms();

/** The figures of law on a day all of them are in force. */
export const law = loadMatchingLaw("2026-11-01");

/** A question by the shipped terms and law. */
export function ask(purpose: Purpose, demand: DemandText = {}, more: Partial<QuestionParts> = {}): Question {
  const decision = askQuestion({ purpose, terms, law, demand: demandOf(demand), ...more });
  if (!decision.accepted) throw new Error(JSON.stringify(decision.problems));
  return decision.change;
}

/** Members of businesses written short: an id and the facts that matter. */
export function members(...businesses: readonly SnapshotBusiness[]): readonly Member[] {
  return businesses.map(memberOf);
}
