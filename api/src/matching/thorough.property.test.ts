import { describe, expect, it } from "vitest";
import { PURPOSES } from "#domain/purpose.ts";
import { askedOf, motleySearches, type MotleySearch } from "../../test/motley-searches.ts";
import { analyse, groupOf, type Analysis } from "./analysis.ts";
import { forEachPair } from "./component.ts";
import { discover } from "./discover.ts";
import { apartReason } from "./meeting.ts";
import type { Group } from "./member.ts";
import { areDiverse } from "./rank.ts";
import { isLawful } from "./rule-registry.ts";
import { eligibleOf, planSearch, type SearchPlan } from "./search-plan.ts";

/** Searches of each purpose, and the businesses of each: few enough for one pool, and more than a pool has room for. */
const SEARCHES = [
  { count: 10, size: 18 },
  { count: 4, size: 110 },
] as const;

function thoroughPlanOf(search: MotleySearch): SearchPlan | undefined {
  const plan = planSearch(search.businesses, askedOf(search), { ...search.wishes, mode: "quality" });
  return plan.accepted ? plan.change : undefined;
}

/** What one who joins, one who leaves, or one in the place of another makes of a group, as far as it may be proposed. */
function everyChangeOf(group: Group, plan: SearchPlan): readonly Group[] {
  const others = eligibleOf(plan).filter(({ id }) => group.every((member) => member.id !== id));
  const without = group.map((gone) => group.filter((member) => member !== gone));
  const changed = [group, ...without].flatMap((rest) => [...others.map((other) => groupOf([...rest, other])), rest]);
  return changed.filter((one) => one !== group && mayBeProposed(one, plan));
}

function mayBeProposed(group: Group, plan: SearchPlan): boolean {
  let isTogether = group.length >= plan.membersMin && group.length <= plan.membersMax;
  forEachPair(group, (a, b) => {
    isTogether &&= apartReason(a, b, plan) === undefined;
  });
  return isTogether && plan.question.mustHave.every((id) => group.some((member) => member.id === id));
}

/** The groups a single change makes of a proposal that are better than it, and differ enough from those above it. */
function bettered(proposal: Analysis, above: readonly Analysis[], plan: SearchPlan): readonly Analysis[] {
  const group = eligibleOf(plan).filter(({ id }) => proposal.members.includes(id));
  const better = above.filter(({ lower }) => lower > proposal.lower);
  return everyChangeOf(group, plan)
    .map((one) => analyse(one, plan.question))
    .filter(({ lower, rules }) => lower > proposal.lower && isLawful(rules))
    .filter(({ members }) => better.every((other) => areDiverse(members, other.members)));
}

describe.each(PURPOSES)("a thorough search for %s", (purpose) => {
  it.each(SEARCHES)("proposes no group that a single change betters, of anybody within reach of $size", (searches) => {
    let proposed = 0;
    for (const search of motleySearches(purpose, searches.count, searches.size)) {
      const plan = thoroughPlanOf(search);
      if (plan === undefined) continue;
      const { proposals } = discover(plan);
      proposals.forEach((proposal, place) => {
        expect(bettered(proposal, proposals.slice(0, place), plan), `population ${search.seed}, ${place}`).toEqual([]);
        proposed += 1;
      });
    }
    expect(proposed).toBeGreaterThan(searches.count);
  });
});
