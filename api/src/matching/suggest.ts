import { distanceDam } from "#domain/place.ts";
import { analyse, type Analysis } from "./analysis.ts";
import type { Member } from "./member.ts";
import type { Question } from "./question.ts";
import { compareRank } from "./rank.ts";
import { reasonsOf, type Reason } from "./reasons.ts";
import { pairsIn } from "./staff-rules.ts";
import type { ComponentId } from "./terms.ts";

/** A business that could join a group, and what the group would be with it. */
export interface Suggestion {
  readonly id: string;
  /** Change of the lower bound, of the upper bound, in 1/1000 points. */
  readonly gain: number;
  readonly potential: number;
  /** What it brings most, with the members it is about; undefined where it brings nothing that is known. */
  readonly brings: Reason | undefined;
  /** The component whose known points fall most by it; undefined where none falls. */
  readonly costs: ComponentId | undefined;
  readonly analysis: Analysis;
}

/** A member, and what its group would be without it. */
export interface MemberEffect {
  readonly id: string;
  readonly analysis: Analysis;
}

/** What suggestions are drawn from. */
export interface SuggestionSource {
  readonly question: Question;
  /** Everyone who may be proposed. */
  readonly eligible: readonly Member[];
  /** Greatest distance between two members, in decametres. */
  readonly withinDam: number;
  readonly top: number;
}

/**
 * Businesses whose gain is worked out for one group. A town centre has more within reach; the nearest stand for the
 * rest, as a coordinator would look round, and a change on the screen is answered at once.
 */
const LOOKED_AT_MAX = 400;

/** Decametres to the nearest member whose place is known; undefined where one is out of reach, or the business has no place. */
function nearestDam(business: Member, group: readonly Member[], withinDam: number): number | undefined {
  if (business.place === undefined) return undefined;
  let nearest = Number.MAX_SAFE_INTEGER;
  for (const { place } of group) {
    if (place === undefined) continue;
    const distance = distanceDam(business.place, place);
    if (distance > withinDam) return undefined;
    nearest = Math.min(nearest, distance);
  }
  return nearest;
}

function withinReach(group: readonly Member[], { eligible, withinDam }: SuggestionSource): readonly Member[] {
  const inside = new Set(group.map(({ id }) => id));
  const found = eligible.flatMap((member) => {
    const distance = inside.has(member.id) ? undefined : nearestDam(member, group, withinDam);
    return distance === undefined ? [] : [{ member, distance }];
  });
  // The order of the pool decides among equals; it is that of the ids.
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, LOOKED_AT_MAX)
    .map(({ member }) => member);
}

const failures = ({ rules }: Pick<Analysis, "rules">) => rules.filter(({ verdict }) => verdict === "fail").length;

/** Components with the change of their known points, weight times points, the greatest rise first. */
function risesOf(before: Analysis, after: Analysis) {
  const low = new Map(before.components.map((part) => [part.id, part.low]));
  const rises = after.components.map((part) => ({ part, rise: part.weight * (part.low - (low.get(part.id) ?? 0)) }));
  return rises.sort((a, b) => b.rise - a.rise);
}

/** What rises and what falls most by a newcomer; what rises is told by its own match where it has one. */
function broughtBy(id: string, before: Analysis, after: Analysis): Pick<Suggestion, "brings" | "costs"> {
  const rises = risesOf(before, after);
  const [risen, fallen] = [rises[0], rises.at(-1)];
  const costs = fallen && fallen.rise < 0 ? fallen.part.id : undefined;
  if (risen === undefined || risen.rise <= 0) return { brings: undefined, costs };
  const reasons = reasonsOf({ components: [risen.part] }).toSorted((a, b) => b.match.points - a.match.points);
  return { brings: reasons.find(({ match }) => match.members.includes(id) && match.points > 0) ?? reasons[0], costs };
}

/**
 * Who would make a group better: of those who may be proposed and lie within reach of every member, the ones that raise
 * the lower bound most, none that breaks a rule which the group keeps. Some may lower it and are still the best there is.
 */
export function suggestMembers(group: readonly Member[], source: SuggestionSource): readonly Suggestion[] {
  const { question, top } = source;
  if (group.length >= question.terms.membersMaxAllowed) return [];
  const before = analyse(group, question);
  return (
    withinReach(group, source)
      .map((member) => ({ id: member.id, analysis: analyse([...group, member], question) }))
      .filter(({ analysis }) => failures(analysis) <= failures(before))
      // A newcomer who mends one rule may still be one that a member must not meet.
      .filter(({ analysis }) => pairsIn(analysis).length <= pairsIn(before).length)
      .sort((a, b) => compareRank(a.analysis, b.analysis))
      .slice(0, top)
      .map(({ id, analysis }) => ({
        ...{ id, analysis, gain: analysis.lower - before.lower, potential: analysis.upper - before.upper },
        ...broughtBy(id, before, analysis),
      }))
  );
}

/** What becomes of a group without each of its members; nothing for a lone one. */
export function withoutEach(group: readonly Member[], question: Question): readonly MemberEffect[] {
  if (group.length < 2) return [];
  return group.map(({ id }) => ({
    id,
    analysis: analyse(
      group.filter((member) => member.id !== id),
      question,
    ),
  }));
}
