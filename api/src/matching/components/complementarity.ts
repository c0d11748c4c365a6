import { compareBytes } from "../byte-order.ts";
import { factsOf, type ScoreComponent } from "../component.ts";
import type { Group, Member } from "../member.ts";

interface Offer {
  readonly supplier: Member;
  readonly level: number;
}

/** Points at level 3 of a member's strongest met want and of the next, before they are shared among the members. */
const WANT_POINTS = [700, 300] as const;

const pointsOf = (rank: number, level: number, members: number): number =>
  Math.floor(((WANT_POINTS[rank] ?? 0) * level) / (3 * members));

/** A member's wants, strongest first: level, then tag. */
function wantsOf(member: Member): readonly (readonly [string, number])[] {
  return [...(member.seeks ?? [])].sort(([tagA, a], [tagB, b]) => b - a || compareBytes(tagA, tagB));
}

/** The best offer of a tag by another member: highest level, then least id. */
function bestOffer(group: Group, wanting: Member, tag: string): Offer | undefined {
  let best: Offer | undefined;
  for (const supplier of group) {
    const level = supplier === wanting ? undefined : supplier.capabilities?.get(tag);
    if (level !== undefined && level > (best?.level ?? 0)) best = { supplier, level };
  }
  return best;
}

function highOf(group: Group, member: Member): number {
  const n = group.length;
  if (member.seeks === undefined) return pointsOf(0, 3, n) + pointsOf(1, 3, n);
  const openOffer = group.some((other) => other !== member && other.capabilities === undefined);
  return wantsOf(member)
    .filter(([tag]) => openOffer || bestOffer(group, member, tag) !== undefined)
    .slice(0, WANT_POINTS.length)
    .reduce((sum, [, level], rank) => sum + pointsOf(rank, level, n), 0);
}

/**
 * 強みの補完: what members want and another member offers, at any level.
 *
 * Points: up to 700/n and 300/n for the two strongest met wants of each member, by the level of the want.
 * Unknown wants count as none in low and as two met ones of level 3 in high; an unknown offer may be any tag.
 */
export const complementarity: ScoreComponent<"complementarity"> = {
  id: "complementarity",
  matches: (group) =>
    group.flatMap((member) =>
      wantsOf(member)
        .flatMap(([tag, wantLevel]) => {
          const offer = bestOffer(group, member, tag);
          return offer === undefined ? [] : [{ tag, wantLevel, offer }];
        })
        .slice(0, WANT_POINTS.length)
        .map(({ tag, wantLevel, offer }, rank) => ({
          members: [member.id, offer.supplier.id].sort(compareBytes),
          points: pointsOf(rank, wantLevel, group.length),
          evidence: { wants: member.id, supplier: offer.supplier.id, tag, wantLevel, offerLevel: offer.level },
        })),
    ),
  high: (group) => group.reduce((sum, member) => sum + highOf(group, member), 0),
  facts: (group) => factsOf(group, ["seeks", "capabilities"]),
};
