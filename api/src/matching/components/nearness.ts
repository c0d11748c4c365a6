import { distanceDam } from "#domain/place.ts";
import { forEachPair, idsOf, pairFacts, type ScoreComponent } from "../component.ts";
import type { Group, Member } from "../member.ts";
import { pairsOf } from "../whole.ts";

interface Distances {
  /** Σ max(0, R − d) over the pairs whose places are known, in decametres. */
  readonly nearSum: number;
  readonly knownPairs: number;
  readonly farthest: { readonly pair: readonly [Member, Member]; readonly distanceDam: number } | undefined;
}

function distancesOf(group: Group, reachDam: number): Distances {
  let nearSum = 0;
  let knownPairs = 0;
  let farthest: Distances["farthest"];
  forEachPair(group, (a, b) => {
    if (a.place === undefined || b.place === undefined) return;
    const apart = distanceDam(a.place, b.place);
    nearSum += Math.max(0, reachDam - apart);
    knownPairs += 1;
    if (farthest === undefined || apart > farthest.distanceDam) farthest = { pair: [a, b], distanceDam: apart };
  });
  return { nearSum, knownPairs, farthest };
}

const meanPoints = (nearSum: number, reachDam: number, pairs: number): number =>
  pairs === 0 ? 0 : Math.floor((1000 * nearSum) / (reachDam * pairs));

/**
 * 所在地の近さ: how near the members are to each other, as a mean over their pairs.
 *
 * Points: 1000 at no distance, falling in a straight line to 0 at the purpose's distance (10, 20 or 30 km).
 * A pair with an unknown place counts as too far in low and as next door in high.
 */
export const nearness: ScoreComponent<"nearness"> = {
  id: "nearness",
  matches: (group, { nearnessDam }) => {
    const { nearSum, knownPairs, farthest } = distancesOf(group, nearnessDam);
    if (farthest === undefined) return [];
    const pairs = pairsOf(group.length);
    return [
      {
        members: idsOf(group.filter(({ place }) => place !== undefined)),
        points: meanPoints(nearSum, nearnessDam, pairs),
        evidence: { pairs, knownPairs },
      },
      {
        members: idsOf(farthest.pair),
        points: 0,
        evidence: { farthest: true, distanceMetres: farthest.distanceDam * 10 },
      },
    ];
  },
  high: (group, { nearnessDam }) => {
    const { nearSum, knownPairs } = distancesOf(group, nearnessDam);
    const pairs = pairsOf(group.length);
    return meanPoints(nearSum + (pairs - knownPairs) * nearnessDam, nearnessDam, pairs);
  },
  facts: (group) => pairFacts(group, "place"),
};
