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

/** A business that could take a member's place, and what the group would be then. */
export interface Swap extends Suggestion {
  /** The member that would leave. */
  readonly leaves: string;
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

/** A business within reach, and the group with it. */
interface Newcomer {
  readonly member: Member;
  readonly analysis: Analysis;
}

/** Those within reach with whom no rule is broken that the group keeps, the best first. */
function newcomers(group: readonly Member[], before: Analysis, source: SuggestionSource): readonly Newcomer[] {
  return withinReach(group, source)
    .map((member) => ({ member, analysis: analyse([...group, member], source.question) }))
    .filter(({ analysis }) => breaksNothing(before, analysis))
    .sort((a, b) => compareRank(a.analysis, b.analysis));
}

/** Whether a change breaks no rule that was kept; a newcomer who mends one may still be one that a member must not meet. */
function breaksNothing(before: Analysis, after: Analysis): boolean {
  return failures(after) <= failures(before) && pairsIn(after).length <= pairsIn(before).length;
}

function suggestionOf(id: string, before: Analysis, after: Analysis): Suggestion {
  const change = { gain: after.lower - before.lower, potential: after.upper - before.upper };
  return { ...{ id, analysis: after }, ...change, ...broughtBy(id, before, after) };
}

/** What could be better about a group: who could join, and who could take whose place. */
export interface Improvements {
  readonly suggestions: readonly Suggestion[];
  readonly swaps: readonly Swap[];
}

/**
 * Groups that are scored to find who could take whose place. Of those who could join, the best are tried in the place
 * of each member: who helps a group beside its members is who helps it most without one of them, as a rule.
 */
const SWAPS_LOOKED_AT = 100;

/** Each newcomer in the place where it gains most, the greatest gain first; none that gains nothing. */
function bestSwaps(
  group: readonly Member[],
  { before, first, source }: { before: Analysis; first: readonly Newcomer[]; source: SuggestionSource },
): readonly Swap[] {
  if (group.length < 2) return [];
  const tried = first.slice(0, Math.floor(SWAPS_LOOKED_AT / group.length));
  const swaps = tried.flatMap(({ member }): Swap[] => {
    const each = group.map(({ id: leaves }) => {
      const analysis = analyse([...group.filter(({ id }) => id !== leaves), member], source.question);
      return { leaves, analysis };
    });
    const lawful = each.filter(({ analysis }) => analysis.lower > before.lower && breaksNothing(before, analysis));
    const best = lawful.sort((a, b) => compareRank(a.analysis, b.analysis))[0];
    return best ? [{ leaves: best.leaves, ...suggestionOf(member.id, before, best.analysis) }] : [];
  });
  return swaps.sort((a, b) => compareRank(a.analysis, b.analysis)).slice(0, source.top);
}

/**
 * Who would make a group better: of those who may be proposed and lie within reach of every member, the ones that raise
 * the lower bound most, by joining or in a member's place, none that breaks a rule which the group keeps. Joining may
 * lower it and still be the best there is; who takes a place always raises it.
 */
export function improveGroup(group: readonly Member[], source: SuggestionSource): Improvements {
  const before = analyse(group, source.question);
  const first = newcomers(group, before, source);
  const isFull = group.length >= source.question.terms.membersMaxAllowed;
  return {
    suggestions: (isFull ? [] : first)
      .slice(0, source.top)
      .map(({ member, analysis }) => suggestionOf(member.id, before, analysis)),
    swaps: bestSwaps(group, { before, first, source }),
  };
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
