import { distanceDam, type Place } from "#domain/place.ts";
import { analyse, type Analysis } from "#matching/analysis.ts";
import { layoutOf } from "#matching/columns/layout-writer.ts";
import { memberAt } from "#matching/columns/member-at.ts";
import { openEngine, type Engine } from "#matching/engine/engine.ts";
import { fieldOf } from "#matching/engine/field.ts";
import { Overlaps } from "#matching/engine/overlaps.ts";
import { POOL_MAX } from "#matching/engine/part.ts";
import type { Member } from "#matching/member.ts";
import type { Question } from "#matching/question.ts";
import { compareRank } from "#matching/rank.ts";
import { isLawful } from "#matching/rule-registry.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";

/** Farther than any two businesses of a test lie apart, so that everyone is within reach of the first. */
export const EVERYWHERE_DAM = 10_000;

/** An engine whose pool holds every business, and the members by slot. */
export function engineOverAll(businesses: readonly SnapshotBusiness[], question: Question) {
  const layout = layoutOf(businesses);
  const field = fieldOf(layout, question, new Uint8Array(businesses.length).fill(1));
  const engine = openEngine(field, { withinDam: EVERYWHERE_DAM, membersMax: businesses.length });
  engine.pools.make(0, POOL_MAX);
  engine.trial.begin(new Overlaps(), 2);
  const { pool } = engine.pools;
  const members = Array.from(pool.candidates.subarray(0, pool.size), (candidate) => memberAt(layout, candidate));
  return { engine, members };
}

/** For each set of slots, as bits, 1 where every two of them may meet. */
function meetings({ pools }: Engine, members: readonly Member[], withinDam: number): Uint8Array {
  const mayMeet = (one: number, other: number) =>
    pools.isBarred[one * POOL_MAX + other] === 0 &&
    distanceDam(members[one]?.place as Place, members[other]?.place as Place) <= withinDam;
  const apart = members.map((_, slot) =>
    members.reduce((bits, __, other) => (other === slot || mayMeet(slot, other) ? bits : bits | (1 << other)), 0),
  );
  const may = new Uint8Array(2 ** members.length).fill(1);
  for (let set = 1; set < may.length; set += 1) {
    const lowest = 31 - Math.clz32(set & -set);
    may[set] = may[set & (set - 1)] === 1 && ((apart[lowest] as number) & set) === 0 ? 1 : 0;
  }
  return may;
}

/** The score of every group whose members may meet, by trying all sets of up to some twenty businesses, one change at a time. */
function scoresOfAll({ trial }: Engine, may: Uint8Array, [least, most]: readonly [number, number]) {
  const scores: { readonly set: number; readonly lower: number }[] = [];
  let set = 0;
  for (let step = 1; step < may.length; step += 1) {
    const slot = 31 - Math.clz32(step & -step);
    if ((set & (1 << slot)) === 0) trial.add(slot);
    else trial.remove(slot);
    set ^= 1 << slot;
    const { size } = trial.group;
    if (may[set] !== 1 || size < least || size > most) continue;
    const lower = trial.now();
    // Below nothing: a demanded licence that nobody holds.
    if (lower >= 0) scores.push({ set, lower });
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
  const { engine, members } = engineOverAll(businesses, question);
  const scores = scoresOfAll(engine, meetings(engine, members, withinDam), sizes).sort((a, b) => b.lower - a.lower);
  let best: Analysis | undefined;
  for (const { set, lower } of scores) {
    if (best !== undefined && lower < best.lower) break;
    const group = members.filter((_, slot) => (set & (1 << slot)) !== 0);
    const analysis = analyse(group, question);
    if (analysis.lower !== lower) throw new Error(`${analysis.members.join()}: ${lower}, but ${analysis.lower}`);
    if (isLawful(analysis.rules) && (best === undefined || compareRank(analysis, best) < 0)) best = analysis;
  }
  return best;
}
