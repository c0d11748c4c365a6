import { forEachPair, idsOf, pairFacts, type ScoreComponent } from "../component.ts";
import type { Group, Member } from "../member.ts";
import type { Terms } from "../terms.ts";
import { pairsOf } from "../whole.ts";

/** Classes apart from which two members no longer count as alike. */
const CLASSES_APART = 3;

/** The size class of a number of regular employees, from 0. */
export function sizeClassOf(employees: number, terms: Terms): number {
  const at = terms.employeeClassMax.findIndex((max) => employees <= max);
  return at < 0 ? terms.employeeClassMax.length : at;
}

interface Likeness {
  readonly likeSum: number;
  readonly knownPairs: number;
  readonly widest:
    | {
        readonly pair: readonly [Member, Member];
        readonly employees: readonly [number, number];
        readonly apart: number;
      }
    | undefined;
}

function likenessOf(group: Group, terms: Terms): Likeness {
  let likeSum = 0;
  let knownPairs = 0;
  let widest: Likeness["widest"];
  forEachPair(group, (a, b) => {
    if (a.employees === undefined || b.employees === undefined) return;
    const apart = Math.abs(sizeClassOf(a.employees, terms) - sizeClassOf(b.employees, terms));
    likeSum += Math.max(0, CLASSES_APART - apart);
    knownPairs += 1;
    if (apart > (widest?.apart ?? -1)) widest = { pair: [a, b], employees: [a.employees, b.employees], apart };
  });
  return { likeSum, knownPairs, widest };
}

const meanPoints = (likeSum: number, pairs: number): number =>
  pairs === 0 ? 0 : Math.floor((likeSum * 1000) / (CLASSES_APART * pairs));

/**
 * 規模の近さ: how alike the members are in size, as a mean over their pairs.
 *
 * Points: 1000 where all are of one class of regular employees, falling to 0 at three classes apart.
 * A pair with unknown employees counts as far apart in low and as alike in high.
 */
export const sizeLikeness: ScoreComponent<"size-likeness"> = {
  id: "size-likeness",
  matches: (group, { terms }) => {
    const { likeSum, knownPairs, widest } = likenessOf(group, terms);
    if (widest === undefined) return [];
    const pairs = pairsOf(group.length);
    return [
      {
        members: idsOf(group.filter(({ employees }) => employees !== undefined)),
        points: meanPoints(likeSum, pairs),
        evidence: { pairs, knownPairs },
      },
      { members: idsOf(widest.pair), points: 0, evidence: { farthest: true, employees: widest.employees } },
    ];
  },
  high: (group, { terms }) => {
    const { likeSum, knownPairs } = likenessOf(group, terms);
    const pairs = pairsOf(group.length);
    return meanPoints(likeSum + (pairs - knownPairs) * CLASSES_APART, pairs);
  },
  facts: (group) => pairFacts(group, "employees"),
};
