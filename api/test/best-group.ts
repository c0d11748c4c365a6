import { analyse, type Analysis } from "#matching/analysis.ts";
import { memberOf } from "#matching/member.ts";
import type { Question } from "#matching/question.ts";
import { compareRank } from "#matching/rank.ts";
import { isLawful } from "#matching/rule-registry.ts";
import { affinityOf } from "#matching/search/affinity.ts";
import { attemptMaker, type Attempt } from "#matching/search/attempt.ts";
import { fieldOf } from "#matching/search/field.ts";
import { Grid } from "#matching/search/grid.ts";
import { Overlaps } from "#matching/search/overlaps.ts";
import { poolMaker } from "#matching/search/pool.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";

/** Farther than any two businesses of a test lie apart, so that everyone is within reach of the first. */
const EVERYWHERE_DAM = 10_000;

/** An attempt whose pool holds every business, members of which may meet where they lie within the purpose's distance. */
export function attemptOverAll(businesses: readonly SnapshotBusiness[], question: Question, withinDam: number) {
  const field = fieldOf(businesses.map(memberOf), question);
  const affinity = affinityOf(field, question);
  const grid = new Grid(field, EVERYWHERE_DAM, affinity.promise);
  const limits = { membersMin: 2, withinDam, required: [], areApart: () => false };
  const pool = poolMaker(field, question, { grid, affinity })(0, limits);
  const attempt = attemptMaker(field, question, { count: 0 })(pool, { from: new Overlaps(), membersMin: 2 });
  return { field, attempt };
}

/** For each set of slots, as bits, 1 where every two of them may meet. */
function meetings({ pool }: Attempt): Uint8Array {
  const size = pool.candidates.length;
  const apart = pool.candidates.map((_, slot) =>
    pool.candidates.reduce((bits, __, other) => {
      const mayMeet = other === slot || pool.mayMeet[slot * size + other] === 1;
      return mayMeet ? bits : bits | (1 << other);
    }, 0),
  );
  const may = new Uint8Array(2 ** size).fill(1);
  for (let set = 1; set < may.length; set += 1) {
    const lowest = 31 - Math.clz32(set & -set);
    may[set] = may[set & (set - 1)] === 1 && ((apart[lowest] as number) & set) === 0 ? 1 : 0;
  }
  return may;
}

/** The score of every group whose members may meet, by trying all sets of up to some twenty businesses, one change at a time. */
function scoresOfAll(attempt: Attempt, [least, most]: readonly [number, number]) {
  const may = meetings(attempt);
  const scores: { readonly set: number; readonly lower: number }[] = [];
  let set = 0;
  for (let step = 1; step < may.length; step += 1) {
    const slot = 31 - Math.clz32(step & -step);
    if ((set & (1 << slot)) === 0) attempt.add(slot);
    else attempt.remove(slot);
    set ^= 1 << slot;
    const { size } = attempt.group;
    if (may[set] === 1 && size >= least && size <= most) scores.push({ set, lower: attempt.lower() });
  }
  return scores;
}

/** The best lawful group there is, by trying all; undefined where there is none. */
export function bestGroup(
  businesses: readonly SnapshotBusiness[],
  question: Question,
  sizes: readonly [number, number],
): Analysis | undefined {
  const { withinDam } = question.terms.purposes[question.purpose];
  const { field, attempt } = attemptOverAll(businesses, question, withinDam);
  const scores = scoresOfAll(attempt, sizes).sort((a, b) => b.lower - a.lower);
  let best: Analysis | undefined;
  for (const { set, lower } of scores) {
    if (best !== undefined && lower < best.lower) break;
    const group = attempt.pool.candidates.filter((_, slot) => (set & (1 << slot)) !== 0);
    const analysis = analyse(
      group.flatMap((candidate) => field.members[candidate] ?? []),
      question,
    );
    if (analysis.lower !== lower) throw new Error(`${analysis.members.join()}: ${lower}, but ${analysis.lower}`);
    if (isLawful(analysis.rules) && (best === undefined || compareRank(analysis, best) < 0)) best = analysis;
  }
  return best;
}
