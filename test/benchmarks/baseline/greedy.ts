import type { Question } from "../../../api/src/matching/question.ts";
import { diverseTop } from "../../../api/src/matching/rank.ts";
import { apartOf, PlainScore, type PlainBusiness } from "./plain-score.ts";

/** What groups have to keep to. */
export interface GroupLimits {
  readonly question: Question;
  readonly withinDam: number;
  readonly membersMin: number;
  readonly membersMax: number;
}

/** A group somebody's neighbours came to. */
export interface GreedyGroup {
  readonly lower: number;
  /** Ids in their order. */
  readonly members: readonly string[];
}

/**
 * The best group of each business and its neighbours: the one that betters the group most comes next, until there are
 * enough and nobody betters it. Every group tried is scored from the beginning.
 */
export function greedyGroups(
  businesses: readonly PlainBusiness[],
  neighboursOf: readonly Int32Array[],
  limits: GroupLimits,
): readonly GreedyGroup[] {
  const score = new PlainScore(limits.question);
  const groups: GreedyGroup[] = [];
  neighboursOf.forEach((neighbours, seed) => {
    const pool = [businesses[seed] as PlainBusiness];
    for (const other of neighbours) pool.push(businesses[other] as PlainBusiness);
    const best = grow(pool, score, limits);
    if (best !== undefined) groups.push(best);
  });
  return groups;
}

function grow(pool: readonly PlainBusiness[], score: PlainScore, limits: GroupLimits): GreedyGroup | undefined {
  const { withinDam, membersMin, membersMax } = limits;
  const apart = distancesIn(pool);
  const group = pool.slice(0, 1);
  let open = pool.slice(1).filter((other) => apart(group[0] as PlainBusiness, other) <= withinDam);
  let lower = -1;
  while (group.length < membersMax) {
    let [best, bestLower]: [PlainBusiness | undefined, number] = [undefined, -1];
    for (const one of open) {
      group.push(one);
      const with1 = score.lower(group, apart);
      group.pop();
      if (with1 > bestLower) [best, bestLower] = [one, with1];
    }
    if (best === undefined || (group.length >= membersMin && bestLower <= lower)) break;
    const joined = best;
    group.push(joined);
    lower = bestLower;
    open = open.filter((one) => one !== joined && apart(one, joined) <= withinDam);
  }
  if (group.length < membersMin) return undefined;
  return { lower, members: group.map(({ member }) => member.id).sort() };
}

/** Distances of a pool, each reckoned once. */
function distancesIn(pool: readonly PlainBusiness[]): (a: PlainBusiness, b: PlainBusiness) => number {
  pool.forEach((one, slot) => (one.slot = slot));
  const known = new Int32Array(pool.length * pool.length).fill(-1);
  return (a, b) => {
    const at = a.slot * pool.length + b.slot;
    const there = known[at] as number;
    if (there >= 0) return there;
    return (known[at] = apartOf(a, b));
  };
}

/** The best groups of which any two differ enough: by lower bound, then fewer members, then ids. */
export function bestOf(groups: readonly GreedyGroup[], top: number): readonly GreedyGroup[] {
  const once = new Map(groups.map((group) => [group.members.join(), group]));
  const ranked = [...once].sort(
    ([idsA, a], [idsB, b]) => b.lower - a.lower || a.members.length - b.members.length || (idsA < idsB ? -1 : 1),
  );
  return diverseTop(
    ranked.map(([, group]) => ({ ...group, coverage: 0 })),
    top,
  );
}
