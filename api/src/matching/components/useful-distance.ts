import { forEachPair, idsOf, NOTHING_UNKNOWN, type FactCount, type ScoreComponent } from "../component.ts";
import type { Group, Member } from "../member.ts";
import { isFullTrade, tradeDistance } from "../trade-distance.ts";
import { pairsOf } from "../whole.ts";

interface Differences {
  readonly least: number;
  readonly most: number;
  readonly knownPairs: number;
  readonly closest: { readonly pair: readonly [Member, Member]; readonly distance: number } | undefined;
}

function differencesOf(group: Group): Differences {
  let [leastSum, mostSum, knownPairs] = [0, 0, 0];
  let closest: Differences["closest"];
  forEachPair(group, (a, b) => {
    const { least, most } = tradeDistance(a.industry, b.industry);
    leastSum += least;
    mostSum += most;
    if (least < most) return;
    knownPairs += 1;
    if (closest === undefined || least < closest.distance) closest = { pair: [a, b], distance: least };
  });
  return { least: leastSum, most: mostSum, knownPairs, closest };
}

const meanPoints = (sum: number, pairs: number): number => (pairs === 0 ? 0 : Math.floor(sum / pairs));

/** Trades known to four digits; a lone member has nothing to differ from. */
function tradeFacts(group: Group): FactCount {
  if (group.length < 2) return NOTHING_UNKNOWN;
  return { known: group.filter(({ industry }) => isFullTrade(industry)).length, all: group.length };
}

/**
 * 業種の適度な違い: whether the trades differ usefully, as a mean over the pairs of members.
 *
 * Points, 0 to 1000: per pair 0 in one JSIC class, 300 in one group, 700 in one division, 1000 in one section, 500
 * beyond; the mean rounded down once. A pair whose codes do not tell counts the least still possible in low and the
 * most in high. Source: Nooteboom et al. 2007 on cognitive distance, Frenken et al. 2007 on related variety.
 */
export const usefulDistance: ScoreComponent<"useful-distance"> = {
  id: "useful-distance",
  matches: (group) => {
    const { least, knownPairs, closest } = differencesOf(group);
    if (closest === undefined) return [];
    const pairs = pairsOf(group.length);
    const [a, b] = closest.pair;
    return [
      {
        members: idsOf(group.filter(({ industry }) => industry !== undefined)),
        points: meanPoints(least, pairs),
        evidence: { pairs, knownPairs },
      },
      {
        members: idsOf([a, b]),
        points: 0,
        evidence: {
          closest: true as const,
          industries: [a.industry ?? "", b.industry ?? ""] as const,
          distance: closest.distance,
        },
      },
    ];
  },
  high: (group) => meanPoints(differencesOf(group).most, pairsOf(group.length)),
  facts: tradeFacts,
};
