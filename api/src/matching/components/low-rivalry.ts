import { forEachPair, NOTHING_UNKNOWN, type FactCount, type ScoreComponent } from "../component.ts";
import type { Ability } from "../demand.ts";
import type { Group, Member } from "../member.ts";
import { isFullTrade, tradeDistance } from "../trade-distance.ts";
import { share, sumOf } from "../whole.ts";

/** Whether two members compete: of one class of trade (four digits), in one municipality. One known difference says no. */
export function areRivals(a: Member, b: Member): Ability {
  const { least, most } = tradeDistance(a.industry, b.industry);
  if (least > 0) return "no";
  const isPlaceKnown = a.municipality !== undefined && b.municipality !== undefined;
  if (isPlaceKnown && a.municipality !== b.municipality) return "no";
  return isPlaceKnown && most === 0 ? "yes" : "maybe";
}

interface Rivals {
  readonly sure: ReadonlySet<Member>;
  readonly possible: ReadonlySet<Member>;
  readonly pairs: readonly (readonly [Member, Member])[];
}

function rivalsOf(group: Group): Rivals {
  const sure = new Set<Member>();
  const possible = new Set<Member>();
  const pairs: [Member, Member][] = [];
  forEachPair(group, (a, b) => {
    const answer = areRivals(a, b);
    if (answer === "no") return;
    [a, b].forEach((member) => possible.add(member));
    if (answer === "maybe") return;
    [a, b].forEach((member) => sure.add(member));
    pairs.push([a, b]);
  });
  return { sure, possible, pairs };
}

const sharesWithout = (group: Group, rivals: ReadonlySet<Member>): number =>
  sumOf(group.map((member, index) => (rivals.has(member) ? 0 : share(1000, group.length, index + 1))));

/** Trades known to four digits, and municipalities: what tells a rival. */
function rivalFacts(group: Group): FactCount {
  if (group.length < 2) return NOTHING_UNKNOWN;
  const trades = group.filter(({ industry }) => isFullTrade(industry)).length;
  const municipalities = group.filter(({ municipality }) => municipality !== undefined).length;
  return { known: trades + municipalities, all: 2 * group.length };
}

/**
 * 競合の少なさ: how many members have no rival inside the group.
 *
 * Points, 0 to 1000: equal shares, one for each member without a rival; a lone member has none. A rival has the same
 * JSIC class (four digits) in the same municipality. Where neither is told, a rival is thought possible in low and
 * absent in high; a code of fewer digits tells a difference but no sameness. Source: criteria for work across trades,
 * where partners who compete hold back.
 */
export const lowRivalry: ScoreComponent<"low-rivalry"> = {
  id: "low-rivalry",
  matches: (group) => {
    const { possible, pairs } = rivalsOf(group);
    const free = group.filter((member) => !possible.has(member)).map(({ id }) => id);
    const rivals = pairs.map(([a, b]) => ({
      members: [a.id, b.id],
      points: 0,
      evidence: { industry: a.industry ?? "", municipality: a.municipality ?? "" },
    }));
    if (free.length === 0) return rivals;
    return [{ members: free, points: sharesWithout(group, possible), evidence: { free: free.length } }, ...rivals];
  },
  high: (group) => sharesWithout(group, rivalsOf(group).sure),
  facts: rivalFacts,
};
