import { analyse, type Analysis } from "#matching/analysis.ts";
import type { ComponentId } from "#matching/terms.ts";
import { discover } from "#matching/discover.ts";
import type { Question } from "#matching/question.ts";
import { bestReasons } from "#matching/reasons.ts";
import type { RuleId } from "#matching/rule.ts";
import { planSearch, type SearchWishes } from "#matching/search-plan.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";
import { members } from "../questions.ts";

/** Enough for every round to be run among some hundred businesses. */
const GROUPS_MAX = 150_000;

/** What a search among businesses proposes. */
export function proposalsAmong(
  businesses: readonly SnapshotBusiness[],
  question: Question,
  wishes: SearchWishes = {},
): readonly Analysis[] {
  const plan = planSearch(businesses, question, { top: 5, ...wishes });
  if (!plan.accepted) throw new Error(JSON.stringify(plan.problems));
  return discover(plan.change, { groupsMax: GROUPS_MAX }).proposals;
}

/** The analysis of a group that is handed in. */
export function analysisOf(businesses: readonly SnapshotBusiness[], question: Question): Analysis {
  return analyse(members(...businesses), question);
}

/** One rule of an analysis. */
export function ruleOf(id: RuleId, { rules }: Analysis) {
  return rules.find((rule) => rule.id === id);
}

/** One component of an analysis. */
export function partOf(id: ComponentId, { components }: Analysis) {
  return components.find((component) => component.id === id);
}

/** The components the three best reasons belong to, the heaviest first. */
export function reasonsGiven(analysis: Analysis | undefined): readonly ComponentId[] {
  return analysis === undefined ? [] : bestReasons(analysis).map(({ id }) => id);
}

/** The ids of businesses, sorted as an analysis sorts its members. */
export function idsOf(businesses: readonly SnapshotBusiness[]): readonly string[] {
  return businesses.map(({ id }) => id).sort();
}
