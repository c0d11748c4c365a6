import { compareBytes } from "../byte-order.ts";
import { factsOf, idsOf, type ScoreComponent } from "../component.ts";
import type { Group } from "../member.ts";
import type { Terms } from "../terms.ts";

interface Issue {
  readonly issue: string;
  readonly holders: Group;
  readonly levelSum: number;
  /** j · Σ level: how far a joint business can answer it, times how much it presses. */
  readonly press: number;
}

/** Issues that at least so many members have, the most pressing first, ties by code. */
function issuesOf(group: Group, terms: Terms, holdersMin: number): Issue[] {
  const codes = new Set(group.flatMap(({ needs }) => [...(needs?.keys() ?? [])]));
  return [...codes]
    .map((issue): Issue => {
      const holders = group.filter(({ needs }) => needs?.has(issue) === true);
      const levelSum = holders.reduce((sum, { needs }) => sum + (needs?.get(issue) ?? 0), 0);
      const answer = Object.hasOwn(terms.jointAnswers, issue) ? (terms.jointAnswers[issue] ?? 1000) : 1000;
      return { issue, holders, levelSum, press: answer * levelSum };
    })
    .filter(({ holders }) => holders.length >= holdersMin)
    .sort((a, b) => b.press - a.press || compareBytes(a.issue, b.issue));
}

/** Parts of ten that the most pressing and the next issue bring. */
const PARTS = [7, 3] as const;

function topTwo(group: Group, terms: Terms, holdersMin: number): readonly (Issue & { readonly points: number })[] {
  return issuesOf(group, terms, holdersMin)
    .slice(0, PARTS.length)
    .map((issue, rank) => ({
      ...issue,
      points: Math.floor(((PARTS[rank] ?? 0) * issue.press) / (30 * group.length)),
    }));
}

/**
 * 共通の課題: the two most pressing issues that at least two members have.
 *
 * Points: 700 and 300 where every member has the issue at level 3 and a joint business can answer it in full.
 * Members whose needs are unknown count as having none in low, and as having both at level 3 in high.
 */
export const sharedNeed: ScoreComponent<"shared-need"> = {
  id: "shared-need",
  matches: (group, { terms }) =>
    topTwo(group, terms, 2).map(({ issue, holders, levelSum, points }) => ({
      members: idsOf(holders),
      points,
      evidence: { issue, levelSum },
    })),
  high: (group, { terms }, low) => {
    const unknown = group.filter(({ needs }) => needs === undefined).length;
    if (unknown === 0) return low;
    const known = topTwo(group, terms, 1).reduce((sum, { points }) => sum + points, 0);
    return Math.min(1000, known + unknown * (Math.ceil(700 / group.length) + Math.ceil(300 / group.length)));
  },
  facts: (group) => factsOf(group, ["needs"]),
};
